/** Scheduled maintenance: the schedules exist, keep their state, and start missing workflows. */

import { ScheduleNotFoundError } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { beforeAll, expect, test, vi } from 'vitest';
import { check } from '../../client/recovery/check.ts';
import { maintainSchedules, repairEnded, repairOpen } from '../../worker/maintenance.ts';
import { TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import type { TemporalAddress } from '../support/addresses.ts';
import { connectedEngine, type TestEngine, workerFor } from '../support/engine.ts';
import { anUrgentSubmission } from '../support/factories.ts';
import { triagedTo } from '../support/submit-and-triage.ts';
import { faultServer } from '../support/temporal.ts';

let liaise: TestEngine;

beforeAll(async () => {
  const place: TemporalAddress = { address: (await faultServer()).address, namespace: 'default' };
  liaise = await connectedEngine(place);
  await workerFor(liaise, place, ['referrals', 'letters', 'upkeep']);
  // It runs each minute. The tests run it themselves.
  const { schedule } = liaise.temporal;
  await vi.waitFor(() => schedule.getHandle('upkeep/repairEnded').pause('test'), { timeout: 20_000 });
});

const repairNightly = () => liaise.temporal.schedule.getHandle('upkeep/repairOpen');

async function referred(): Promise<string> {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  await liaise.lettersSent(referralId);
  return referralId;
}

test('an open referral without a workflow continues from its journal, with the same due times', async () => {
  const [lost, other] = [await referred(), await referred()];
  const before = await liaise.read(lost);
  await liaise.temporal.workflow.getHandle(workflowIdOf(lost)).terminate('by mistake');
  await liaise.db.clock.deleteMany({ where: { referralId: other } });
  const differs = { referralId: other, fault: 'projection-differs' };
  const found = [{ referralId: lost, fault: 'no-workflow' }, differs];
  const byId = (one: { referralId: string }, two: { referralId: string }) => (one.referralId < two.referralId ? -1 : 1);
  await expect.poll(() => check(liaise)).toMatchObject(found.sort(byId));
  await repairNightly().trigger();
  // The schedule leaves the other fault to an operator.
  await expect.poll(() => check(liaise), { timeout: 20_000 }).toMatchObject([differs]);
  expect(await liaise.waitUntil(lost, () => true)).toEqual(before);
});

test('the repair sends heartbeats, then logs what it repaired and what is left', async () => {
  const lost = await referred();
  await liaise.temporal.workflow.getHandle(workflowIdOf(lost)).terminate('by mistake');
  await expect.poll(() => check(liaise)).toContainEqual(expect.objectContaining({ referralId: lost }));
  const warnings: string[] = [];
  const logger = new DefaultLogger('WARN', ({ message }) => warnings.push(message));
  const activity = new MockActivityEnvironment({}, { logger });
  let beats = 0;
  activity.on('heartbeat', () => {
    beats += 1;
  });
  // One finding is left: the clock that the previous test deleted.
  expect(await activity.run(repairOpen, liaise)).toEqual({ goOn: 1, left: 1 });
  expect(warnings).toEqual([expect.stringMatching(/^1 referrals were restarted; 1 need an operator/)]);
  // The three referrals are one page.
  const [pages, findings] = [1, 2];
  expect(beats).toBe(pages + findings);
});

test('a worker that stops does not wait for the repair', async () => {
  const activity = new MockActivityEnvironment();
  activity.cancel('WORKER_SHUTDOWN');
  await expect(activity.run(repairOpen, liaise)).rejects.toMatchObject({ type: 'WORKER_STOPS' });
});

test('a referral whose workflow was terminated is restarted within two minutes, and raises an alarm', async () => {
  const lost = await referred();
  await liaise.temporal.workflow.getHandle(workflowIdOf(lost)).terminate('by somebody');
  const ended: string[] = [];
  const repair = () =>
    new MockActivityEnvironment().run(repairEnded, { ...liaise, onEnded: (id: string) => ended.push(id) });
  await expect.poll(repair, { timeout: 20_000 }).toEqual({ goOn: 1, left: 0 });
  expect(ended).toEqual([lost]);
  await liaise.waitUntil(lost, () => true);
  expect(await repair()).toEqual({ goOn: 0, left: 0 });
  const { info } = await liaise.temporal.schedule.getHandle('upkeep/repairEnded').describe();
  const [first, second] = info.nextActionTimes;
  expect(Number(second) - Number(first)).toBe(60_000);
});

test('repairOpen runs once a night at 02:40 UTC', async () => {
  const { info } = await repairNightly().describe();
  const [first, second] = info.nextActionTimes.map((at) => at.toISOString());
  expect(first).toMatch(/T02:40:00/);
  expect(Date.parse(second ?? '') - Date.parse(first ?? '')).toBe(24 * 3_600_000);
});

test('sendDigests runs every hour on the task queue upkeep', async () => {
  const digests = liaise.temporal.schedule.getHandle('upkeep/sendDigests');
  const [first, second] = (await digests.describe()).info.nextActionTimes;
  expect(Number(second) - Number(first)).toBe(3_600_000);
  const personId = 'noor.rowan';
  await liaise.db.person.update({ where: { id: personId }, data: { zone: zoneAtNoon(), digestHour: 12 } });
  await digests.trigger();
  const sentOn = async () => (await liaise.db.person.findUnique({ where: { id: personId } }))?.digestSentAt;
  await expect.poll(sentOn, { timeout: 20_000 }).toBeInstanceOf(Date);
});

test('a worker that starts keeps the pause of an operator, and removes the schedule of earlier versions', async () => {
  await repairNightly().pause('While we restore.');
  const { schedule } = liaise.temporal;
  const action = {
    ...({ type: 'startWorkflow', workflowType: 'upkeep', args: ['measureClocks'] } as const),
    taskQueue: TASK_QUEUES.referrals,
  };
  const earlier = await schedule.create({ scheduleId: 'upkeep/measureClocks', spec: {}, action });
  const stop = new AbortController();
  const maintenance = maintainSchedules(liaise.temporal, stop.signal);
  await expect.poll(async () => (await repairNightly().describe()).info.lastUpdatedAt).toBeInstanceOf(Date);
  stop.abort();
  await maintenance;
  expect((await repairNightly().describe()).state).toMatchObject({ paused: true, note: 'While we restore.' });
  await expect(earlier.describe()).rejects.toThrow(ScheduleNotFoundError);
});

/** A time zone in which it is between noon and one o'clock: midnight is hours away. In `Etc/GMT+5` it is 5 hours earlier. */
function zoneAtNoon(): string {
  const hours = new Date().getUTCHours() - 12;
  return hours >= 0 ? `Etc/GMT+${hours}` : `Etc/GMT${hours}`;
}
