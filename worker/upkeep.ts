/** What is done at fixed hours: Temporal has a schedule for each, and a client does what activities cannot. */

import { setTimeout } from 'node:timers/promises';
import { heartbeat, log } from '@temporalio/activity';
import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  type ScheduleOptionsStartWorkflowAction,
} from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import type { Repaired } from '../activities/index.ts';
import type { RecoveryDeps } from '../client/recovery/check.ts';
import { repair } from '../client/recovery/repair.ts';
import { TASK_QUEUES } from '../workflows/messages.ts';
import { SCHEDULES, type upkeep } from '../workflows/nightly.ts';

const AGAIN_MS = 3_600_000;
const SOON_MS = 10_000;

/** Now and every hour, until `signal`: with Temporal's store the schedules would be lost too. */
export async function keepSchedules(temporal: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const kept = await ensureAll(temporal);
    await setTimeout(kept ? AGAIN_MS : SOON_MS, undefined, { signal }).catch(() => {});
  }
}

async function ensureAll(temporal: Client): Promise<boolean> {
  try {
    for (const row of SCHEDULES) await ensure(temporal, row);
    return true;
  } catch (error) {
    Runtime.instance().logger.warn('Temporal did not take the schedules: nothing is done at fixed hours.', { error });
    return false;
  }
}

type Row = (typeof SCHEDULES)[number];

/** As the row says; that an operator has paused it stays. */
async function ensure(temporal: Client, row: Row): Promise<void> {
  const [scheduleId, schedule] = [`upkeep/${row.chore}`, scheduleOf(row)];
  try {
    await temporal.schedule.create({ scheduleId, ...schedule });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await temporal.schedule.getHandle(scheduleId).update<typeof upkeep>(({ state }) => ({ ...schedule, state }));
  }
}

function scheduleOf({ chore, ...hours }: Row): Omit<ScheduleOptions<Start>, 'scheduleId' | 'state'> {
  const workflowId = `upkeep/${chore}`;
  const { referrals: taskQueue } = TASK_QUEUES;
  return {
    spec: { calendars: [hours] },
    action: { type: 'startWorkflow', workflowType: 'upkeep', workflowId, taskQueue, args: [chore] },
    policies: { overlap: 'SKIP', catchupWindow: '1 day' },
  };
}

type Start = ScheduleOptionsStartWorkflowAction<typeof upkeep>;

/** Starts what should run and does not; whatever else is wrong is left to whoever runs `liaise repair`. */
export async function repairOpen(deps: RecoveryDeps): Promise<Repaired> {
  const repairs = await repair({ ...deps, progress: () => heartbeat() }, ['no-workflow']);
  const started = repairs.filter(({ done }) => done === 'workflow-started').length;
  const left = repairs.length - started;
  if (repairs.length > 0)
    log.warn(
      `${started} referrals had no workflow and have one again; ${left} are wrong in another way, ask "liaise check"`,
    );
  return { started, left };
}
