/** Open deadlines of many referrals by the agency that must act, as far as one agency sees them. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** The open deadlines of one agency. */
export interface DebtorRow {
  agencyId: string;
  open: number;
  overdue: number;
  /** The due instant of the first; past if it is overdue. */
  firstDueAt: Date;
}

/** One open deadline. */
export interface OpenDeadlineRow {
  agencyId: string;
  referralId: string;
  reference: string;
  clockId: string;
  name: ClockName;
  status: 'running' | 'paused' | 'expired';
  startedAt: Date;
  dueAt: Date;
}

/** Condition on a row of `open_deadline`. A paused clock does not become overdue. */
function isOverdue(now: Instant): Prisma.Sql {
  return Prisma.sql`status = 'expired' OR (status = 'running' AND due_at < ${now}::timestamptz)`;
}

/** The agencies that must act, those with the most overdue deadlines first; of equal ones, that with the next deadline. */
export async function debtorsOf(
  db: Queries,
  { agencyId, now }: { agencyId: string; now: Instant },
): Promise<DebtorRow[]> {
  return db.$queryRaw<DebtorRow[]>`
    SELECT debtor_id AS "agencyId", count(*)::int AS open, (count(*) FILTER (WHERE ${isOverdue(now)}))::int AS overdue,
           min(due_at) AS "firstDueAt"
    FROM open_deadline WHERE agency_id = ${agencyId} GROUP BY debtor_id
    ORDER BY overdue DESC, open DESC, "firstDueAt", "agencyId"`;
}

/** The deadlines of one agency, the first due at the top. Only those of the slice are read from the tables. */
export async function deadlinesOf(
  db: Queries,
  { agencyId, debtor }: { agencyId: string; debtor: string },
  { offset, limit }: { offset: number; limit?: number },
): Promise<OpenDeadlineRow[]> {
  return db.$queryRaw<OpenDeadlineRow[]>`
    WITH chosen AS MATERIALIZED (
      SELECT debtor_id, referral_id, clock_id FROM open_deadline
      WHERE agency_id = ${agencyId} AND debtor_id = ${debtor}
      ORDER BY due_at, referral_id, clock_id OFFSET ${offset} LIMIT ${limit ?? null}::int
    )
    SELECT debtor_id AS "agencyId", c.referral_id AS "referralId", p.reference, c.id AS "clockId", c.name, c.status,
           c.started_at AS "startedAt", c.due_at AS "dueAt"
    FROM chosen
    JOIN clock c ON c.referral_id = chosen.referral_id AND c.id = chosen.clock_id
    JOIN party p ON p.agency_id = ${agencyId} AND p.referral_id = chosen.referral_id
    ORDER BY c.due_at, c.referral_id, c.id`;
}
