/** Where the command line finds its installation: in its environment, else in the local stack of the current folder. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigFault } from '../platform/config.ts';

/** Written by `npm start`: the variables of the local stack, by name. */
const STACK_FILE = join('.liaise', 'stack.json');

/** The stack's variables are never mixed with another installation's: any of these stands for all of them. */
const NAMES = ['LIAISE_DATABASE_URL', 'LIAISE_TEMPORAL_ADDRESS', 'LIAISE_KEY_FILE'];

/** @throws ConfigFault where there is neither. */
export function installation(environment: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  if (NAMES.some((name) => environment[name] !== undefined)) return environment;
  return { ...stackIn(folder), ...environment };
}

function stackIn(folder: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(join(folder, STACK_FILE), 'utf8');
  } catch {
    const names = `${NAMES.slice(0, -1).join(', ')} and ${NAMES.at(-1)}`;
    throw new ConfigFault(`No installation is known here: start the local stack with "npm start", or set ${names}.`);
  }
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new ConfigFault(`${STACK_FILE} is damaged: start the local stack again with "npm start".`);
  }
}
