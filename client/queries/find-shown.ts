/** Finds a referral that is disclosed to a viewer. A hidden one takes the same work as one that does not exist. */

import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isShownTo, unknownReferral } from '../../domain/disclosure.ts';
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

/** In milliseconds. */
const LONGEST_DELAY = 10;

/**
 * Refuses a referral that is hidden or does not exist. The attempt is recorded, and its row takes some hundredths of a
 * millisecond longer to write if the referral exists. A random delay conceals that from callers who measure a few hundred times.
 *
 * @throws ReferralError UNKNOWN_REFERRAL
 */
export async function refuseUnknown(): Promise<never> {
  await setTimeout(randomInt(LONGEST_DELAY + 1));
  throw unknownReferral();
}

/** The agency whose referrals are searched; for people whose roles show none, no agency. */
export function agencyToSearch(viewer: Person): string {
  return seesReferrals(viewer) ? viewer.agencyId : '';
}
