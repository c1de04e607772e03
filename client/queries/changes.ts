/** Notifies connected clients of changed referrals, with one database query for all clients of an agency. */

import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import { type ChangeRow, changesOf, lastSentTo, newestChanges } from '../../prisma/store/changes.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { numbersOf } from './entry-numbers.ts';
import { seesReferrals } from './list.ts';

/** A change of a referral that a viewer may see. */
export interface ReferralChange {
  referralId: string;
  reference: string;
  /** The number of the last entry in the view of the agency. */
  seq: number;
  at: Instant;
  /** Of an emergency that the agency must handle: when it arrived there. */
  emergencySince?: Instant;
}

type Subscriber = (changes: ReferralChange[]) => void;

/** Notifies open pages and streams of changes, with one query for all of an agency. */
export interface ChangeHub {
  /**
   * Calls `subscriber` for every change that the agency sees, and at first for the last few seconds. Returns a function to
   * unsubscribe.
   */
  subscribe(agencyId: string, subscriber: Subscriber): () => void;
  close(): void;
}

const EVERY_MS = 1_000;

/** An act is recorded slightly later than its own time. Each query goes back this far. */
const OVERLAP_MS = 15_000;

const MOST = 2_000;

/** Creates the hub. It polls the database only while there are subscribers. */
export function openChangeHub({ db, everyMs = EVERY_MS }: { db: Database; everyMs?: number }): ChangeHub {
  const subscribers = new Map<string, Set<Subscriber>>();
  let timer: NodeJS.Timeout | undefined;
  let lastPoll = { at: Date.now(), reported: new Map<string, number>() };

  const poll = async () => {
    const at = Date.now();
    const since = new Date(lastPoll.at - OVERLAP_MS);
    const rows: ChangeRow[] = [];
    for (const agencyId of subscribers.keys()) {
      rows.push(...(await asAgency(agencyId, () => newestChanges(db, [agencyId], since, MOST))));
    }
    const fresh = rows.filter((row) => (lastPoll.reported.get(keyOf(row)) ?? 0) < row.changedSeq);
    lastPoll = { at, reported: new Map(rows.map((row) => [keyOf(row), row.changedSeq])) };
    for (const [agencyId, changes] of Map.groupBy(fresh, (row) => row.agencyId)) {
      const numbered = await asAgency(agencyId, () => numberedChanges(db, agencyId, changes));
      for (const subscriber of subscribers.get(agencyId) ?? []) subscriber(numbered);
    }
  };
  const scheduleNext = () => {
    if (subscribers.size === 0) {
      timer = undefined;
      return;
    }
    // If the database is unavailable, the next poll also returns the changes that this one missed.
    timer = setTimeout(
      () =>
        void poll()
          .catch(() => {})
          .then(scheduleNext),
      everyMs,
    );
  };
  return {
    subscribe: (agencyId, subscriber) => {
      const all = subscribers.get(agencyId) ?? new Set();
      subscribers.set(agencyId, all.add(subscriber));
      if (timer === undefined) {
        lastPoll = { at: Date.now(), reported: new Map() };
        scheduleNext();
      }
      return () => {
        all.delete(subscriber);
        if (all.size === 0 && subscribers.get(agencyId) === all) subscribers.delete(agencyId);
      };
    },
    close: () => {
      subscribers.clear();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/**
 * Changes that a client missed while disconnected: the last change of each referral, oldest first. It includes some
 * seconds before `since`, because acts are recorded slightly later than their own time.
 */
export async function changesSince(
  { db }: { db: Database },
  viewer: Person,
  since: Instant,
  limit: number,
): Promise<ReferralChange[]> {
  if (!seesReferrals(viewer)) return [];
  const from = new Date(Date.parse(since) - OVERLAP_MS);
  return numberedChanges(db, viewer.agencyId, await changesOf(db, viewer.agencyId, from, limit));
}

function keyOf({ agencyId, referralId }: ChangeRow): string {
  return `${agencyId} ${referralId}`;
}

async function numberedChanges(db: Database, agencyId: string, rows: readonly ChangeRow[]): Promise<ReferralChange[]> {
  const seqs = new Map(rows.map(({ referralId, changedSeq }) => [referralId, changedSeq]));
  const emergencies = rows.filter(({ urgency }) => urgency === 'emergency');
  const [numbers, arrivals] = await Promise.all([numbersOf(db, agencyId, seqs), arrivalsOf(db, agencyId, emergencies)]);
  return rows.map(({ referralId, reference, changedSeq, changedAt }) => {
    const seq = numbers.get(referralId)?.numberOf(changedSeq) ?? 0;
    const emergencySince = arrivals.get(referralId)?.toISOString();
    return { referralId, reference, seq, at: changedAt.toISOString(), ...(emergencySince && { emergencySince }) };
  });
}

/** When each arrived at the agency: as the coordinator by the submission, as a recipient when it was sent there. */
async function arrivalsOf(db: Database, agencyId: string, rows: readonly ChangeRow[]): Promise<Map<string, Date>> {
  const ids = rows.map(({ referralId }) => referralId);
  const submitted = rows
    .filter(({ coordinator }) => coordinator)
    .map((row) => [row.referralId, row.submittedAt] as const);
  return new Map([...submitted, ...(await lastSentTo(db, agencyId, ids))]);
}
