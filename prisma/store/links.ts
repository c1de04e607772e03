/** Reads links to a referral, which are stored with the other referral. */

import type { Referral } from '../../domain/referral.ts';
import type { LinkKind } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';

/** Returns the referrals that have a link to this one, with the kind of link. */
export async function linksTo(db: Queries, referralId: string): Promise<{ from: Referral; kind: LinkKind }[]> {
  return db.$queryRaw<{ from: Referral; kind: LinkKind }[]>`
    SELECT referral.state AS "from", link.kind FROM link JOIN referral ON referral.id = link.referral_id
    WHERE link.other_id = ${referralId}::uuid ORDER BY referral.submitted_at, link.kind`;
}
