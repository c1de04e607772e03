/** A referral as the API shows it, and its entity tag (RFC 9110, 8.8.3). */

import type { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { referralAnswer } from '../contract/answers/referral.ts';
import { entityTagOf } from '../http/entity-tags.ts';
import { possibleActs } from '../queries/may-act.ts';
import type { View } from '../queries/read.ts';

type ReferralAnswer = z.output<typeof referralAnswer>;

/** `referral` is already reduced to what the principal may see. Adds what the principal may do at `now`. */
export function referralAnswerOf(
  { referral, ownReference }: Pick<View, 'referral' | 'ownReference'>,
  principal: Person,
  now: Instant,
): ReferralAnswer {
  const acts = possibleActs(referral, principal, now);
  const shown: z.input<typeof referralAnswer> = { ...referral, acts, ...(ownReference && { ownReference }) };
  return referralAnswer.parse(shown);
}

/** A strong tag: equal tags mean equal answers. The id of the text stands for the own number, which is sealed. */
export function entityTag({ ownReference: _, ...answer }: ReferralAnswer, { ownReferences }: Referral): string {
  return entityTagOf(JSON.stringify(ownReferences ? [answer, ownReferences] : answer));
}
