/** `liaise check`, `rebuild` and `repair` as an operator types them: what they print, and the exit status that says so. */

import { beforeAll, expect, test } from 'vitest';
import { openReader } from '../../client/read.ts';
import { defaultPolicies } from '../../domain/clocks/policy.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { type as typeWith } from '../client/cli/typed.ts';
import { engineAt, type TestEngine } from '../support/engine.ts';
import { anUrgentSubmission, triagedTo } from '../support/story.ts';
import { realServer } from '../support/temporal.ts';
import { tamper } from './derived.ts';

const WHOLE = 0;
const NOT_WHOLE = 5;

let liaise: TestEngine;
let referralId: string;
let reference: string;

beforeAll(async () => {
  const { address } = await realServer();
  liaise = await engineAt({ address, namespace: 'default' });
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.until(referralId, ({ unsentLetters }) => unsentLetters.length === 0);
  ({ reference } = await liaise.read(referralId));
});

function type(line: string, isTerminal = false) {
  const { db, engine, temporal, keys } = liaise;
  const reader = openReader({ db, keyring: parseKeyring(JSON.stringify(keys)) });
  const doors = { engine, reader, db, temporal, policies: defaultPolicies, localIdentity: true };
  return typeWith(line, { doors, isTerminal });
}

test('where everything is whole, each says so', async () => {
  expect(await type('check')).toMatchObject({ status: WHOLE, out: 'Everything is whole.\n', err: '' });
  expect(await type('rebuild')).toMatchObject({ status: WHOLE, out: 'Nothing differed from the journal.\n' });
  expect(await type('repair')).toMatchObject({ status: WHOLE, out: 'Nothing had to be repaired.\n' });
  expect(await type('check --json')).toMatchObject({ status: WHOLE, out: '[]\n' });
});

test('progress is told to a person who waits, and to nobody else', async () => {
  expect(await type('check', true)).toMatchObject({ err: '\r1 of 1\n' });
});

test('a fault is named with its remedy, and the remedy works', async () => {
  await liaise.db.clock.deleteMany({ where: { referralId } });
  const { status, out, err } = await type('check');
  expect(status).toBe(NOT_WHOLE);
  for (const word of [reference, 'projection-differs', 'clocks', 'liaise rebuild']) expect(out).toContain(word);
  expect(err).toContain('NOT_WHOLE');
  expect(await type('rebuild')).toMatchObject({ status: WHOLE, out: `1 made anew: ${referralId}\n` });
  expect(await type('check')).toMatchObject({ status: WHOLE });
});

test('a workflow that is gone is started, as a program reads it', async () => {
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('by mistake');
  await expect.poll(async () => (await type('check')).out).toContain('no-workflow');
  const { status, out } = await type('repair --json');
  expect(status).toBe(WHOLE);
  expect(JSON.parse(out)).toMatchObject([{ finding: { referralId, fault: 'no-workflow' }, done: 'workflow-started' }]);
});

test('what nobody can mend is left to a person, and the status says so', async () => {
  await tamper(liaise.db, 'journal', `UPDATE journal SET act_id = 'another' WHERE referral_id = '${referralId}'`);
  expect(await type('repair')).toMatchObject({ status: NOT_WHOLE, out: expect.stringContaining('left-to-a-person') });
});
