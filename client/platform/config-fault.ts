/** A fault of the configuration, and reading secrets from files. */

import { readFileSync } from 'node:fs';

/** The configuration is invalid. The message says which variables to set. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** Returns the content of a file that holds one secret, without the line break at its end. @throws ConfigFault */
export function readSecret(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigFault(`${variable}: there is no readable file at ${path}.`);
  }
}
