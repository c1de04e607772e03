/** Many referrals, one row each, with the clocks that are not over: sorted by due, by the time that is left. */

import { disclose } from '../../domain/disclosure.ts';
import type { ListQuery } from '../../domain/lists.ts';
import type { Person } from '../../domain/people.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import type { ClockName, Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readReferrals } from '../../prisma/store/referrals.ts';
import { type ListPage, type ListRow, listReferrals } from './list.ts';

export interface SlaRow {
  row: ListRow;
  /** As far as the viewer sees them, by what is due first. */
  clocks: LiveClock[];
}

export interface LiveClock {
  clockId: string;
  name: ClockName;
  status: 'running' | 'paused' | 'expired';
  startedAt: Instant;
  dueAt: Instant;
  recipientId?: string;
}

/** As `listReferrals`. */
export async function listSla(
  deps: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<Omit<ListPage, 'rows'> & { rows: SlaRow[] }> {
  const { rows, ...page } = await listReferrals(deps, viewer, query);
  const ids = rows.map(({ referralId }) => referralId);
  const clocks = new Map((await readReferrals(deps.db, ids)).map((each) => [each.id, liveClocks(each, viewer)]));
  return { ...page, rows: rows.map((row) => ({ row, clocks: clocks.get(row.referralId) ?? [] })) };
}

function liveClocks(referral: Referral, viewer: Person): LiveClock[] {
  const clocks = disclose(referral, viewer).referral.clocks.flatMap(live);
  return clocks.sort((one, other) => (one.dueAt < other.dueAt ? -1 : Number(one.dueAt > other.dueAt)));
}

function live({ id: clockId, name, state, startedAt, dueAt, subject }: Clock): LiveClock[] {
  const { status } = state;
  if (status === 'stopped') return [];
  const recipientId = subject.of === 'recipient' ? { recipientId: subject.recipientId } : {};
  return [{ clockId, name, status, startedAt, dueAt, ...recipientId }];
}
