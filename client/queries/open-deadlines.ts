/** Open deadlines of many referrals by the agency that must act: a summary of each agency, and the bars of one. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { deadlinesOf, debtorsOf, type OpenDeadlineRow } from '../../prisma/store/open-deadlines.ts';
import { seesReferrals } from './list.ts';
import type { Axis } from './sla.ts';

/** The open deadlines of an agency that must act. */
export interface DebtorSummary {
  agencyId: string;
  open: number;
  overdue: number;
  /** The due instant of the first; past if it is overdue. */
  firstDueAt: Instant;
}

/** One open deadline as a bar. */
export interface OpenDeadline {
  agencyId: string;
  reference: string;
  clockId: string;
  name: ClockName;
  state: OpenDeadlineRow['status'];
  startedAt: Instant;
  dueAt: Instant;
  /** Now or the due instant, whichever is later. */
  endsAt: Instant;
  /** The overdue time until now. */
  breach?: { from: Instant; to: Instant };
}

/** The agencies that must act, those with the most overdue deadlines first. */
export async function readDebtors(
  { db }: { db: Database },
  viewer: Person,
  now: Instant = new Date().toISOString(),
): Promise<DebtorSummary[]> {
  if (!seesReferrals(viewer)) return [];
  const rows = await debtorsOf(db, { agencyId: viewer.agencyId, now });
  return rows.map(({ firstDueAt, ...row }) => ({ ...row, firstDueAt: firstDueAt.toISOString() }));
}

/** The deadlines of one agency that must act, the first due at the top, with the axis of their chart. */
export async function readDeadlinesOf(
  { db }: { db: Database },
  viewer: Person,
  {
    debtor,
    now = new Date().toISOString(),
    ...slice
  }: { debtor: string; now?: Instant; offset: number; limit?: number },
): Promise<{ axis: Axis; deadlines: OpenDeadline[] }> {
  if (!seesReferrals(viewer)) return { axis: { from: now, to: now, now }, deadlines: [] };
  const rows = await deadlinesOf(db, { agencyId: viewer.agencyId, debtor }, slice);
  const deadlines = rows.map((row) => deadlineOf(row, now));
  const [from = now] = deadlines.map(({ startedAt }) => startedAt).sort();
  const to = deadlines.map(({ endsAt }) => endsAt).sort();
  return { axis: { from, to: to.at(-1) ?? now, now }, deadlines };
}

/** While a clock is paused, it does not become overdue. */
function deadlineOf(
  { agencyId, reference, clockId, name, status, ...row }: OpenDeadlineRow,
  now: Instant,
): OpenDeadline {
  const [startedAt, dueAt] = [row.startedAt.toISOString(), row.dueAt.toISOString()];
  const isOverdue = status !== 'paused' && dueAt < now;
  return {
    ...{ agencyId, reference, clockId, name, state: status, startedAt, dueAt },
    endsAt: now > dueAt ? now : dueAt,
    ...(isOverdue && { breach: { from: dueAt, to: now } }),
  };
}
