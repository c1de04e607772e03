/** A referral as the API shows it, and its entity tag (RFC 9110, 8.8.3 and 13.1). */

import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { referralAnswer } from '../contract/answers/referral.ts';
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
  const content = JSON.stringify(ownReferences ? [answer, ownReferences] : answer);
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** Compares strongly: a weak tag in the header never matches. */
export function matchesIfMatch(header: string, tag: string): boolean {
  return header.trim() === '*' || header.split(',').some((each) => each.trim() === tag);
}

/** Compares weakly. */
export function matchesIfNoneMatch(header: string | undefined, tag: string): boolean {
  return header !== undefined && matchesIfMatch(header.replaceAll('W/', ''), tag);
}
