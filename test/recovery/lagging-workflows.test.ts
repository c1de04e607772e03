/** An act is recorded but never reaches its workflow: the scheduled repairs find it. */

import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import type { ActOf } from '../../domain/acts.ts';
import { readReconciliationCursor, saveReconciliationCursor } from '../../prisma/store/reconciliation-cursor.ts';
import { repairOpen, repairRecent } from '../../worker/maintenance.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { recordUnknownToWorkflow } from '../support/record-without-workflow.ts';
import { submitted } from '../support/submit-and-triage.ts';
import { faultServer } from '../support/temporal.ts';

let liaise: TestEngine;

beforeAll(async () => {
  const place: TemporalAddress = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(place);
  await workerFor(liaise, place, ['referrals', 'letters', 'upkeep']);
});

afterEach(() => {
  vi.useRealTimers();
});

const { urgency, urgencyGrounds, capability } = anUrgentSubmission();
const TRIAGED: ActOf<'complete-triage'> = {
  type: 'complete-triage',
  urgency,
  urgencyGrounds,
  capability,
  countries: ['FI'],
  wanted: [],
};

/** A referral whose triage is recorded without its workflow, so that it must be routed. */
async function triagedWithoutWorkflow(): Promise<string> {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.lettersSent(referralId);
  await recordUnknownToWorkflow(liaise, referralId, 'noor.rowan', TRIAGED);
  return referralId;
}

/** Runs the activity as the worker does, with the system clock moved forward. */
function after<T>(minutes: number, activity: (deps: TestEngine) => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
  const logger = new DefaultLogger('WARN', () => {});
  return new MockActivityEnvironment({}, { logger }).run(activity, liaise);
}

const routed = (referralId: string) =>
  liaise.waitUntil(referralId, ({ recipients }) => recipients.some(({ status }) => status === 'delivered'));

test('the next run of repairRecent processes a recorded act that its workflow missed', async () => {
  const referralId = await triagedWithoutWorkflow();
  await after(2, repairRecent);
  await routed(referralId);
  expect(await check(liaise)).toEqual([]);
});

test('the nightly repair processes one that is older than the reconciliation cursor', async () => {
  const referralId = await triagedWithoutWorkflow();
  await saveReconciliationCursor(liaise.db, new Date(Date.now() + 3_600_000));
  await after(2, repairRecent);
  expect((await liaise.waitUntil(referralId, () => true)).recipients).toEqual([]);
  await after(2, repairOpen);
  await routed(referralId);
  await liaise.db.reconciliationCursor.deleteMany();
});

test('a recent act, which may be in progress, is left to the following run', async () => {
  const referralId = await triagedWithoutWorkflow();
  await after(0, repairRecent);
  expect((await liaise.waitUntil(referralId, () => true)).recipients).toEqual([]);
  await after(2, repairRecent);
  await routed(referralId);
});

test('the reconciliation cursor never moves back', async () => {
  const [late, early] = [new Date('2090-01-02'), new Date('2090-01-01')];
  await saveReconciliationCursor(liaise.db, late);
  await saveReconciliationCursor(liaise.db, early);
  expect(await readReconciliationCursor(liaise.db)).toEqual(late);
  await liaise.db.reconciliationCursor.deleteMany();
});

test('repairRecent runs every ten minutes on the task queue upkeep', async () => {
  const recent = liaise.temporal.schedule.getHandle('upkeep/repairRecent');
  const described = () => recent.describe().catch(() => undefined);
  await expect.poll(described, { timeout: 20_000 }).toBeDefined();
  const [first, second] = (await described())?.info.nextActionTimes ?? [];
  expect(Number(second) - Number(first)).toBe(600_000);
  await recent.trigger();
  await expect.poll(() => readReconciliationCursor(liaise.db), { timeout: 20_000 }).toBeInstanceOf(Date);
});
