/** Contact points whose details were confirmed too long ago, and that got no reminder since. */

import type { Queries } from './connect.ts';

/** A contact point that is to confirm its details. */
export interface UnremindedPoint {
  id: string;
  name: string;
  email: string;
  zone: string;
  /** ISO 639-1. */
  language: string;
  verifiedAt: Date;
}

/** Those that were last confirmed before `before` and can receive referrals. The oldest confirmation comes first. */
export async function unremindedPoints(db: Queries, before: Date, limit: number): Promise<UnremindedPoint[]> {
  return db.$queryRaw<UnremindedPoint[]>`
    SELECT p.id, p.name, p.email, p.zone, coalesce(p.languages[1], 'en') AS language, p.verified_at AS "verifiedAt"
    FROM contact_point p JOIN agency a ON a.id = p.agency_id
    WHERE p.verified_at < ${before} AND p.reminded_for IS DISTINCT FROM p.verified_at AND NOT p.disabled AND NOT a.disabled
    ORDER BY p.verified_at, p.id LIMIT ${limit}`;
}

/** Records that the reminder after this confirmation was sent, or refused permanently. */
export async function markReminded(db: Queries, { id, verifiedAt }: UnremindedPoint): Promise<void> {
  await db.contactPoint.updateMany({ where: { id }, data: { remindedFor: verifiedAt } });
}
