/** Moves the time of one referral's workflow forward on the real server, so that its timers fire. */

import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { workflowIdOf } from '../workflows/messages.ts';

/**
 * Returns when the workflow's time has reached `to` and every earlier timer has fired.
 *
 * @throws Error if the server cannot skip time: it must run with `frontend.WorkflowTimeSkippingEnabled=true`.
 */
export async function moveTimeTo(temporal: Client, referralId: string, to: Date): Promise<void> {
  const workflowExecution = { workflowId: workflowIdOf(referralId) };
  const { namespace } = temporal.options;
  const now = await timeOf(temporal, referralId);
  const milliseconds = to.getTime() - now.getTime();
  if (milliseconds <= 0) return;
  await temporal.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: randomUUID(), duration: msToTs(milliseconds) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  while ((await timeOf(temporal, referralId)) < to) await pause();
}

/** The current time of the referral's workflow. */
export async function timeOf(temporal: Client, referralId: string): Promise<Date> {
  const { workflowExtendedInfo } = await temporal.workflowService.describeWorkflowExecution({
    namespace: temporal.options.namespace,
    execution: { workflowId: workflowIdOf(referralId) },
  });
  const current = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return current ? new Date(Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1e6)) : new Date();
}

/** The server sends no event when it has reached the time, so this is polled. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}
