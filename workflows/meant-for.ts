/** Refuses a start, an act or a result that was copied from an older one, or from another workflow. */

import { ApplicationFailure, currentUpdateInfo, proxySinks, workflowInfo } from '@temporalio/workflow';
import { type ActMessage, type ReferralStart, updateIdOf, workflowIdOf } from './messages.ts';
import type { ActSinks, ObservedForgery } from './observe.ts';
import { forgedAct } from './refuse-forged.ts';

const { acts } = proxySinks<ActSinks>();

/** @throws FORGED_ACT if the act states another referral, act or update. Acts of earlier versions state nothing. */
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
