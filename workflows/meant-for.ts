/** Refuses a start, an act or a result that was copied from an older one, or from another workflow. */

import { ApplicationFailure, currentUpdateInfo, proxySinks, workflowInfo } from '@temporalio/workflow';
import type { DirectoryRequest } from '../domain/administration/directory-edit.ts';
import { type ActMessage, directoryWorkflowIdOf, type ReferralStart, updateIdOf, workflowIdOf } from './messages.ts';
import type { ActSinks, ObservedForgery } from './observe.ts';
import { forgedAct } from './refuse-forged.ts';

const { acts } = proxySinks<ActSinks>();

/** A client that repeats an act states the time of the repetition, so only a copy is older. */
const MAX_AGE_MS = 24 * 3_600_000;

/**
 * For validators, which run once for each act and not during replay. The clock of the worker is therefore allowed.
 *
 * @throws FORGED_ACT if the act does not state what it is for, or was requested more than a day ago.
 */
export function refuseUnstatedAct({ statement }: ActMessage): void {
  const ageMs = workflowInfo().unsafe.now() - Date.parse(statement?.requestedAt ?? '');
  // Without a valid time, the age is not a number.
  if (!(ageMs <= MAX_AGE_MS)) throw refusal('act');
}

/** @throws FORGED_ACT if the act states another referral, act or update. Acts in histories of earlier versions state nothing. */
export function refuseForeignAct({ act, statement, ...request }: ActMessage): void {
  if (statement === undefined) return;
  const { referralId, actId, type } = statement;
  const update = currentUpdateInfo();
  const isMeant =
    workflowIdOf(referralId) === workflowInfo().workflowId &&
    updateIdOf(actId, request) === update?.id &&
    type === act.type &&
    type === update.name;
  if (!isMeant) throw refusal('act');
}

/** @throws FORGED_ACT if the request about the directory was meant for another workflow. */
export function refuseForeignRequest({ requestId }: DirectoryRequest): void {
  if (directoryWorkflowIdOf(requestId) !== workflowInfo().workflowId) throw refusal('act');
}

/** @throws FORGED_ACT if the input is that of another referral. */
export function refuseForeignStart(start: ReferralStart): void {
  const isMeant =
    workflowIdOf(start.referralId) === workflowInfo().workflowId &&
    (start.from !== 'state' || start.referral.id === start.referralId);
  if (!isMeant) throw refusal('start');
}

function refusal(what: ObservedForgery['what']): ApplicationFailure {
  if (!workflowInfo().unsafe.isReplaying) acts.reportForgery({ what, workflowId: workflowInfo().workflowId });
  return forgedAct();
}

/** Repeats an activity whose result was not encrypted for this workflow. */
export async function unlessForged<T>(perform: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await perform();
    } catch (failure) {
      if (!(failure instanceof ApplicationFailure) || failure.type !== 'FORGED_ACT') throw failure;
    }
  }
}
