/** Possible duplicates of a referral, and what they share, for the people who triage it. */

import { type Person, worksOnReferrals } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { findSharedValues, type SharedValues } from '../../prisma/store/possible-duplicates.ts';

/** Another referral that shares values with a referral. */
export interface PossibleDuplicate {
  referralId: string;
  reference: string;
  /** How many values of each kind both have. */
  shared: { originReferences: number; hashValues: number; files: number };
}

/** The largest number of possible duplicates of one referral. */
const MAX_DUPLICATES = 20;

/**
 * Compares at the time of reading, so that referrals submitted at the same time find each other. Numbers and hash values
 * are particulars: only people of the coordinating agency who may read particulars get a result.
 *
 * @param limit the largest number of results for each referral
 * @returns possible duplicates by referral id; a referral without any has no entry. Those that share most come first.
 */
export async function possibleDuplicates(
  db: Queries,
  viewer: Person,
  referrals: readonly Pick<Referral, 'id' | 'coordinatorAgencyId'>[],
  limit: number = MAX_DUPLICATES,
): Promise<ReadonlyMap<string, readonly PossibleDuplicate[]>> {
  if (!worksOnReferrals(viewer)) return new Map();
  const { agencyId: coordinatorAgencyId } = viewer;
  const own = referrals.filter((referral) => referral.coordinatorAgencyId === coordinatorAgencyId);
  const referralIds = own.map(({ id }) => id);
  const found = await findSharedValues(db, { referralIds, coordinatorAgencyId, limit });
  return new Map(own.flatMap(({ id }) => listOf(id, found)));
}

function listOf(id: string, found: readonly SharedValues[]): [string, PossibleDuplicate[]][] {
  const others = found
    .filter(({ referralId }) => referralId === id)
    .map(({ otherId, reference, originReferences, hashValues, files }) => {
      return { referralId: otherId, reference, shared: { originReferences, hashValues, files } };
    });
  return others.length === 0 ? [] : [[id, others]];
}
