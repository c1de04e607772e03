/** Payloads replayed without keys where no act is sent: schedules, resets, progress, failures, and workflows of no referral. */

import { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { administer, newRequest } from '../../client/directory/administer.ts';
import { sendToDirectory } from '../../client/engine/change-directory.ts';
import { check } from '../../client/recovery/check.ts';
import { repair } from '../../client/recovery/repair.ts';
import { start } from '../../client/recovery/workflow.ts';
import {
  type RawTemporal,
  rawTemporal,
  type SealedHistory,
  type SealedUpdate,
  withNewId,
} from '../../dev/forged-requests.ts';
import { startMailCatcher } from '../../dev/mail.ts';
import { parseKeyring } from '../../domain/keyring.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { runWithOrigin } from '../../prisma/store/request-origin.ts';
import { directoryWorkflowIdOf, dispatcherIdOf, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import { atEnd } from '../support/at-end.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { DELETE_AT_ONCE, realServer } from '../support/temporal.ts';
import { type WatchedEngine, watchedEngine } from '../worker/watched-engine.ts';

const POLL = { timeout: 20_000, interval: 50 };
/** As Temporal adds it to the workflow ids that a schedule starts. */
const TIME = '-2026-11-29T19:19:10Z';

let liaise: WatchedEngine;
let attacker: RawTemporal;
/** Case A, from which payloads are copied. Case B, which is open. Case C, which is closed. */
let [a, b, c] = ['', '', ''];
let ofB: SealedHistory;
let ofC: SealedHistory;
let acceptOfA: SealedUpdate;
let before: { journals: unknown; alarms: number; leaves: number };

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
  await ended(workflowIdOf(c));
  await start(liaise.temporal, c);
  await ended(workflowIdOf(c));
  ofC = await attacker.historyOf(workflowIdOf(c));
  ofB = await attacker.historyOf(workflowIdOf(b));
  const accept = (await attacker.historyOf(workflowIdOf(a))).updates.find(({ name }) => name === 'accept');
  if (!accept) throw new Error('The history has no act.');
  acceptOfA = accept;
});

beforeEach(async () => {
  before = { journals: await journalsNow(), alarms: await alarmsNow(), leaves: await leavesNow() };
});

const journalsNow = () => Promise.all([a, b, c].map((id) => readJournal(liaise.db, id)));
const leavesNow = () =>
  liaise.db.auditLeaf.count({
    where: { operation: 'refused-attempt', leaf: { path: ['about', 'code'], equals: 'FORGED_ACT' } },
  });

