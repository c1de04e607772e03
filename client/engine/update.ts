/** One act to the referral's workflow and its answer back, within ten seconds, in our own words. */

import { setTimeout } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { isErrorCode, ReferralError } from '../../domain/errors.ts';
import type { Receipt } from '../../domain/receipt.ts';
import {
  type ActMessage,
  REFERRAL_WORKFLOW,
  type ReferralStart,
  TASK_QUEUES,
  updateIdOf,
  updateOf,
  workflowIdOf,
} from '../../workflows/messages.ts';
import type { referral } from '../../workflows/referral.ts';

interface Call extends ActMessage {
  referralId: string;
  actId: string;
}

/** A task that a worker or its core has lost is given to another in time for the answer; the default is no less than 10 s. */
export const TASK_TIMEOUT = '5 seconds';

const PAUSE_MS = 50;

/** As `ReferralError` has them; an older worker sends none. */
const errorFacts = z.object({ reference: z.string().exactOptional(), max: z.number().exactOptional() });

/** From the start of an act, which is answered within ten seconds: the rest is for what follows. */
export const UPDATE_TIMEOUT_MS = 9_500;

/**
 * Carries out one act by a Temporal update.
 *
 * @param deadline in epoch milliseconds
 * @throws ReferralError with the code of the refusal, or ENGINE_UNAVAILABLE: then the same key may be tried again.
 */
export async function update(
  temporal: Client,
  call: Call,
  deadline = Date.now() + UPDATE_TIMEOUT_MS,
): Promise<Receipt> {
  try {
    return await temporal.connection.withDeadline(deadline, () => sendUntilTaken(temporal, call, deadline));
  } catch (error) {
    throw inOurWords(error);
  }
}

/**
 * Where many act on one referral at once, the worker's core may lose some between two workflow tasks, and the server
 * turns those away as not processed; and a workflow may be ended under an act. They are sent again: what was recorded
 * all the same is not done twice.
 */
async function sendUntilTaken(
  temporal: Client,
  call: Call,
  deadline = Date.now() + UPDATE_TIMEOUT_MS,
): Promise<Receipt> {
  for (;;) {
    try {
      return await send(temporal, call);
    } catch (error) {
      if (!wasLost(error) || Date.now() > deadline) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

/** To the workflow that runs; a submission starts one, and so does an act on a referral whose workflow has ended. */
async function send(temporal: Client, call: Call): Promise<Receipt> {
  const { referralId, actId, ...request } = call;
  const updateId = updateIdOf(actId, request);
  const { type } = request.act;
  if (type === 'submit') return startWith(temporal, call, { from: 'submission', referralId });
  try {
    const handle = temporal.workflow.getHandle(workflowIdOf(referralId));
    return await handle.executeUpdate(updateOf(type), { updateId, args: [request] });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError || rejectionType(error) === 'AcceptedUpdateCompletedWorkflow'))
      throw error;
    return startWith(temporal, call, { from: 'journal', referralId });
  }
}

function startWith(temporal: Client, call: Call, start: ReferralStart): Promise<Receipt> {
  const { referralId, actId, ...request } = call;
  const updateId = updateIdOf(actId, request);
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof referral>(REFERRAL_WORKFLOW, {
    workflowId: workflowIdOf(referralId),
    taskQueue: TASK_QUEUES.referrals,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: TASK_TIMEOUT,
    args: [start],
  });
  const args: [ActMessage] = [request];
  return temporal.workflow.executeUpdateWithStart(updateOf(request.act.type), {
    updateId,
    startWorkflowOperation,
    args,
  });
}

function wasLost(error: unknown): boolean {
  return ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'].includes(rejectionType(error) ?? '');
}

/** The server's own word for why. */
function rejectionType(error: unknown): string | null | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure ? cause.type : undefined;
}

/** Too late, not reached, or not now: a workflow whose tasks were lost several times takes no act for a moment. */
function isOfServer(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(error)
  );
}

function inOurWords(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message, details } = error.cause;
    const [field, facts] = details ?? [];
    if (type && isErrorCode(type))
      return new ReferralError(type, message, z.string().safeParse(field).data, errorFacts.safeParse(facts).data);
  }
  if (isOfServer(error) || wasLost(error)) {
    return new ReferralError(
      'ENGINE_UNAVAILABLE',
      'The engine did not answer in time; try again, nothing is done twice.',
    );
  }
  return error;
}
