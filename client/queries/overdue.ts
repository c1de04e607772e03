/** The deadlines that were missed and are still open, with who must act, the oldest first. */

import { type ClockDebtor, clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { ListFilter } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import { isOpen, type Referral } from '../../domain/referral.ts';
import type { Instant, Urgency } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { countReferrals, pageWithoutRecipients } from './list.ts';

/** One missed deadline. */
export interface OverdueDeadline {
  /** As disclosed to the viewer. */
  referral: Referral;
  urgency: Urgency;
  clockId: string;
  clock: ClockName;
  dueAt: Instant;
  /** Id of the agency that must act, and the recipient for which it must act. */
  debtor: ClockDebtor;
}

/** The missed deadlines of some referrals. */
export interface OverdueDeadlines {
  deadlines: OverdueDeadline[];
  /** The number of these referrals. */
  referrals: number;
  /** The number of all overdue referrals, as `countReferrals` counts. */
  total: number;
}

/** The filter of all overdue referrals. */
export const OVERDUE: ListFilter = { desk: 'all', open: true, breached: true };

/** Returns the missed deadlines of the referrals that are overdue longest. @param limit the number of referrals */
export async function listOverdue({ db }: { db: Database }, viewer: Person, limit: number): Promise<OverdueDeadlines> {
  const [{ rows }, total] = await Promise.all([
    pageWithoutRecipients({ db }, viewer, { ...OVERDUE, sort: 'due', order: 'asc', limit }),
    countReferrals({ db }, viewer, OVERDUE),
  ]);
  const now = new Date().toISOString();
  const read = await readWithLiveClocks(
    db,
    rows.map(({ referralId }) => referralId),
  );
  const found = read.map((each) => disclose(each, viewer).referral).flatMap((referral) => overdueIn(referral, now));
  const deadlines = found.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return { deadlines, referrals: rows.length, total };
}

function overdueIn(referral: Referral, now: Instant): OverdueDeadline[] {
  if (!isOpen(referral)) return [];
  const missed = referral.clocks.filter(
    ({ state, dueAt }) => state.status === 'expired' || (state.status === 'running' && dueAt < now),
  );
  return missed.map((clock) => ({
    ...{ referral, urgency: currentUrgency(referral), clockId: clock.id, clock: clock.name, dueAt: clock.dueAt },
    debtor: clockDebtor(clock, referral),
  }));
}
