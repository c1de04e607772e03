/** A referral's workflow is started from its journal, ended, and forgotten: nothing is lost with it that the journal has. */

import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { REFERRAL_WORKFLOW, TASK_QUEUES, workflowIdOf } from '../../workflows/messages.ts';
import type { referral } from '../../workflows/referral.ts';
import { TASK_TIMEOUT } from '../engine/update.ts';
import { type Run, unlessGone } from './temporal-history.ts';

/** As the server has it now: its list is a moment old. */
export async function isRunning(temporal: Client, referralId: string): Promise<boolean> {
  try {
    const { status } = await temporal.workflow.getHandle(workflowIdOf(referralId)).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** One that runs is left alone; one for which nothing is owed ends at once. */
export async function start(temporal: Client, referralId: string): Promise<void> {
  try {
    await temporal.workflow.start<typeof referral>(REFERRAL_WORKFLOW, {
      workflowId: workflowIdOf(referralId),
      taskQueue: TASK_QUEUES.referrals,
      workflowTaskTimeout: TASK_TIMEOUT,
      args: [{ from: 'journal', referralId }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

export async function end(temporal: Client, referralId: string): Promise<void> {
  if (!(await isRunning(temporal, referralId))) return;
  await temporal.workflow.getHandle(workflowIdOf(referralId)).terminate('goes on from its journal');
}

/** One that has ended, with all that it remembers. Temporal does it in its own time. */
export async function forget(temporal: Client, { referralId, runId }: Run): Promise<void> {
  const { namespace } = temporal.options;
  const workflowExecution = { workflowId: workflowIdOf(referralId), runId };
  await temporal.workflowService.deleteWorkflowExecution({ namespace, workflowExecution }).catch(unlessGone);
}
