/** Output and exit status of `liaise check`, `rebuild`, `repair` and `keep-journal`. */

import { beforeAll, expect, test, vi } from 'vitest';
import { openReader } from '../../client/queries/read.ts';
import { entryDigest } from '../../domain/audit/leaf.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { leavesOf } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { RunningWorker } from '../../worker/create-worker.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { runCommand as typeWith } from '../client/cli/run-command.ts';
import { atEnd } from '../support/at-end.ts';
import { connectAs } from '../support/database.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { DELETE_AT_ONCE, realServer } from '../support/temporal.ts';
import { tamper } from './derived.ts';

const WHOLE = 0;
const NOT_WHOLE = 5;

let liaise: TestEngine;
let worker: RunningWorker;
let readerDb: Database;
let referralId: string;
let reference: string;

beforeAll(async () => {
  const { address } = await realServer({ settings: DELETE_AT_ONCE });
  const place = { address, namespace: 'default' };
  liaise = await connectedEngine(place);
  readerDb = connectAs(liaise.databaseUrl, 'liaise_reader');
  worker = await workerFor(liaise, place);
  referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(referralId);
  ({ reference } = await liaise.read(referralId));
});

function type(line: string, person: { isTerminal?: boolean; answer?: string } = {}) {
  const { db, pages, engine, temporal, keys } = liaise;
  const keyring = parseKeyring(JSON.stringify(keys));
  const reader = openReader({ db: pages, keyring });
  const databases = { db: pages, engineDb: db, readerDb };
  const services = {
    ...{ engine, reader, ...databases, temporal, keyring, policies: defaultPolicies, localIdentity: true },
  };
  return typeWith(line, { services, ...person });
}

test('each command reports that it found no inconsistency', async () => {
  expect(await type('check')).toMatchObject({ status: WHOLE, out: 'Everything agrees with the journal.\n', err: '' });
  expect(await type('rebuild')).toMatchObject({ status: WHOLE, out: 'Nothing differed from the journal.\n' });
  expect(await type('repair')).toMatchObject({ status: WHOLE, out: 'Nothing needed repair.\n' });
  expect(await type('check --json')).toMatchObject({ status: WHOLE, out: '[]\n' });
});

test('check --clocks recomputes each deadline from the journal, and names one that differs', async () => {
  const agree = {
    status: WHOLE,
    out: expect.stringMatching(/^Deadlines recomputed from the journal: 2, at \d+ per second\. All agree\.\n$/),
    err: '',
  };
  expect(await type('check --clocks')).toMatchObject(agree);
  const journal = await readJournal(liaise.db, referralId);
  const started = journal.find(({ event }) => event.type === 'clock-started');
  const dueAt = started?.event.type === 'clock-started' ? started.event.dueAt : '';
  const setDue = (at: string) =>
    tamper(
      liaise.owner,
      'journal',
      `UPDATE journal SET event = jsonb_set(event, '{dueAt}', '"${at}"') WHERE referral_id = '${referralId}' AND seq = ${started?.seq}`,
    );
  await setDue('2031-01-01T00:00:00.000Z');
  const { status, out } = await type('check --clocks --json');
  expect(status).toBe(NOT_WHOLE);
  const detail = `c1: recorded 2031-01-01T00:00:00.000Z, recomputed ${dueAt}`;
  expect(JSON.parse(out)).toMatchObject({ clocks: 2, findings: [{ reference, fault: 'clock-differs', detail }] });
  await setDue(dueAt);
  expect(await type('check --clocks')).toMatchObject(agree);
});

test('check names a version of the clock policies that no administrators adopted', async () => {
  const policies = { ...defaultPolicies, version: 'forged' };
  await liaise.owner.clockPolicyVersion.create({
    data: { version: 'forged', policies: policies as unknown as object },
  });
  const { status, out } = await type('check --json');
  await liaise.owner.clockPolicyVersion.deleteMany();
  expect(status).toBe(NOT_WHOLE);
  const detail = 'version forged was not adopted by administrators';
  expect(JSON.parse(out)).toMatchObject([{ fault: 'policies-differ', detail, remedy: 'investigate' }]);
});

test('progress is printed only on a terminal', async () => {
  expect(await type('check', { isTerminal: true })).toMatchObject({ err: '\r1 of 1\n' });
});

