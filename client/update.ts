/** One act to the referral's workflow and its answer back, within ten seconds, in our own words. */

import {
  type Client,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Act } from '../domain/acts.ts';
import { isErrorCode, ReferralError } from '../domain/errors.ts';
import type { Actor } from '../domain/people.ts';
import type { Receipt } from '../domain/receipt.ts';
import { REFERRAL_WORKFLOW, type ReferralStart, TASK_QUEUES, updateOf, workflowIdOf } from '../workflows/messages.ts';
import type { referral } from '../workflows/referral.ts';

interface Call {
  referralId: string;
  /** Also the update's id: Temporal carries one act out once, however often it is sent. */
  actId: string;
  act: Act;
  actor: Actor;
}

/** An act answers in this time, or the asker is told to come back with the same key. */
const DEADLINE_MS = 10_000;

/** @throws ReferralError with the code of the refusal, or ENGINE_UNAVAILABLE: then the same key may be tried again. */
export async function update(temporal: Client, call: Call): Promise<Receipt> {
  try {
    return await temporal.connection.withDeadline(Date.now() + DEADLINE_MS, () => send(temporal, call));
  } catch (error) {
    throw inOurWords(error);
  }
}

/** To the workflow that runs; a submission starts one, and so does an act on a referral whose workflow has ended. */
async function send(temporal: Client, call: Call): Promise<Receipt> {
  const { referralId, actId, act, actor } = call;
  if (act.type === 'submit') return startWith(temporal, call, { from: 'submission', referralId });
  try {
    const handle = temporal.workflow.getHandle(workflowIdOf(referralId));
    return await handle.executeUpdate(updateOf(act.type), { updateId: actId, args: [{ act, actor }] });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return startWith(temporal, call, { from: 'journal', referralId });
  }
}

function startWith(temporal: Client, { referralId, actId, act, actor }: Call, start: ReferralStart): Promise<Receipt> {
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof referral>(REFERRAL_WORKFLOW, {
    workflowId: workflowIdOf(referralId),
    taskQueue: TASK_QUEUES.referrals,
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [start],
  });
  const args: [{ act: Act; actor: Actor }] = [{ act, actor }];
  return temporal.workflow.executeUpdateWithStart(updateOf(act.type), {
    updateId: actId,
    startWorkflowOperation,
    args,
  });
}

function inOurWords(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message, details } = error.cause;
    const [field] = details ?? [];
    if (type && isErrorCode(type))
      return new ReferralError(type, message, typeof field === 'string' ? field : undefined);
  }
  const isAway = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcServiceError(error);
  if (isAway) {
    return new ReferralError(
      'ENGINE_UNAVAILABLE',
      'The engine did not answer in time; try again, nothing is done twice.',
    );
  }
  return error;
}
