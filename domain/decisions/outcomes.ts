/** Decides outcomes: interim and final reports, and corrections of a final report. */

import type { ActOf } from '../acts.ts';
import { ReferralError } from '../errors.ts';
import type { ReferralEvent } from '../events.ts';
import type { Actor } from '../people.ts';
import type { Recipient } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import type { DecisionContext } from './decision-context.ts';
import { ownReferenceSet } from './own-records.ts';

/** The reporter may correct a final outcome for one hour, in milliseconds. */
const CORRECTABLE_MS = 3_600_000;

export function reportOutcome(act: ActOf<'report-outcome'>, { actor, now }: DecisionContext): ReferralEvent[] {
  const { recipientId, outcome, final, because, text } = act;
  refuseWithoutReason(act);
  const reported = { recipientId, outcome, ...(because && { because }), ...(text && { text }) };
  const correctableUntil = new Date(Date.parse(now) + CORRECTABLE_MS).toISOString();
  const event: ReferralEvent = final
    ? { type: 'outcome-reported', ...reported, correctableUntil }
    : { type: 'interim-outcome-reported', ...reported };
  return [event, ...ownReferenceSet(act.ownReference, actor)];
}

/** The correction is added. The outcome that was reported stays in the journal. */
export function correctOutcome(
  act: ActOf<'correct-outcome'>,
  { actor, recipient, now }: DecisionContext,
): ReferralEvent[] {
  const { recipientId, outcome, because, text } = act;
  refuseWithoutReason(act);
  refuseOthers(actor, recipient(), now);
  if (recipient().outcomes.at(-1)?.outcome === outcome && outcome !== 'not-actionable') {
    throw new ReferralError('INVALID_INPUT', 'This is the outcome that was reported. Select another.', 'outcome');
  }
  return [{ type: 'outcome-corrected', recipientId, outcome, ...(because && { because }), text }];
}

/** @throws ReferralError unless the actor is a supervisor of the recipient, or the reporter within the hour. */
function refuseOthers(actor: Actor, { outcomes }: Recipient, now: Instant): void {
  if (actor.kind === 'engine' || actor.roles.includes('supervisor')) return;
  const reported = outcomes.findLast(({ final, corrects }) => final && !corrects)?.correctable;
  if (reported?.by !== actor.personId) {
    throw new ReferralError(
      'SUPERVISOR_REQUIRED',
      'Only the person who reported the outcome, or a supervisor of the recipient, can correct it.',
    );
  }
  if (now <= reported.until) return;
  throw new ReferralError(
    'SUPERVISOR_REQUIRED',
    'The outcome was reported more than an hour ago. A supervisor of your agency can correct it.',
  );
}

function refuseWithoutReason({ outcome, because }: Pick<ActOf<'report-outcome'>, 'outcome' | 'because'>): void {
  if (outcome !== 'not-actionable' || because) return;
  throw new ReferralError('INVALID_INPUT', 'Select the reason why the referral is not actionable.', 'because');
}