test('check names an inconsistency and its remedy, and the remedy repairs it', async () => {
  await liaise.db.clock.deleteMany({ where: { referralId } });
  const { status, out, err } = await type('check');
  expect(status).toBe(NOT_WHOLE);
  for (const word of [reference, 'projection-differs', 'clocks', 'liaise rebuild']) expect(out).toContain(word);
  expect(err).toContain('NOT_WHOLE');
  expect(await type('rebuild')).toMatchObject({ status: WHOLE, out: `1 derived again: ${referralId}\n` });
  expect(await type('check')).toMatchObject({ status: WHOLE });
});

test('repair --json starts a missing workflow', async () => {
  await liaise.temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('by mistake');
  await expect.poll(async () => (await type('check')).out).toContain('no-workflow');
  const { status, out } = await type('repair --json');
  expect(status).toBe(WHOLE);
  expect(JSON.parse(out)).toMatchObject([{ finding: { referralId, fault: 'no-workflow' }, done: 'workflow-started' }]);
});

/** Sets the system clock to just over a minute after a due time. The server's time is unchanged. */
async function afterADueInstant(): Promise<void> {
  const clock = (await liaise.read(referralId)).clocks.find(({ state }) => state.status === 'running');
  vi.setSystemTime(Date.parse(clock?.dueAt ?? '') + 61_000);
  atEnd(async () => void vi.useRealTimers());
}

test('a workflow that answers but does not process an expired clock is restarted', async () => {
  await afterADueInstant();
  const { status, out } = await type('check');
  expect(status).toBe(NOT_WHOLE);
  for (const word of [reference, 'duty-overdue', 'expire-clock', 'liaise repair']) expect(out).toContain(word);
  expect(await type('repair')).toMatchObject({ status: WHOLE, out: expect.stringContaining('workflow-restarted') });
  vi.useRealTimers();
  await expect.poll(async () => (await type('check')).out).toBe('Everything agrees with the journal.\n');
});

test('keep-journal refuses a referral without a contradiction, and an unknown referral', async () => {
  expect(await type(`keep-journal ${reference} --as otto.rowan --yes`)).toMatchObject({
    err: expect.stringContaining('WRONG_STATUS'),
  });
  expect((await type('keep-journal XR-2026-999999 --as otto.rowan --yes')).err).toContain('UNKNOWN_REFERRAL');
});

test('repair names what an operator must decide; keep-journal shows the lost entries and keeps the journal once confirmed', async () => {
  await tamper(liaise.owner, 'journal', `UPDATE journal SET act_id = 'another' WHERE referral_id = '${referralId}'`);
  const repaired = await type('repair');
  expect(repaired).toMatchObject({ status: NOT_WHOLE, out: expect.stringContaining('left-to-a-person') });
  expect(repaired.out).toContain('liaise keep-journal');

  const refused = await type(`keep-journal ${reference} --as otto.rowan`, { isTerminal: true, answer: 'no' });
  expect(refused.questions[0]).toContain('submitted');
  expect(refused.questions[0]).toContain('quinn.quartz (us-quartz)');
  expect(refused.err).toContain('NOT_CONFIRMED');
  expect((await type(`keep-journal ${reference} --as otto.rowan`)).err).toContain('--yes');
  expect((await type('check')).out).toContain('journal-contradicted');

  const { status, out } = await type(`keep-journal ${reference} --as otto.rowan --json`, {
    isTerminal: true,
    answer: 'yes',
  });
  expect(status).toBe(WHOLE);
  const lost = JSON.parse(out);
  expect(lost[0]).toMatchObject({ seq: 1, event: { type: 'submitted' } });
  expect((await leavesOf(liaise.db, referralId)).at(-1)).toMatchObject({
    by: { personId: 'otto.rowan' },
    about: { forgotten: lost.map((entry: JournalEntry) => entryDigest(entry)) },
  });
  // The decision does not cover up that the journal was changed: the audit log still contradicts it.
  await expect.poll(async () => (await type('check')).out).not.toContain('journal-contradicted');
  expect((await type('check')).out).toContain('entry-changed');
  await liaise.act('aino.alder', referralId, { type: 'acknowledge', recipientId: 'r1' });
});

test('without a worker, check reports an expired clock although the journal is complete', async () => {
  await worker.stop();
  await afterADueInstant();
  const { status, out } = await type('check');
  expect(status).toBe(NOT_WHOLE);
  for (const word of [reference, 'workflow-silent', 'expire-clock', 'start a worker']) expect(out).toContain(word);
});
