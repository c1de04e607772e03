/** Configuration of a worker: all errors are reported at once, without values; it selects the task queues. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { newKeyFile } from '../../domain/keyring.ts';
import { readWorkerConfig, workerVariables } from '../../worker/config.ts';
import { atEnd } from '../support/at-end.ts';

let required: Record<string, string>;

beforeAll(async () => {
  const folder = await temporaryFolder('worker-config');
  atEnd(folder.remove);
  const LIAISE_KEY_FILE = join(folder.path, 'keys.json');
  await writeFile(LIAISE_KEY_FILE, JSON.stringify(newKeyFile('2026-11')));
  required = {
    LIAISE_DATABASE_URL: 'postgresql://liaise@db.example/liaise',
    LIAISE_TEMPORAL_ADDRESS: 'temporal.example:7233',
    LIAISE_KEY_FILE,
    LIAISE_ERASURE_REGISTER_FILE: '/erasures/erasures.jsonl',
    LIAISE_ERASURE_KEY_FILE: '/secrets/erasure-key.pem',
    LIAISE_PUBLIC_URL: 'https://liaise.example',
    LIAISE_SMTP_HOST: 'mail.example',
    LIAISE_MAIL_FROM: 'Liaise <liaise@hub.example>',
    LIAISE_MAIL_DOMAIN: 'hub.example',
  };
});

test('by default a worker serves every task queue, and sends letters only over TLS', () => {
  const { taskQueues, mail } = readWorkerConfig(required);
  expect(taskQueues).toEqual(['referrals', 'letters', 'upkeep']);
  expect(mail).toMatchObject({ host: 'mail.example', port: 587, secure: false, requireTls: true });
});

test.each([
  ['letters', ['letters']],
  ['referrals', ['referrals']],
  [' letters , referrals ', ['letters', 'referrals']],
])('LIAISE_TASK_QUEUES "%s" selects these task queues', (LIAISE_TASK_QUEUES, expected) => {
  expect(readWorkerConfig({ ...required, LIAISE_TASK_QUEUES }).taskQueues).toEqual(expected);
});

test.each(['', 'referrals,', 'postbox'])('an unknown task queue in "%s" is refused', (LIAISE_TASK_QUEUES) => {
  const read = () => readWorkerConfig({ ...required, LIAISE_TASK_QUEUES });
  expect(read).toThrow(/LIAISE_TASK_QUEUES.*"referrals"\|"letters"\|"upkeep"/);
});

test.each([
  ['implicit', { secure: true, requireTls: false }],
  ['required', { secure: false, requireTls: true }],
  ['offered', { secure: false, requireTls: false }],
])('TLS mode %s', (LIAISE_SMTP_TLS, expected) => {
  expect(readWorkerConfig({ ...required, LIAISE_SMTP_TLS }).mail).toMatchObject(expected);
});

test.each([
  [undefined, { from: 22, to: 6 }],
  ['20-7', { from: 20, to: 7 }],
  ['0-0', { from: 0, to: 0 }],
])('LIAISE_LETTER_QUIET_HOURS "%s" sets the quiet hours', (hours, quiet) => {
  const given = hours === undefined ? {} : { LIAISE_LETTER_QUIET_HOURS: hours };
  expect(readWorkerConfig({ ...required, ...given }).letters.pacing).toMatchObject({ quiet });
});

test.each([
  [{}, 'what-can-wait'],
  [{ LIAISE_LETTER_QUIET_HOLDS: 'all' }, 'all'],
])('with %j, quiet hours hold back %s', (given, quietHolds) => {
  expect(readWorkerConfig({ ...required, ...given }).letters.pacing).toMatchObject({ quietHolds });
});

test.each(['24-6', '22', '22:00-06:00'])('the quiet hours "%s" are refused', (LIAISE_LETTER_QUIET_HOURS) => {
  expect(() => readWorkerConfig({ ...required, LIAISE_LETTER_QUIET_HOURS })).toThrow(/LIAISE_LETTER_QUIET_HOURS/);
});

test('all missing variables are reported at once, including those of other entry points', () => {
  const names = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'KEY_FILE', 'PUBLIC_URL', 'SMTP_HOST', 'MAIL_FROM'];
  const message = messageOf(() => readWorkerConfig({}));
  for (const name of [...names, 'MAIL_DOMAIN', 'ERASURE_REGISTER_FILE', 'ERASURE_KEY_FILE'])
    expect(message).toContain(`  LIAISE_${name}: `);
});

test('the error message contains no value, whichever variable is wrong', () => {
  const names = Object.keys(workerVariables.shape);
  const wrong = Object.fromEntries(names.map((name) => [name, name.endsWith('PASSWORD') ? '' : '\ts3cret value']));
  const message = messageOf(() => readWorkerConfig(wrong));
  expect(message).toContain('LIAISE_SMTP_PASSWORD');
  expect(message).not.toContain('s3cret');
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The configuration was accepted.');
}
