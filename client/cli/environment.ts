/** The variables of the installation: from the environment, or of the local stack in the current folder. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigFault } from '../platform/config.ts';

/** Written by `npm start`: the variables of the local stack, by name. */
const STACK_FILE = join('.liaise', 'stack.json');

/** If one of these is set, the variables of the local stack are ignored, so that two installations are never mixed. */
const INSTALLATION_VARIABLES = ['LIAISE_DATABASE_URL', 'LIAISE_TEMPORAL_ADDRESS', 'LIAISE_KEY_FILE'];

/** @throws ConfigFault if there is no installation. */
export function installationVariables(environment: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  if (INSTALLATION_VARIABLES.some((name) => environment[name] !== undefined)) return environment;
  return { ...stackIn(folder), ...environment };
}

function stackIn(folder: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(join(folder, STACK_FILE), 'utf8');
  } catch {
    const names = `${INSTALLATION_VARIABLES.slice(0, -1).join(', ')} and ${INSTALLATION_VARIABLES.at(-1)}`;
    throw new ConfigFault(`There is no installation here. Start the local stack with "npm start", or set ${names}.`);
  }
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new ConfigFault(`${STACK_FILE} cannot be read. Start the local stack again with "npm start".`);
  }
}
