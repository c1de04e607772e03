/** An attacker without keys replays encrypted payloads to Temporal: all are refused, with an alarm and a leaf. */

import { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { repair } from '../../client/recovery/repair.ts';
import { listRuns } from '../../client/recovery/temporal-history.ts';
import { start } from '../../client/recovery/workflow.ts';
import {
  type RawTemporal,
  rawTemporal,
  type SealedHistory,
  type SealedUpdate,
  withNewId,
} from '../../dev/forged-requests.ts';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { dispatcherIdOf, type ReferralStart, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { DELETE_AT_ONCE, realServer } from '../support/temporal.ts';
import { alarmsOfForgeries, leavesOfForgeries, type WatchedEngine, watchedEngine } from '../worker/watched-engine.ts';

let liaise: WatchedEngine;
let attacker: RawTemporal;
/** Case A, from which payloads are copied. Case B, to which they are sent. Case C, which is closed. */
let [a, b, c] = ['', '', ''];
let ofA: SealedHistory;
let ofB: SealedHistory;
let ofC: SealedHistory;
let acceptOfA: SealedUpdate;
let journals: unknown;
let alarms: number;
let leaves: number;

beforeAll(async () => {
  const server = await realServer({ settings: DELETE_AT_ONCE });
  liaise = await watchedEngine(server);
  const connection = await Connection.connect(server);
  atEnd(() => connection.close());
  attacker = rawTemporal(connection);
  a = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  b = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  c = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.act('aino.alder', a, { type: 'accept', recipientId: 'r1' });
  await liaise.act('aino.alder', b, { type: 'acknowledge', recipientId: 'r1' });
  await liaise.act('quinn.quartz', c, { type: 'withdraw', text: 'An error.' });
  await liaise.act('otto.rowan', c, { type: 'withdraw', text: 'An error.' });
  await liaise.temporal.workflow.getHandle(workflowIdOf(c)).result();
  const { updates } = await attacker.historyOf(workflowIdOf(c));
  await start(liaise.temporal, c);
  await liaise.temporal.workflow.getHandle(workflowIdOf(c)).result();
  ofC = { ...(await attacker.historyOf(workflowIdOf(c))), updates };
  ofA = await attacker.historyOf(workflowIdOf(a));
  ofB = await attacker.historyOf(workflowIdOf(b));
  acceptOfA = updateOf(ofA, 'accept');
});

const journalsNow = () => Promise.all([a, b, c].map((id) => readJournal(liaise.db, id)));
const forgedLeaves = () => leavesOfForgeries(liaise);
const alarmsNow = () => alarmsOfForgeries(liaise);

function updateOf({ updates }: SealedHistory, name: string): SealedUpdate {
  const found = updates.find((update) => update.name === name);
  if (!found) throw new Error(`The history has no update ${name}.`);
  return found;
}

beforeEach(async () => {
  journals = await journalsNow();
  alarms = await alarmsNow();
  leaves = await forgedLeaves();
});

/** Nothing was recorded, and the attempt is in the metric, the log and the audit log. */
async function expectAlarm(): Promise<void> {
  await expect.poll(alarmsNow, POLL).toBeGreaterThan(alarms);
  await expect.poll(forgedLeaves, POLL).toBeGreaterThan(leaves);
  expect(liaise.lines.at(-1)).toBeDefined();
  expect(
    liaise.lines.filter(({ code, msg }) => code === 'FORGED_ACT' && msg === 'Forgery refused').length,
  ).toBeGreaterThan(0);
  expect(await journalsNow()).toEqual(journals);
}

const POLL = { timeout: 20_000, interval: 50 };

/** The referral answers, and continues with the state that it had. */
async function expectAlive(id: string): Promise<Referral> {
  return liaise.waitUntil(id, ({ seq }) => seq > 0);
}

async function sealedFor(workflowId: string, value: unknown): Promise<Payload[]> {
  const { payloadConverter, payloadCodecs } = liaise.temporal.options.loadedDataConverter;
  const payloads = [payloadConverter.toPayload(value)];
  return payloadCodecs[0]?.encode(payloads, { type: 'workflow', namespace: 'default', workflowId }) ?? payloads;
}

async function failureOf(workflowId: string): Promise<unknown> {
  return liaise.temporal.workflow
    .getHandle(workflowId)
    .result()
    .then(
      () => undefined,
      (error: { cause?: { type?: string } }) => error.cause?.type,
    );
}

describe('payloads of another case', () => {
  test('an update is refused without an event', async () => {
    expect(await attacker.update(workflowIdOf(b), withNewId(acceptOfA))).toBe('FORGED_ACT');
    expect((await attacker.historyOf(workflowIdOf(b))).updates).toHaveLength(ofB.updates.length);
    await expectAlarm();
    expect((await expectAlive(b)).recipients[0]?.status).toBe('acknowledged');
  });

  test('an update that was never encrypted, or without an encoding, is refused', async () => {
    const plain = [
      { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"act":{"type":"accept"}}') },
    ];
    expect(await attacker.update(workflowIdOf(b), withNewId({ ...acceptOfA, payloads: plain }))).toBe('FORGED_ACT');
    expect(await attacker.update(workflowIdOf(b), withNewId({ ...acceptOfA, payloads: [{}] }))).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('an update under an unknown key is refused as unavailable, and other acts continue', async () => {
    const [payload] = acceptOfA.payloads;
    const unknown = { ...payload, metadata: { ...payload?.metadata, 'key-id': Buffer.from('unknown') } };
    const refused = await attacker.update(workflowIdOf(b), withNewId({ ...acceptOfA, payloads: [unknown] }));
    expect(refused).toBe('ENGINE_UNAVAILABLE');
    await expectAlive(b);
    expect(await journalsNow()).toEqual(journals);
  });

  test('an update with start is refused for a running and for a closed case', async () => {
    expect(await attacker.updateWithStart(workflowIdOf(b), ofA.start, withNewId(acceptOfA))).toBe('FORGED_ACT');
    await attacker.updateWithStart(workflowIdOf(c), ofA.start, withNewId(acceptOfA)).catch(() => undefined);
    expect(await failureOf(workflowIdOf(c))).toBe('FORGED_ACT');
    await expectAlarm();
    await expectAlive(b);
  });

  test('a start fails at once, and the closed case can be reopened', async () => {
    await attacker.start(workflowIdOf(c), ofA.start);
    expect(await failureOf(workflowIdOf(c))).toBe('FORGED_ACT');
    await expect(attacker.start(workflowIdOf(b), ofA.start)).rejects.toThrow();
    await expectAlarm();
    const confirmed = await liaise.act('aino.alder', c, { type: 'confirm-recall', recipientId: 'r1' });
    expect(confirmed.referralId).toBe(c);
  });

  test('the state of another case does not start a case', async () => {
    const referral = await liaise.read(a);
    const state: ReferralStart = { from: 'state', referralId: a, referral };
    await attacker.start(workflowIdOf(c), await sealedFor(workflowIdOf(a), state));
    expect(await failureOf(workflowIdOf(c))).toBe('FORGED_ACT');
    // Sealed for this case by somebody with a key, but it names another one.
    await attacker.start(workflowIdOf(c), await sealedFor(workflowIdOf(c), { ...state, referralId: c }));
    expect(await failureOf(workflowIdOf(c))).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('a signal is dropped', async () => {
    await attacker.signal(workflowIdOf(b), acceptOfA.payloads);
    await expectAlarm();
    await expectAlive(b);
  });

  test('a query is refused', async () => {
    await expect(attacker.query(workflowIdOf(b), acceptOfA.payloads)).rejects.toThrow();
    await expectAlarm();
    await expectAlive(b);
  });

  test('a memo is not read', async () => {
    const [payload = {}] = acceptOfA.payloads;
    await attacker.start(workflowIdOf(c), ofC.start, { memo: { note: payload } });
    await expectAlarm();
    await liaise.temporal.workflow.getHandle(workflowIdOf(c)).result();
    const runs = await listRuns(liaise.temporal);
    expect(new Set(runs.map(({ referralId }) => referralId))).toEqual(new Set([a, b, c]));
  });

  test('a result for the letter dispatcher is dropped, and letters are still sent', async () => {
    const handle = liaise.temporal.workflow.getHandle(dispatcherIdOf(0));
    const pending = async () => (await handle.describe()).raw.pendingActivities ?? [];
    await expect.poll(async () => (await pending()).length, POLL).toBe(1);
    const [activity] = await pending();
    await attacker.completeActivity(dispatcherIdOf(0), activity?.activityId ?? '', acceptOfA.payloads);
    await expectAlarm();
    await expect.poll(async () => (await pending())[0]?.activityId, POLL).not.toBe(activity?.activityId);
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    expect((await liaise.lettersSent(referralId)).recipients[0]?.status).toBe('delivered');
  });

  test.each<[string, string]>([
    ['record', 'referrals'],
    ['sendDigests', 'letters'],
  ])('the activity %s without a workflow does not run', async (activity, taskQueue) => {
    const digests = liaise.mail.letters().length;
    expect(await attacker.startActivity(activity, taskQueue, activity === 'record' ? acceptOfA.payloads : [])).toBe(
      'failed',
    );
    await expectAlarm();
    expect(liaise.mail.letters()).toHaveLength(digests);
  });
});

describe('own payloads of a case, sent again', () => {
  test('an act under another id is refused', async () => {
    expect(await attacker.update(workflowIdOf(a), withNewId(acceptOfA))).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('an act under the name of another act is refused', async () => {
    const renamed = { ...acceptOfA, name: 'decline', updateId: acceptOfA.updateId };
    const [actId] = acceptOfA.updateId.split('/');
    expect(await attacker.update(workflowIdOf(a), { ...renamed, updateId: `${actId}//other` })).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('an act under its own id gives the earlier answer, and an old start is harmless', async () => {
    expect(await attacker.update(workflowIdOf(a), acceptOfA)).toBe('performed');
    await attacker.start(workflowIdOf(c), ofC.start);
    await liaise.temporal.workflow.getHandle(workflowIdOf(c)).result();
    await attacker.updateWithStart(workflowIdOf(c), ofC.start, updateOf(ofC, 'withdraw'));
    expect(await journalsNow()).toEqual(journals);
  });
});

test('a workflow whose id names no referral is reported, and repair deletes it', async () => {
  await attacker.start('referral/nonsense', ofA.start);
  const isFound = async () => (await check(liaise)).some(({ referralId: id }) => id === 'referral/nonsense');
  await expect.poll(isFound, POLL).toBe(true);
  const [repaired] = (await repair(liaise)).filter(({ finding }) => finding.fault === 'workflow-foreign');
  expect(repaired).toMatchObject({ done: 'workflow-deleted' });
  await expect.poll(isFound, POLL).toBe(false);
});

describe('an act that was encrypted for its case', () => {
  const DAY_MS = 24 * 3_600_000;

  let actor: Person;

  beforeAll(async () => {
    actor = await liaise.person('aino.alder');
  });

  async function accept(statement: (actId: string) => object): Promise<unknown> {
    const handle = liaise.temporal.workflow.getHandle(workflowIdOf(b));
    const actId = crypto.randomUUID();
    const args: [object] = [{ act: { type: 'accept', recipientId: 'r1' }, actor, ...statement(actId) }];
    return handle.executeUpdate('accept', { updateId: `${actId}//`, args });
  }

  const statedAgo = (ms: number) => (actId: string) => ({
    statement: { referralId: b, actId, type: 'accept', requestedAt: new Date(Date.now() - ms).toISOString() },
  });

  test.each([
    ['states nothing', () => ({})],
    ['was requested more than a day ago', statedAgo(DAY_MS + 1_000)],
    ['states no valid time', (actId: string) => ({ statement: { referralId: b, actId, type: 'accept' } })],
  ])('is refused if it %s', async (_, statement) => {
    await expect(accept(statement)).rejects.toMatchObject({ cause: { type: 'FORGED_ACT' } });
    await expectAlarm();
  });

  test('is refused if the person has left, and days later also if the person is back', async () => {
    const memberships = await liaise.db.membership.findMany({ where: { personId: 'aino.alder' } });
    await liaise.db.membership.deleteMany({ where: { personId: 'aino.alder' } });
    await expect(accept(statedAgo(0))).rejects.toMatchObject({ cause: { type: 'ROLE_REQUIRED' } });
    await liaise.db.membership.createMany({ data: memberships });
    await liaise.temporal.workflow.getHandle(workflowIdOf(b)).terminate();
    await start(liaise.temporal, b);
    await expect(accept(statedAgo(2 * DAY_MS))).rejects.toMatchObject({ cause: { type: 'FORGED_ACT' } });
    await expectAlarm();
  });
});

test('after all attacks, the referral continues', async () => {
  expect(await liaise.act('eero.alder', b, { type: 'accept', recipientId: 'r1' })).toMatchObject({ referralId: b });
});
