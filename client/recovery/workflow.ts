/** Starts a referral's workflow from its journal, queries or terminates it, or deletes its history. The journal keeps all data. */

import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { REFERRAL_WORKFLOW, stateQuery, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import type { referral } from '../../workflows/referral.ts';
import { TASK_TIMEOUT } from '../engine/update.ts';
import { type Run, unlessGone } from './temporal-history.ts';

/** True if the workflow runs. Asks the server directly, because its list lags by a moment. */
export async function isRunning(temporal: Client, referralId: string): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

const ANSWERS_WITHIN_MS = 5_000;

/** The last entry that the workflow has processed; undefined if it does not answer. */
export async function ownSeq(temporal: Client, referralId: string): Promise<number | undefined> {
  const handle = temporal.workflow.getHandle(workflowIdOf(referralId));
  const ask = () => handle.query(stateQuery);
  try {
    const known = await temporal.connection.withDeadline(Date.now() + ANSWERS_WITHIN_MS, ask);
    return known?.seq ?? 0;
  } catch {
    return undefined;
  }
}

/** Starts the workflow unless it runs. A workflow without open duties completes immediately. */
export async function start(temporal: Client, referralId: string): Promise<void> {
  try {
    await startFromJournal(temporal, referralId, 'FAIL');
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Replaces the run in one step, so that an interruption leaves the referral with a workflow. */
export async function restart(temporal: Client, referralId: string): Promise<void> {
  await startFromJournal(temporal, referralId, 'TERMINATE_EXISTING');
}

async function startFromJournal(
  temporal: Client,
  referralId: string,
  workflowIdConflictPolicy: 'FAIL' | 'TERMINATE_EXISTING',
): Promise<void> {
  await temporal.workflow.start<typeof referral>(REFERRAL_WORKFLOW, {
    workflowId: workflowIdOf(referralId),
    taskQueue: TASK_QUEUES.referrals,
    workflowTaskTimeout: TASK_TIMEOUT,
    workflowIdConflictPolicy,
    args: [{ from: 'journal', referralId }],
  });
}

/** Terminates the workflow if it runs. */
export async function end(temporal: Client, referralId: string): Promise<void> {
  if (!(await isRunning(temporal, referralId))) return;
  await temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('goes on from its journal');
}

/** Deletes all runs of a workflow that belongs to no referral; terminates it first if it runs. */
export async function deleteForeign(temporal: Client, workflowId: string): Promise<void> {
  const { namespace } = temporal.options;
  // The id may hold any characters, so it is compared here, and not in the query.
  for await (const run of temporal.workflow.list({ query: `WorkflowType = "${REFERRAL_WORKFLOW}"` })) {
    if (run.workflowId !== workflowId) continue;
    const workflowExecution = { workflowId, runId: run.runId };
    await temporal.workflowService.deleteWorkflowExecution({ namespace, workflowExecution }).catch(unlessGone);
  }
}

/** Deletes the history of a completed run. Temporal deletes it asynchronously. */
export async function deleteHistory(temporal: Client, { referralId, runId }: Run): Promise<void> {
  const { namespace } = temporal.options;
  const workflowExecution = { workflowId: workflowIdOf(referralId), runId };
  await temporal.workflowService.deleteWorkflowExecution({ namespace, workflowExecution }).catch(unlessGone);
}
