/** Finds a referral that is disclosed to a viewer. A hidden one takes the same work as one that does not exist. */

import { isShownTo } from '../../domain/disclosure.ts';
import type { Person } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { findReferralOf } from '../../prisma/store/referrals.ts';
import { seesReferrals } from './list.ts';

/** Returns the referral with that reference (in any case) or id, if it is disclosed to the viewer. */
export async function findShown(db: Queries, viewer: Person, name: string): Promise<Referral | undefined> {
  const found = await findReferralOf(db, agencyToSearch(viewer), name);
  return found && isShownTo(found, viewer) ? found : undefined;
}

/** The agency whose referrals are searched; for people whose roles show none, no agency. */
export function agencyToSearch(viewer: Person): string {
  return seesReferrals(viewer) ? viewer.agencyId : '';
}
