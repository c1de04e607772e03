/** Key files: made once, rotated without losing what was sealed before. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseKeyring } from '../../../domain/keyring.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liaise-keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const PLACE = ['data-key', 'referral-1', 'k1'] as const;
const ring = () => parseKeyring(readFileSync(file, 'utf8'));

test('a new file is for its owner alone, and can be used', async () => {
  const { status, out } = await runCommand(`keys new ${file}`);
  expect(status).toBe(0);
  expect(out).not.toContain(JSON.parse(readFileSync(file, 'utf8')).digest);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(ring().seal('payload', new Uint8Array(1), PLACE).sealed).toHaveLength(30);
});

test('without a file it is printed', async () => {
  const { out } = await runCommand('keys new');
  expect(() => parseKeyring(out)).not.toThrow();
});

test('a file that is there is never overwritten', async () => {
  await runCommand(`keys new ${file}`);
  const before = readFileSync(file, 'utf8');
  const { status, err } = await runCommand(`keys new ${file}`);
  expect([status, err]).toEqual([
    2,
    `liaise: INVALID_INPUT: ${file} exists already, or cannot be written. Choose another name.\n`,
  ]);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('rotating adds a key; the old one still opens, and digests stay equal', async () => {
  await runCommand(`keys new ${file}`);
  const before = ring();
  const { keyId, sealed } = before.seal('data-key', new Uint8Array([1, 2, 3]), PLACE);
  const { status, out } = await runCommand(`keys rotate ${file}`);
  expect(status).toBe(0);
  expect(out).toContain('Stop all workers and web servers');
  expect(ring().currentKeyId).not.toBe(before.currentKeyId);
  expect(ring().open('data-key', keyId, sealed, PLACE)).toEqual(new Uint8Array([1, 2, 3]));
  expect(ring().digest('a')).toBe(before.digest('a'));
});

test('a file that is not a key file is not rotated, and not shown', async () => {
  writeFileSync(file, '{"current":"secret"}');
  const { status, err } = await runCommand(`keys rotate ${file}`);
  expect(status).toBe(2);
  expect(err).not.toContain('secret');
  expect(readFileSync(file, 'utf8')).toBe('{"current":"secret"}');
});