async function alarmsNow(): Promise<number> {
  const metric = await liaise.metrics.registry.getSingleMetric('liaise_forgeries_total')?.get();
  return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

/** The attempt is in the metric and the audit log. Nothing was recorded, and the open case goes on. */
async function expectAlarm(): Promise<void> {
  await expect.poll(alarmsNow, POLL).toBeGreaterThan(before.alarms);
  await expect.poll(leavesNow, POLL).toBeGreaterThan(before.leaves);
  await expectUnchanged();
}

async function expectUnchanged(): Promise<void> {
  expect(await journalsNow()).toEqual(before.journals);
  expect((await liaise.waitUntil(b, ({ seq }) => seq > 0)).recipients[0]?.status).toBe('acknowledged');
}

/** The code with which the workflow failed; undefined if it completed. */
async function ended(workflowId: string, runId?: string): Promise<string | undefined> {
  return liaise.temporal.workflow
    .getHandle(workflowId, runId)
    .result()
    .then(
      () => undefined,
      (error: { cause?: { type?: string } }) => error.cause?.type ?? String(error),
    );
}

/** The workflow that a schedule started. */
async function scheduledBy(scheduleId: string): Promise<string> {
  const handle = liaise.temporal.schedule.getHandle(scheduleId);
  const started = async () => (await handle.describe()).info.recentActions.at(-1)?.action.workflow.workflowId;
  await expect.poll(started, POLL).toBeDefined();
  return (await started()) ?? '';
}

async function pendingActivity(workflowId: string): Promise<string> {
  const pending = async () =>
    (await liaise.temporal.workflow.getHandle(workflowId).describe()).raw.pendingActivities?.[0]?.activityId;
  await expect.poll(pending, POLL).toBeDefined();
  return (await pending()) ?? '';
}

async function sealedFor(workflowId: string, value: unknown): Promise<Payload[]> {
  const { payloadConverter, payloadCodecs } = liaise.temporal.options.loadedDataConverter;
  const payloads = [payloadConverter.toPayload(value)];
  return payloadCodecs[0]?.encode(payloads, { type: 'workflow', namespace: 'default', workflowId }) ?? payloads;
}

describe('a schedule', () => {
  test.each(['its own', 'another'])('that starts a case with the start of %s case is refused', async (whose) => {
    const scheduleId = workflowIdOf(whose === 'its own' ? c : b);
    await attacker.schedule(scheduleId, ofC.start);
    const started = await scheduledBy(scheduleId);
    expect(started).toMatch(new RegExp(`^${scheduleId}-`));
    expect(await ended(started)).toBe('FORGED_ACT');
    await attacker.trigger(scheduleId);
    await expectAlarm();
    await liaise.temporal.schedule.getHandle(scheduleId).delete();
  });

  test('gives its workflow no acts of the case', async () => {
    // The time in the id is not a part of the place, so the payloads open. The start names another workflow.
    await attacker.start(`${workflowIdOf(b)}${TIME}`, ofB.start);
    expect(await ended(`${workflowIdOf(b)}${TIME}`)).toBe('FORGED_ACT');
    const [own] = ofB.updates;
    const refused = attacker.updateWithStart(`${workflowIdOf(b)}${TIME}`, ofB.start, own ? withNewId(own) : acceptOfA);
    await refused.catch(() => undefined);
    expect(await ended(`${workflowIdOf(b)}${TIME}`)).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('of maintenance can be started at any time, and the maintenance runs once more', async () => {
    const workflowId = 'upkeep/forgetPassing';
    const input = await sealedFor(workflowId, 'forgetPassing');
    await attacker.start(`${workflowId}${TIME}`, input, { type: 'upkeep' });
    await pendingActivity(`${workflowId}${TIME}`);
    await liaise.temporal.workflow.getHandle(`${workflowId}${TIME}`).terminate();
    await expectUnchanged();
  });

  test('a workflow under such an id is found, and repair deletes it', async () => {
    const foreign = async () =>
      (await check(liaise)).filter(({ fault }) => fault === 'workflow-foreign').map(({ referralId: id }) => id);
    await expect.poll(foreign, POLL).toContain(`${workflowIdOf(b)}${TIME}`);
    // It was started twice.
    await repair(liaise);
    await expect.poll(foreign, { ...POLL, timeout: 60_000 }).toEqual([]);
  });
});

describe('a signal with a start', () => {
  test('is dropped by an open case, and starts no closed one', async () => {
    await attacker.signalWithStart(workflowIdOf(b), ofC.start, acceptOfA.payloads);
    await attacker.signalWithStart(workflowIdOf(c), ofB.start, acceptOfA.payloads);
    expect(await ended(workflowIdOf(c))).toBe('FORGED_ACT');
    await expectAlarm();
  });
});

describe('a run that is reset', () => {
  test('repeats its acts, which records nothing, and goes on', async () => {
    const handle = liaise.temporal.workflow.getHandle(workflowIdOf(b));
    const { runId } = await handle.describe();
    await attacker.reset(workflowIdOf(b));
    await expect.poll(async () => (await handle.describe()).runId, POLL).not.toBe(runId);
    await expectUnchanged();
    await liaise.act('noor.rowan', b, { type: 'add-note', text: 'Still here.' });
    expect((await readJournal(liaise.db, b)).length).toBeGreaterThan(Object(before.journals)[1].length);
  });
});

describe('the letter dispatcher', () => {
  const workflowId = dispatcherIdOf(0);

  /** A letter of a new case arrives. */
  async function expectLetters(): Promise<void> {
    const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
    expect((await liaise.lettersSent(referralId)).recipients[0]?.status).toBe('delivered');
  }

  test('does not read the progress of another case', async () => {
    await attacker.heartbeatAndRetry(workflowId, await pendingActivity(workflowId), acceptOfA.payloads);
    await expectAlarm();
    await expectLetters();
  });

  test('starts again after a failure with payloads of another case', async () => {
    const { runId } = await liaise.temporal.workflow.getHandle(workflowId).describe();
    await attacker.failActivity(workflowId, await pendingActivity(workflowId), acceptOfA.payloads);
    expect(await ended(workflowId, runId)).toBeDefined();
    await expectAlarm();
    await expectLetters();
  });

  test('of a shard that does not exist ends at once, and with a forged input fails', async () => {
    await attacker.start(dispatcherIdOf(7), [], { type: 'letterDispatcher' });
    expect(await ended(dispatcherIdOf(7))).toBeUndefined();
    await attacker.start(dispatcherIdOf(7), acceptOfA.payloads, { type: 'letterDispatcher' });
    expect(await ended(dispatcherIdOf(7))).toBe('FORGED_ACT');
    await expectAlarm();
  });
});

describe('maintenance', () => {
  test('with a forged name does not run', async () => {
    await attacker.start('upkeep/forged', acceptOfA.payloads, { type: 'upkeep' });
    expect(await ended('upkeep/forged')).toBe('FORGED_ACT');
    await expectAlarm();
  });

  test('with the result of another case fails, and its schedule runs it again', async () => {
    const workflowId = 'upkeep/reviewRetention';
    const started = { taskQueue: TASK_QUEUES.referrals, workflowId, args: ['reviewRetention'] };
    await liaise.temporal.workflow.start('upkeep', started);
    await attacker.completeActivity(workflowId, await pendingActivity(workflowId), acceptOfA.payloads);
    expect(await ended(workflowId)).toBe('FORGED_ACT');
    await expectAlarm();
  });
});

describe('a request about the directory', () => {
  const keyring = () => parseKeyring(JSON.stringify(liaise.keys));

  /** Karl proposes to change the roles of a person, and Dora confirms it. Returns the id of the workflow. */
  async function confirmed(personId: string, agencyId: string): Promise<string> {
    const [karl, dora] = [await liaise.person('karl.rowan'), await liaise.person('dora.rowan')];
    const send = (request: Parameters<typeof sendToDirectory>[1]) => sendToDirectory(liaise.temporal, request);
    const deps = { db: liaise.pages, keyring: keyring(), changeDirectory: send };
    const edit = { type: 'set-roles', personId, agencyId, roles: ['auditor'] } as const;
    const editor = { person: karl, everywhere: true };
    // What is proposed on a page counts as the first of two agreements.
    const answer = await asAgency('xr-desk', () =>
      runWithOrigin({ channel: 'page' }, () => administer(deps, editor, edit)),
    );
    const proposalId = answer.outcome === 'proposed' ? answer.proposalId : '';
    const request = { ...newRequest({ person: dora }), task: { type: 'confirm', proposalId } as const };
    expect(await send(request)).toBe('applied');
    return directoryWorkflowIdOf(request.requestId);
  }

  test('is refused in another workflow, and under a scheduled id', async () => {
    const workflowId = await confirmed('lotta.birch', 'fi-birch');
    await ended(workflowId);
    const [change] = (await attacker.historyOf(workflowId)).updates;
    if (!change) throw new Error('The history has no request.');
    const decisions = await liaise.db.proposalDecision.count();
    for (const id of [directoryWorkflowIdOf(crypto.randomUUID()), `${workflowId}${TIME}`]) {
      await attacker.start(id, [], { type: 'directory' });
      expect(await attacker.update(id, withNewId(change))).toBe('FORGED_ACT');
    }
    await expectAlarm();
    expect(await liaise.db.proposalDecision.count()).toBe(decisions);
  });

  test('sends its letters although a result of another case came', async () => {
    const { smtpPort } = liaise.mail;
    await liaise.mail.stop();
    const workflowId = await confirmed('aino.alder', 'fi-alder');
    await attacker.completeActivity(workflowId, await pendingActivity(workflowId), acceptOfA.payloads);
    await expectAlarm();
    const mail = await startMailCatcher({ smtpPort });
    atEnd(mail.stop);
    expect(await ended(workflowId)).toBeUndefined();
    expect(mail.letters().some(({ text }) => text.includes('Roles changed'))).toBe(true);
  });
});
