/** Lists referrals with their running clocks, sorted by due instant and with the time left. */

import { type ClockDebtor, clockDebtor } from '../../domain/clocks/clock-debtor.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { PauseReason } from '../../domain/events.ts';
import type { ListQuery } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Clock, Referral } from '../../domain/referral.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { type ReferralHandling, readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { pageWithoutRecipients, type RowWithoutRecipients } from './list.ts';

/** A referral with its running clocks. */
export interface SlaRow {
  row: RowWithoutRecipients;
  handling: ReferralHandling;
  /** The clocks that the viewer sees, by due instant. */
  clocks: LiveClock[];
}

/** A clock that is not stopped. */
export interface LiveClock {
  clockId: string;
  name: ClockName;
  status: 'running' | 'paused' | 'expired';
  startedAt: Instant;
  dueAt: Instant;
  /** Why it is paused. */
  pausedBy?: PauseReason;
  /** The agency that must act, and the recipient for which it must act. */
  debtor: ClockDebtor;
}

/** Lists referrals with their clocks. @throws ReferralError as `pageOfReferrals`. */
export async function listSla(
  deps: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<{ rows: SlaRow[]; next?: string }> {
  const { rows, ...page } = await pageWithoutRecipients(deps, viewer, query);
  const read = await readWithLiveClocks(
    deps.db,
    rows.map(({ referralId }) => referralId),
  );
  const seen = new Map(read.map((each) => [each.id, disclose(each, viewer).referral]));
  const ofRow = (row: RowWithoutRecipients): SlaRow[] => {
    const referral = seen.get(row.referralId);
    return referral ? [{ row, handling: referral.facts, clocks: liveClocks(referral) }] : [];
  };
  return { ...page, rows: rows.flatMap(ofRow) };
}

function liveClocks(referral: Referral): LiveClock[] {
  return referral.clocks
    .flatMap((clock) => live(clock, referral))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : Number(one.dueAt > other.dueAt)));
}

function live(clock: Clock, referral: Referral): LiveClock[] {
  const { id: clockId, name, state, startedAt, dueAt } = clock;
  const { status } = state;
  if (status === 'stopped') return [];
  const pausedBy = state.status === 'paused' && (state.reason ?? 'question');
  const debtor = clockDebtor(clock, referral);
  return [{ clockId, name, status, startedAt, dueAt, debtor, ...(pausedBy && { pausedBy }) }];
}
