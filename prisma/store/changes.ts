/** Reads which referrals changed for which agency, ordered by time. */

import type { Queries } from './connect.ts';

/** The last change of a referral that an agency sees. */
export interface ChangeRow {
  agencyId: string;
  referralId: string;
  reference: string;
  changedSeq: number;
  changedAt: Date;
  urgency: string;
  coordinator: boolean;
  submittedAt: Date;
}

const COLUMNS = {
  ...{ agencyId: true, referralId: true, reference: true, changedSeq: true, changedAt: true },
  ...{ urgency: true, coordinator: true, submittedAt: true },
} as const;

/** Returns the last change of each referral for one agency since `since`, oldest first. */
export async function changesOf(db: Queries, agencyId: string, since: Date, limit: number): Promise<ChangeRow[]> {
  return db.party.findMany({
    where: { agencyId, changedAt: { gte: since } },
    select: COLUMNS,
    orderBy: [{ changedAt: 'asc' }, { referralId: 'asc' }],
    take: limit,
  });
}

/** Returns at most `limit` of the newest changes for several agencies, oldest first. */
export async function newestChanges(
  db: Queries,
  agencyIds: readonly string[],
  since: Date,
  limit: number,
): Promise<ChangeRow[]> {
  const rows = await db.party.findMany({
    where: { agencyId: { in: [...agencyIds] }, changedAt: { gte: since } },
    select: COLUMNS,
    orderBy: { changedAt: 'desc' },
    take: limit,
  });
  return rows.reverse();
}

/** Returns when each of the referrals was last sent to the agency. */
export async function lastSentTo(
  db: Queries,
  agencyId: string,
  referralIds: readonly string[],
): Promise<Map<string, Date>> {
  if (referralIds.length === 0) return new Map();
  const rows = await db.recipient.findMany({
    where: { agencyId, referralId: { in: [...referralIds] } },
    select: { referralId: true, openedAt: true },
    orderBy: { openedAt: 'asc' },
  });
  return new Map(rows.map(({ referralId, openedAt }) => [referralId, openedAt]));
}

/** The period whose changes are read. */
export interface ChangePeriod {
  from: Date;
  /** Exclusive. */
  to: Date;
}

/** Returns every referral with an event in the span that an agency sees, with the last number of its journal. */
export async function changedBetween(
  db: Queries,
  { from, to }: ChangePeriod,
): Promise<{ referralId: string; seq: number }[]> {
  return db.$queryRaw`
    SELECT id::text AS "referralId", seq FROM referral
    WHERE id IN (SELECT referral_id FROM party WHERE changed_at >= ${from} AND changed_at < ${to})`;
}
