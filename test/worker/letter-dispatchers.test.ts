/** The dispatchers on a Temporal server: shards come and go, workers hand over, and the limits of an installation hold. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { LETTER_PACING } from '../../domain/letter-pacing.ts';
import { dispatcherIdOf } from '../../workflows/messages.ts';
import { startMailServer } from '../activities/mail-server.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { atEnd } from '../support/at-end.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { submitted } from '../support/submit-and-triage.ts';
import { realServer } from '../support/temporal.ts';

let liaise: TestEngine;
let place: TemporalAddress;
let referralId: string;

beforeAll(async () => {
  place = { address: (await realServer()).address, namespace: 'default' };
  liaise = await connectedEngine(place);
  await workerFor(liaise, place, ['referrals']);
  referralId = await submitted(liaise, anUrgentSubmission());
});

const READERS = ['quinn.quartz', 'noor.rowan', 'ines.rowan', 'otto.rowan', 'aino.alder', 'eero.alder', 'lotta.birch'];
const waiting = () => liaise.db.letter.count({ where: { status: 'waiting' } });
const SOON = { timeout: 30_000, interval: 50 };

/** Queues letters for many readers, who belong to different shards, and returns the ids: one for each reader, or more. */
async function queueForAll(count = READERS.length): Promise<string[]> {
  const people = await Promise.all(READERS.map((id) => liaise.person(id)));
  const ids = Array.from({ length: count }, () => randomUUID());
  await liaise.db.letter.createMany({
    data: ids.map((id, n) => {
      const { personId = '', agencyId = '' } = people[n % people.length] ?? {};
      return {
        ...{ id, referralId, seq: 1, letter: 'receipt', status: 'waiting', urgency: 'urgent' },
        ...{ addressee: { kind: 'person', personId, agencyId }, decidedAt: new Date(), dueAt: new Date() },
      };
    }),
  });
  return ids;
}

async function describeDispatcher(shard: number) {
  const { status, raw } = await liaise.temporal.workflow.getHandle(dispatcherIdOf(shard)).describe();
  return { status: status.name, attempt: raw.pendingActivities?.[0] };
}

test('while no worker sends letters, check finds those that wait, and deliveries that no referral records', async () => {
  const longAgo = new Date(Date.now() - 180_000);
  await liaise.db.letter.updateMany({ where: { referralId }, data: { dueAt: longAgo } });
  const report = { letterId: randomUUID(), referralId, delivers: 'r1', result: 'sent', at: longAgo };
  await liaise.db.letterReport.create({ data: report });
  expect(await check(liaise)).toMatchObject([
    { referralId, fault: 'letters-unsent', detail: '1 letters' },
    { referralId, fault: 'delivery-unrecorded', detail: '1 letters' },
  ]);
  await liaise.db.letterReport.deleteMany({});
});

test.each([
  ['one dispatcher', 1],
  ['a second shard', 2],
  ['one dispatcher again, after the shard was removed', 1],
])('%s: every reader gets each letter once', async (_, shards) => {
  const before = liaise.mail.letters().length;
  const due = (await waiting()) + READERS.length;
  await queueForAll();
  await workerFor(liaise, place, ['letters'], shards);
  await expect.poll(waiting, SOON).toBe(0);
  expect(liaise.mail.letters().length - before).toBe(due);
});

test('the workflow of a removed shard ends', async () => {
  await workerFor(liaise, place, ['letters']);
  await expect.poll(() => describeDispatcher(1), SOON).toMatchObject({ status: 'COMPLETED' });
  expect(await describeDispatcher(0)).toMatchObject({ status: 'RUNNING' });
});

test('a worker that stops hands over to another one at once', async () => {
  const first = await workerFor(liaise, place, ['letters']);
  await queueForAll();
  await expect.poll(waiting, SOON).toBe(0);
  await workerFor(liaise, place, ['letters']);
  const { attempt: before } = await describeDispatcher(0);
  await first.stop();
  const stopped = { applicationFailureInfo: { type: 'WORKER_STOPS' } };
  const next = { attempt: (before?.attempt ?? 0) + 1, lastFailure: stopped };
  await expect.poll(() => describeDispatcher(0), SOON).toMatchObject({ attempt: next });
  await queueForAll();
  await expect.poll(waiting, SOON).toBe(0);
});

test.each([
  ['another worker', 1, 1],
  ['a worker with one more shard', 1, 2],
  ['a worker with one shard less', 2, 1],
])('with a slow mail server, %s takes over after ten letters: each of 60 arrives once', async (_, before, after) => {
  const slow = await startMailServer({ delayMs: 100 });
  atEnd(slow.close);
  const engine = { ...liaise, mail: { ...liaise.mail, smtpPort: slow.port } };
  const first = await workerFor(engine, place, ['letters'], before);
  const ids = await queueForAll(60);
  await expect.poll(() => slow.mails.length, SOON).toBeGreaterThanOrEqual(10);
  await workerFor(engine, place, ['letters'], after);
  await first.stop();
  expect(await waiting()).toBeGreaterThan(0);
  await expect.poll(waiting, { ...SOON, timeout: 60_000 }).toBe(0);
  const rows = await liaise.db.letter.findMany({ where: { id: { in: ids } } });
  expect(rows.map(({ status }) => status)).toEqual(ids.map(() => 'sent'));
  const expected = rows.map(({ id, messageId }) => `<letter.${messageId ?? id}@hub.example>`);
  expect(slow.mails.map(({ parsed }) => parsed.messageId).toSorted()).toEqual(expected.toSorted());
});

test('with limits, emergencies that follow the first one within a minute share the next message', async () => {
  await liaise.db.letterReader.deleteMany({});
  await workerFor(liaise, place, ['letters'], 1, { ...LETTER_PACING, quiet: { from: 0, to: 0 } });
  const anEmergency = () => submitted(liaise, { ...anUrgentSubmission(), urgency: 'emergency', originReferences: [] });
  const toSender = () => liaise.mail.letters().filter(({ to }) => to.includes('quinn.quartz@us-quartz.example'));
  const before = toSender().length;
  const heldForCap = () => liaise.db.letter.count({ where: { letter: 'receipt', status: 'waiting', heldFor: 'cap' } });
  await anEmergency();
  await expect.poll(() => toSender().length, SOON).toBe(before + 1);
  const later = [await anEmergency(), await anEmergency(), await anEmergency()];
  await expect.poll(heldForCap, SOON).toBe(3);
  expect(toSender()).toHaveLength(before + 1);
  // A minute later.
  const earlier = [new Date(Date.now() - 61_000)];
  await liaise.db.letterReader.updateMany({ data: { sentAt: earlier, emergencyAt: earlier } });
  await liaise.db.letter.updateMany({ where: { status: 'waiting' }, data: { dueAt: new Date() } });
  await expect.poll(() => toSender().length, SOON).toBe(before + 2);
  for (const each of later) expect(toSender().at(-1)?.text).toContain((await liaise.read(each)).reference);
});
