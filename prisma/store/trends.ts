/** Counts of a clock by group and month, and open referrals by age, as far as one agency sees them. */

import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { recipientCounts } from './statistic-counts.ts';
import { RECIPIENT_CHANGES } from './statistics.ts';
import type { CountedMonths } from './statistics-read.ts';

/** The answers to one clock of one group in one month. */
export interface MonthAnswers {
  key: string;
  month: string;
  inTime: number;
  late: number;
}

/** What is counted, by what, and of how many groups. */
export interface TrendQuestion extends CountedMonths {
  by: 'agency' | 'country' | 'kind' | 'urgency';
  clock: 'acknowledge' | 'decide' | 'report';
  limit?: number;
}

/** The groups with the most recipients, the largest first, each with its months in order of time. */
export async function answersByMonth(
  db: Queries,
  { agencyId, from, to, by, clock, limit }: TrendQuestion,
): Promise<MonthAnswers[]> {
  const isWanted = Prisma.sql`v.agency_id = ${agencyId} AND d.dimension = ${by} AND s.month BETWEEN ${from} AND ${to}`;
  const [inTime, late] = [`${clock}:in-time`, `${clock}:late`];
  return db.$queryRaw<MonthAnswers[]>`
    WITH part AS (
      SELECT key, month, recipients, coalesce((counts ->> ${inTime})::int, 0) AS in_time,
             coalesce((counts ->> ${late})::int, 0) AS late
      FROM statistic WHERE agency_id = ${agencyId} AND dimension = ${by} AND month BETWEEN ${from} AND ${to}
      UNION ALL
      SELECT key, month, CASE measure WHEN 'recipients' THEN n ELSE 0 END,
             CASE measure WHEN ${inTime} THEN n ELSE 0 END, CASE measure WHEN ${late} THEN n ELSE 0 END
      FROM (${recipientCounts(RECIPIENT_CHANGES, isWanted)}) AS pending
    ), chosen AS (
      SELECT key, sum(recipients) AS recipients FROM part GROUP BY key HAVING sum(recipients) > 0
      ORDER BY recipients DESC, key LIMIT ${limit ?? null}::int
    )
    SELECT key, month, sum(in_time)::int AS "inTime", sum(late)::int AS late
    FROM chosen JOIN part USING (key) GROUP BY key, month, chosen.recipients
    ORDER BY chosen.recipients DESC, key, month`;
}

/** Open referrals that were submitted in one of the periods between `bounds`; `period` 0 is before the first. */
export interface OpenReferrals {
  period: number;
  open: number;
  overdue: number;
}

/** Counts open referrals without drills, from the index `party_debtor_idx` alone. @param bounds ascending */
export async function openByPeriod(
  db: Queries,
  { agencyId, now }: { agencyId: string; now: Instant },
  bounds: readonly Instant[],
): Promise<OpenReferrals[]> {
  return db.$queryRaw<OpenReferrals[]>`
    SELECT width_bucket(p.submitted_at, ${[...bounds]}::timestamptz[]) AS period, count(*)::int AS open,
           (count(*) FILTER (WHERE p.breached OR p.next_due_at < ${now}::timestamptz))::int AS overdue
    FROM party p
    WHERE p.agency_id = ${agencyId} AND p.status NOT IN ('closed', 'erased') AND NOT p.drill
    GROUP BY 1`;
}
