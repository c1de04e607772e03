/** Why a clock is paused: the party that must act waits for an answer, or for a translation. */

import { type ClockSubject, PAUSE_REASONS, type PauseReason } from '../events.ts';
import type { Referral } from '../referral.ts';
import { type CaseParty, translationsOf } from '../translation.ts';

/** The first of these reasons for which a clock about `subject` must wait; undefined if there is none. */
export function pauseReason(
  subject: ClockSubject,
  reasons: readonly string[],
  referral: Referral | undefined,
): PauseReason | undefined {
  return PAUSE_REASONS.find((reason) => reasons.includes(reason) && isAwaited(reason, subject, referral));
}

function isAwaited(reason: PauseReason, subject: ClockSubject, referral: Referral | undefined): boolean {
  if (referral === undefined) return false;
  const requests = reason === 'question' ? referral.questions : translationsOf(referral);
  return requests.some(({ state, asker }) => state === 'open' && isAskerOf(asker, subject));
}

/** Questions and requests for a translation pause only the clocks of the party that asked. */
function isAskerOf(asker: CaseParty, subject: ClockSubject): boolean {
  if (subject.of === 'referral') return asker.kind === 'coordinator';
  return subject.of === 'recipient' && asker.kind === 'recipient' && asker.recipientId === subject.recipientId;
}
