/** Resolves another referral that an act names, if it is disclosed to the person. */

import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { originalOf, type Referral } from '../../domain/referral.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { findShown } from '../queries/find-shown.ts';

/** Returns the referral. @throws ReferralError UNKNOWN_REFERRAL */
export async function otherReferral(db: Queries, name: string, actor: Person): Promise<Referral> {
  const other = await findShown(db, actor, name);
  if (other) return other;
  throw new ReferralError(
    'UNKNOWN_REFERRAL',
    'The other referral does not exist, or your agency is not a party to it.',
    'other',
  );
}

/**
 * Returns a referral that can be the original of duplicates. It represents them all, so it must not be erased or a
 * duplicate itself.
 *
 * @throws ReferralError UNKNOWN_REFERRAL, ALREADY_ERASED, DUPLICATE_OF_ANOTHER.
 */
export async function originalReferral(db: Queries, name: string, actor: Person): Promise<Referral> {
  const other = await otherReferral(db, name, actor);
  const { reference, status } = other;
  if (status === 'erased') {
    throw new ReferralError(
      'ALREADY_ERASED',
      `${reference} is erased, so nobody could read what this referral was about.`,
      'other',
    );
  }
  const originalId = originalOf(other);
  if (originalId === undefined) return other;
  const first = await findShown(db, actor, originalId);
  const facts = first ? { reference: first.reference } : {};
  const message = `${reference} was closed as a duplicate of ${facts.reference ?? 'another'}: name that one.`;
  throw new ReferralError('DUPLICATE_OF_ANOTHER', message, 'other', facts);
}
