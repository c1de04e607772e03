/** `liaise keys`: the key file of an installation. Whoever has it can read every case; without it nobody can. */

import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Cli } from './dependencies.ts';

export function addKeys(program: Command, { io }: Cli): void {
  const keys = program.command('keys').description('The key file of an installation: a new one, or one more key.');
  keys.addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json');
  keys
    .command('new [file]')
    .description('A fresh key file, for a new installation; without a file it is printed.')
    .addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json')
    .action((file?: string) => {
      const fresh = textOf(newKeyFile(newKeyId()));
      if (file === undefined) return io.out(fresh);
      create(file, fresh);
      io.out(`${file}: made. Keep a copy in a safe place: without it no case can be read.\n`);
    });
  keys
    .command('rotate <file>')
    .description('Adds a key and makes it the current one; the others still open what they sealed.')
    .addHelpText('after', '\nExample:\n  liaise keys rotate liaise-keys.json')
    .action((file: string) => {
      const keyId = newKeyId();
      const { current, keys, digest } = read(file);
      replace(file, textOf({ current: keyId, keys: { ...keys, ...newKeyFile(keyId).keys }, digest }));
      io.out(
        `${file}: key ${keyId} is current, in place of ${current}. It is read at start: stop every worker and ` +
          'every door, give them this file, and start them again.\n',
      );
    });
}

/** Says when it was made, and is never the same twice. */
function newKeyId(): string {
  return `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
}

function textOf(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const OWNER_ONLY = 0o600;

function create(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: OWNER_ONLY });
  } catch {
    throw new ReferralError('INVALID_INPUT', `${path} is there already, or cannot be written.`, 'file');
  }
}

/** Whole or not at all: half a key file would be the loss of every case. */
function replace(path: string, text: string): void {
  const beside = `${path}.new`;
  writeFileSync(beside, text, { mode: OWNER_ONLY });
  renameSync(beside, path);
}

const shape = z.object({ current: z.string(), keys: z.record(z.string(), z.string()), digest: z.string() });

function read(path: string): KeyFile {
  try {
    const text = readFileSync(path, 'utf8');
    parseKeyring(text);
    return shape.parse(JSON.parse(text));
  } catch {
    throw new ReferralError('INVALID_INPUT', `${path} is not a key file that can be read.`, 'file');
  }
}
