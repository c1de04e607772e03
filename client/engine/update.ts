/** Sends one act to the referral's workflow by a Temporal update, and maps the result to a receipt or a ReferralError.
 * */

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
import { requestOrigin } from '../../prisma/store/request-origin.ts';
import {
  type ActMessage,
  type ActStatement,
  isRefused,
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

/** A lost workflow task is given to another worker after this time, before the act times out. The default is 10 s. */
export const TASK_TIMEOUT = '5 seconds';

const PAUSE_MS = 50;

/** Fields of a `ReferralError`. Workers of earlier versions send none. */
const errorFacts = z.object({ reference: z.string().exactOptional(), max: z.number().exactOptional() });

/** Counted from the start of an act, whose limit is ten seconds. The difference is for the steps that follow. */
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
  const via = requestOrigin();
  const request = { ...call, ...(via && { via }) };
  try {
    const receipt = await temporal.connection.withDeadline(deadline, () => sendUntilTaken(temporal, request, deadline));
    // A receipt that was not encrypted for this referral says nothing about the act.
    if (isRefused(receipt)) throw unavailable();
    return receipt;
  } catch (error) {
    throw inOurWords(error);
  }
}

/**
 * Retries until the server accepts the update. With many acts on one referral, the worker may lose some between two
 * workflow tasks, and the server rejects them as not processed. A workflow may also be terminated during an act. An act
 * that was recorded all the same is not repeated.
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

/**
 * Sends to the running workflow. A submission starts one; so does an act on a referral whose workflow has completed.
 */
async function send(temporal: Client, call: Call): Promise<Receipt> {
  const { referralId, actId, request } = messageOf(call);
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

/** The act states what it is for, so that it cannot be used for anything else. */
function messageOf({ referralId, actId, ...request }: Call) {
  const requestedAt = new Date().toISOString();
  const statement: ActStatement = { referralId, actId, type: request.act.type, requestedAt };
  return { referralId, actId, request: { ...request, statement } };
}

function startWith(temporal: Client, call: Call, start: ReferralStart): Promise<Receipt> {
  const { referralId, actId, request } = messageOf(call);
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

/** The server's type of the rejection. */
function rejectionType(error: unknown): string | null | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure ? cause.type : undefined;
}

/** Timed out, unreachable or busy: after several lost tasks, a workflow accepts no updates for a moment. */
function isOfServer(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(error)
  );
}

/** Maps what Temporal throws to a ReferralError, if it is a refusal or an outage. */
export function inOurWords(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const { type, message, details } = error.cause;
    const [field, facts] = details ?? [];
    if (type && isErrorCode(type))
      return new ReferralError(type, message, z.string().safeParse(field).data, errorFacts.safeParse(facts).data);
  }
  if (isOfServer(error) || wasLost(error)) {
    return unavailable();
  }
  return error;
}

/** The error for an engine that does not answer. */
export function unavailable(): ReferralError {
  const message = 'The engine did not answer in time; try again, nothing is done twice.';
  return new ReferralError('ENGINE_UNAVAILABLE', message);
}
