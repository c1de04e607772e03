/** Keeps the workflows of the letter dispatcher running, and reports deliveries to referrals. */

import { setTimeout } from 'node:timers/promises';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import type { DeliveryReporter } from '../activities/dispatcher/report-deliveries.ts';
import { TASK_TIMEOUT, update } from '../client/engine/update.ts';
import { ENGINE } from '../domain/people.ts';
import type { letterDispatcher } from '../workflows/letter-dispatcher.ts';
import { DISPATCHER_WORKFLOW, dispatcherIdOf, TASK_QUEUES } from '../workflows/messages.ts';

/** The workflows may be ended from outside, and Temporal may lose its store. Until they run again, no letter is sent. */
const REFRESH_MS = 5_000;
const RETRY_MS = 2_000;

/** Starts missing dispatchers now, and again every few seconds until `signal` aborts. */
export async function maintainDispatchers(temporal: Client, shards: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const succeeded = await ensureDispatchers(temporal, shards);
    await setTimeout(succeeded ? REFRESH_MS : RETRY_MS, undefined, { signal }).catch(() => {});
  }
}

async function ensureDispatchers(temporal: Client, shards: number): Promise<boolean> {
  try {
    for (let shard = 0; shard < shards; shard += 1) await ensureDispatcher(temporal, shard);
    return true;
  } catch (error) {
    Runtime.instance().logger.warn('The letter dispatcher could not be started. The worker tries again.', { error });
    return false;
  }
}

async function ensureDispatcher(temporal: Client, shard: number): Promise<void> {
  try {
    await temporal.workflow.start<typeof letterDispatcher>(DISPATCHER_WORKFLOW, {
      workflowId: dispatcherIdOf(shard),
      taskQueue: TASK_QUEUES.referrals,
      workflowTaskTimeout: TASK_TIMEOUT,
      args: [],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

const REPORT_TIMEOUT_MS = 5_000;

/** Reports by the engine's own act. A referral without a workflow is continued from its journal. */
export function deliveryReporter(temporal: Client): DeliveryReporter {
  return async (referralId, actId, results) => {
    const act = { type: 'settle-letters', results } as const;
    await update(temporal, { referralId, actId, act, actor: ENGINE }, Date.now() + REPORT_TIMEOUT_MS);
  };
}
