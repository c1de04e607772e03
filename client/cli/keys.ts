/** `liaise keys`: the key file of an installation. Every particulars text can be read with it, and none without it. */

import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import { type KeyFile, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Cli } from './dependencies.ts';

/** Adds the commands of `liaise keys`. */
export function addKeysCommands(program: Command, { io }: Cli): void {
  const keys = program.command('keys').description('Creates the key file of an installation, or adds a key to it.');
  keys.addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json');
  keys
    .command('new [file]')
    .description('Creates a key file for a new installation. Without a file name, prints it.')
    .addHelpText('after', '\nExample:\n  liaise keys new liaise-keys.json')
    .action((file?: string) => {
      const content = keyFileText(newKeyFile(newKeyId()));
      if (file === undefined) return io.out(content);
      create(file, content);
      io.out(`${file}: created. Keep a copy in a safe place: without it, no particulars can be read.\n`);
    });
  keys
    .command('rotate <file>')
    .description('Adds a key and makes it the current one. The other keys still decrypt.')
    .addHelpText('after', '\nExample:\n  liaise keys rotate liaise-keys.json')
    .action((file: string) => {
      const keyId = newKeyId();
      const { current, keys, digest } = read(file);
      replace(file, keyFileText({ current: keyId, keys: { ...keys, ...newKeyFile(keyId).keys }, digest }));
      io.out(
        `${file}: key ${keyId} is current, in place of ${current}. Stop all workers and web servers, give them this ` +
          'file, and start them again: they read it at the start.\n',
      );
    });
}

/** The date and a random part. */
function newKeyId(): string {
  return `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
}

function keyFileText(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const OWNER_ONLY = 0o600;

function create(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: OWNER_ONLY });
  } catch {
    throw new ReferralError(
      'INVALID_INPUT',
      `${path} exists already, or cannot be written. Choose another name.`,
      'file',
    );
  }
}

/** Atomically: with half a key file, particulars would be lost. */
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
    throw new ReferralError('INVALID_INPUT', `${path} cannot be read as a key file.`, 'file');
  }
}
