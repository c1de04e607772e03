/** A referral as the API shows it: what `disclose` leaves of it, without the ids of words, and what the principal may do. */

import type { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { referralAnswer } from '../contract/answers/referral.ts';
import { possibleActs } from '../queries/may-act.ts';

/** `referral` is as the principal may see it; what the schema does not name stays behind. */
export function answerOf(referral: Referral, principal: Person, now: Instant): z.output<typeof referralAnswer> {
  const shown: z.input<typeof referralAnswer> = { ...referral, acts: possibleActs(referral, principal, now) };
  return referralAnswer.parse(shown);
}
