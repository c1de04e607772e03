/** What changed for whom, for those who are connected: the database is asked once for all of them. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';

export interface Change {
  referralId: string;
  reference: string;
  seq: number;
  /** ISO 8601; with `seq` and `referralId` it says how far one has heard. */
  at: string;
}

export interface ChangeHub {
  /** Told of every change that the agency sees, soon after it; the answer ends it. */
  subscribe(agencyId: string, told: (changes: Change[]) => void): () => void;
  close(): void;
}

/** Asks while somebody listens, and not otherwise. */
export function openChangeHub(_deps: { db: Database; everyMs?: number }): ChangeHub {
  throw new Error('to come');
}

/** What a listener missed while it was away: changes after `since`, oldest first, `limit` at the most. */
export async function changesSince(
  _deps: { db: Database },
  _viewer: Person,
  _since: string,
  _limit?: number,
): Promise<Change[]> {
  throw new Error('to come');
}
