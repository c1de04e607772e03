/** Reads and writes key files. A key file is replaced at once, because with half of it particulars would be lost. */

import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ReferralError } from '../../domain/errors.ts';
import { type KeyFile, parseKeyFile } from '../../domain/keyring.ts';

const OWNER_ONLY = 0o600;

/** The date and a random part. */
export function newKeyId(): string {
  return `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
}

/** The text of a key file. */
export function keyFileText(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @throws ReferralError INVALID_INPUT if the file exists. */
export function createKeyFile(path: string, file: KeyFile): void {
  try {
    writeFileSync(path, keyFileText(file), { flag: 'wx', mode: OWNER_ONLY });
  } catch {
    throw new ReferralError(
      'INVALID_INPUT',
      `${path} exists already, or cannot be written. Choose another name.`,
      'file',
    );
  }
}

/** Replaces the file at once, or not at all. */
export function replaceKeyFile(path: string, file: object): void {
  const beside = `${path}.new`;
  writeFileSync(beside, keyFileText(file), { mode: OWNER_ONLY });
  renameSync(beside, path);
}

/** @throws ReferralError INVALID_INPUT if it is not the key file of an installation. */
export function readKeyFile(path: string): KeyFile {
  try {
    return parseKeyFile(readFileSync(path, 'utf8'));
  } catch {
    throw new ReferralError('INVALID_INPUT', `${path} cannot be read as a key file.`, 'file');
  }
}
