/** What a worker is told from outside: all that is wrong at once, no value repeated, and which queues it serves. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { newKeyFile } from '../../domain/keyring.ts';
import { readWorkerConfig, workerVariables } from '../../worker/config.ts';
import { atEnd } from '../support/at-end.ts';

let enough: Record<string, string>;

beforeAll(async () => {
  const folder = await temporaryFolder('worker-config');
  atEnd(folder.remove);
  const LIAISE_KEY_FILE = join(folder.path, 'keys.json');
  await writeFile(LIAISE_KEY_FILE, JSON.stringify(newKeyFile('2026-11')));
  enough = {
    LIAISE_DATABASE_URL: 'postgresql://liaise@db.example/liaise',
    LIAISE_TEMPORAL_ADDRESS: 'temporal.example:7233',
    LIAISE_KEY_FILE,
    LIAISE_PUBLIC_URL: 'https://liaise.example',
    LIAISE_SMTP_HOST: 'mail.example',
    LIAISE_MAIL_FROM: 'Liaise <liaise@hub.example>',
    LIAISE_MAIL_DOMAIN: 'hub.example',
  };
});

test('by default a worker serves every queue, and hands no letter over without TLS', () => {
  const { taskQueues, mail } = readWorkerConfig(enough);
  expect(taskQueues).toEqual(['referrals', 'letters', 'upkeep']);
  expect(mail).toMatchObject({ host: 'mail.example', port: 587, secure: false, requireTls: true });
});

test.each([
  ['letters', ['letters']],
  ['referrals', ['referrals']],
  [' letters , referrals ', ['letters', 'referrals']],
])('told to serve "%s" it serves those', (LIAISE_TASK_QUEUES, expected) => {
  expect(readWorkerConfig({ ...enough, LIAISE_TASK_QUEUES }).taskQueues).toEqual(expected);
});

test.each(['', 'referrals,', 'postbox'])('a queue that there is not ("%s") is refused', (LIAISE_TASK_QUEUES) => {
  const read = () => readWorkerConfig({ ...enough, LIAISE_TASK_QUEUES });
  expect(read).toThrow(/LIAISE_TASK_QUEUES.*"referrals"\|"letters"\|"upkeep"/);
});

test.each([
  ['implicit', { secure: true, requireTls: false }],
  ['required', { secure: false, requireTls: true }],
  ['offered', { secure: false, requireTls: false }],
])('TLS %s', (LIAISE_SMTP_TLS, expected) => {
  expect(readWorkerConfig({ ...enough, LIAISE_SMTP_TLS }).mail).toMatchObject(expected);
});

test('every fault is named at once, of what all doors are told too', () => {
  const required = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'KEY_FILE', 'PUBLIC_URL', 'SMTP_HOST', 'MAIL_FROM'];
  const said = messageOf(() => readWorkerConfig({}));
  for (const name of [...required, 'MAIL_DOMAIN']) expect(said).toContain(`  LIAISE_${name}: `);
});

test('no value is repeated, whichever variable is wrong', () => {
  const names = Object.keys(workerVariables.shape);
  const wrong = Object.fromEntries(names.map((name) => [name, name.endsWith('PASSWORD') ? '' : '\ts3cret value']));
  const said = messageOf(() => readWorkerConfig(wrong));
  expect(said).toContain('LIAISE_SMTP_PASSWORD');
  expect(said).not.toContain('s3cret');
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}
