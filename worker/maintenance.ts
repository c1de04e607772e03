/** Creates the Temporal schedules of the maintenance workflow, and runs the repairs that need a Temporal client. */

import { setTimeout } from 'node:timers/promises';
import { log } from '@temporalio/activity';
import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type ScheduleOptions,
  type ScheduleOptionsStartWorkflowAction,
} from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { heartbeatUnlessStopped } from '../activities/heartbeat-unless-stopped.ts';
import type { Repaired } from '../activities/index.ts';
import { check, checkThese, type RecoveryDeps } from '../client/recovery/check.ts';
import type { Finding } from '../client/recovery/finding.ts';
import { findLaggingWorkflows } from '../client/recovery/lagging-workflows.ts';
import { repairAutomatically } from '../client/recovery/repair.ts';
import { endedSince } from '../client/recovery/temporal-history.ts';
import { readReconciliationCursor, saveReconciliationCursor } from '../prisma/store/reconciliation-cursor.ts';
import { SCHEDULES, type upkeep } from '../workflows/maintenance.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';

/** Called with the id of an open referral whose workflow was ended from outside. */
export type EndedListener = (referralId: string) => void;

const REFRESH_MS = 3_600_000;
const RETRY_MS = 10_000;

/** Creates the schedules now and every hour until `signal` aborts, since they are lost if Temporal's store is lost. */
export async function maintainSchedules(temporal: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const succeeded = await ensureSchedules(temporal);
    await setTimeout(succeeded ? REFRESH_MS : RETRY_MS, undefined, { signal }).catch(() => {});
  }
}

async function ensureSchedules(temporal: Client): Promise<boolean> {
  try {
    for (const row of SCHEDULES) await ensureSchedule(temporal, row);
    for (const id of REMOVED_SCHEDULES) await removeSchedule(temporal, id);
    return true;
  } catch (error) {
    Runtime.instance().logger.warn(
      'The schedules could not be created, so no maintenance runs. The worker tries again.',
      { error },
    );
    return false;
  }
}

/** Of the previous version. Each process now measures the clocks itself. */
const REMOVED_SCHEDULES = ['upkeep/measureClocks'];

async function removeSchedule(temporal: Client, scheduleId: string): Promise<void> {
  try {
    await temporal.schedule.getHandle(scheduleId).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}

type ScheduleRow = (typeof SCHEDULES)[number];

/** Creates or updates the schedule. A schedule that an operator paused stays paused. */
async function ensureSchedule(temporal: Client, row: ScheduleRow): Promise<void> {
  const [scheduleId, schedule] = [`upkeep/${row.activity}`, scheduleOf(row)];
  try {
    await temporal.schedule.create({ scheduleId, ...schedule });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await temporal.schedule.getHandle(scheduleId).update<typeof upkeep>(({ state }) => ({ ...schedule, state }));
  }
}

function scheduleOf({ activity, ...hours }: ScheduleRow): Omit<ScheduleOptions<ScheduleStart>, 'scheduleId' | 'state'> {
  const workflowId = `upkeep/${activity}`;
  const { referrals: taskQueue } = TASK_QUEUES;
  return {
    spec: { calendars: [hours] },
    action: { type: 'startWorkflow', workflowType: 'upkeep', workflowId, taskQueue, args: [activity] },
    policies: { overlap: 'SKIP', catchupWindow: '1 day' },
  };
}

type ScheduleStart = ScheduleOptionsStartWorkflowAction<typeof upkeep>;

/** Restarts referrals whose workflow is missing or stuck. Other findings are left to an operator (`liaise repair`). */
export async function repairOpen(deps: RecoveryDeps): Promise<Repaired> {
  const withHeartbeat = { ...deps, progress: heartbeatUnlessStopped };
  return repairFindings(withHeartbeat, await check(withHeartbeat));
}

/** The period of the first run; the nightly repair checks older changes. */
const A_DAY_MS = 24 * 3_600_000;

/** Younger acts may still be in progress. */
const MINIMUM_AGE_MS = 60_000;

/** The same for referrals that changed after the last run, so that a workflow that missed an act is repaired sooner. */
export async function repairRecent(deps: RecoveryDeps): Promise<Repaired> {
  const withHeartbeat = { ...deps, progress: heartbeatUnlessStopped };
  const now = Date.now();
  const [from, to] = [
    (await readReconciliationCursor(deps.db)) ?? new Date(now - A_DAY_MS),
    new Date(now - MINIMUM_AGE_MS),
  ];
  const repaired = await repairFindings(
    withHeartbeat,
    await checkThese(withHeartbeat, await findLaggingWorkflows(withHeartbeat, { from, to })),
  );
  await saveReconciliationCursor(deps.db, to);
  return repaired;
}

/** Longer than the pause between two runs, so that a run that was late or missed leaves no gap. */
const ENDED_WITHIN_MS = 15 * 60_000;

/**
 * Restarts open referrals whose workflow was terminated or failed. Liaise itself never ends the workflow of an open
 * referral for good, so another client did: `onEnded` is called for each, to raise an alarm.
 */
export async function repairEnded(deps: RecoveryDeps & { onEnded: EndedListener }): Promise<Repaired> {
  const withHeartbeat = { ...deps, progress: heartbeatUnlessStopped };
  const ended = await endedSince(deps.temporal, new Date(Date.now() - ENDED_WITHIN_MS));
  const findings = (await checkThese(withHeartbeat, ended)).filter(({ fault }) => fault === 'no-workflow');
  for (const { referralId } of findings) deps.onEnded(referralId);
  return repairFindings(withHeartbeat, findings);
}

async function repairFindings(deps: RecoveryDeps, findings: readonly Finding[]): Promise<Repaired> {
  const repairs = await repairAutomatically(deps, findings);
  const left = repairs.filter(({ done }) => done === 'left-to-a-person').length;
  const goOn = repairs.length - left;
  if (repairs.length > 0) log.warn(`${goOn} referrals were restarted; ${left} need an operator: run "liaise check"`);
  return { goOn, left };
}
