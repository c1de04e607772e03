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

/** Whose deadlines: those that `agencyId` sees; of `debtor` alone, if it is given. */
export interface DeadlineQuestion {
  agencyId: string;
  debtor?: string;
  now: Instant;
}

/** Clocks that are not stopped, of open referrals that are no drills. A recipient sees those of its own part only. */
function openDeadlines({ agencyId, debtor, now }: DeadlineQuestion): Prisma.Sql {
  return Prisma.sql`
    SELECT * FROM (
      SELECT CASE WHEN c.debtor = 'sender' AND NOT s.disabled THEN p.sender_agency_id
               WHEN c.debtor = 'recipient' AND r.agency_id IS NOT NULL THEN r.agency_id
               WHEN p.coordinator THEN p.agency_id
               ELSE (SELECT f.coordinator_agency_id FROM referral f WHERE f.id = c.referral_id) END AS "agencyId",
             c.referral_id AS "referralId", p.reference, c.id AS "clockId", c.name, c.status,
             c.started_at AS "startedAt", c.due_at AS "dueAt",
             c.status = 'expired' OR (c.status = 'running' AND c.due_at < ${now}::timestamptz) AS "isOverdue"
      FROM clock c
      JOIN party p ON p.agency_id = ${agencyId} AND p.referral_id = c.referral_id
      JOIN agency s ON s.id = p.sender_agency_id
      LEFT JOIN recipient r ON r.referral_id = c.referral_id AND r.id = c.recipient_id
      WHERE c.status IN ('running', 'paused', 'expired') AND p.status NOT IN ('closed', 'erased') AND NOT p.drill
        AND (p.sender OR p.coordinator OR r.agency_id = ${agencyId})
    ) AS each ${debtor === undefined ? Prisma.empty : Prisma.sql`WHERE "agencyId" = ${debtor}`}`;
}

/** The agencies that must act, those with the most overdue deadlines first. */
export async function debtorsOf(db: Queries, question: DeadlineQuestion): Promise<DebtorRow[]> {
  return db.$queryRaw<DebtorRow[]>`
    SELECT "agencyId", count(*)::int AS open, (count(*) FILTER (WHERE "isOverdue"))::int AS overdue,
           min("dueAt") AS "firstDueAt"
    FROM (${openDeadlines(question)}) AS deadline GROUP BY "agencyId"
    ORDER BY overdue DESC, open DESC, "agencyId"`;
}

/** The deadlines of one agency, the first due at the top. */
export async function deadlinesOf(
  db: Queries,
  question: DeadlineQuestion & { debtor: string },
  { offset, limit }: { offset: number; limit?: number },
): Promise<OpenDeadlineRow[]> {
  return db.$queryRaw<OpenDeadlineRow[]>`
    SELECT "agencyId", "referralId", reference, "clockId", name, status, "startedAt", "dueAt"
    FROM (${openDeadlines(question)}) AS deadline
    ORDER BY "dueAt", "referralId", "clockId" OFFSET ${offset} LIMIT ${limit ?? null}::int`;
}
