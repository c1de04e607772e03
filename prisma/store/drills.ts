/** Drills of contact points and their results, from the recipients of test referrals. */

import type { RecipientStatus } from '../../domain/statuses.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Queries } from './connect.ts';

/** A drill of a contact point. It runs until it was acknowledged or its deadline has passed. */
export interface Drill {
  referralId: string;
  contactPointId: string;
  agencyId: string;
  startedAt: Instant;
  result: 'running' | 'acknowledged' | 'unanswered';
  acknowledgedAt?: Instant;
}

/** The statuses of the recipient of a drill. They are few among those of an agency, and have an index. */
const STATUSES: RecipientStatus[] = ['sent', 'delivered', 'delivery-failed', 'acknowledged', 'unresponsive'];

type Point = { id: string; agencyId: string };

/** The drills of the contact points that the agency sees, the newest first: at most `limit` of each. */
export async function drillsOf(db: Queries, points: readonly Point[], limit: number): Promise<Drill[]> {
  if (points.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.* FROM unnest(${points.map(({ id }) => id)}::text[], ${points.map(({ agencyId }) => agencyId)}::text[])
        AS point (id, agency_id)
    CROSS JOIN LATERAL (
      SELECT referral_id::text AS "referralId", contact_point_id AS "contactPointId", agency_id AS "agencyId",
             opened_at AS "openedAt", status, acknowledged_at AS "acknowledgedAt"
      FROM recipient r
      WHERE r.drill AND r.agency_id = point.agency_id AND r.contact_point_id = point.id
        AND r.status = ANY (${STATUSES}::text[])
      ORDER BY r.opened_at DESC, r.referral_id LIMIT ${limit}
    ) AS d
    ORDER BY d."openedAt" DESC, d."referralId"`;
  return rows.map(drillOfRow);
}

/** The ids of the contact points that did not answer their last finished drill. */
export async function failedDrills(db: Queries, points: readonly Point[]): Promise<string[]> {
  if (points.length === 0) return [];
  const finished = (await drillsOf(db, points, RECENT)).filter(({ result }) => result !== 'running');
  const last = Map.groupBy(finished, ({ contactPointId }) => contactPointId);
  return [...last].flatMap(([id, [newest]]) => (newest?.result === 'unanswered' ? [id] : []));
}

/** The last drill and the one before it, if the last is still running. */
const RECENT = 2;

interface Row {
  referralId: string;
  contactPointId: string;
  agencyId: string;
  openedAt: Date;
  status: string;
  acknowledgedAt: Date | null;
}

function drillOfRow({ openedAt, status, acknowledgedAt, ...row }: Row): Drill {
  const result = acknowledgedAt !== null ? 'acknowledged' : status === 'unresponsive' ? 'unanswered' : 'running';
  return {
    ...{ ...row, startedAt: openedAt.toISOString(), result },
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
  };
}

/** The number of all drills of the contact point, also of those that were erased in part. */
export function countDrills(db: Queries, contactPointId: string): Promise<number> {
  return db.recipient.count({ where: { contactPointId, drill: true } });
}
