/** Reference numbers of the other referrals that a referral names, as far as the viewer may see them. */

import { isShownTo } from '../../domain/disclosure.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readWithLiveClocks } from '../../prisma/store/referrals.ts';
import type { View } from './read.ts';

const MAX_REFERRALS = 50;

/** Reference numbers by referral id. A referral that the viewer may not see has no entry. */
export async function otherReferences(
  db: Database,
  viewer: Person,
  { referral, journal }: Pick<View, 'referral' | 'journal'>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([...referral.links.map(({ otherId }) => otherId), ...journal.flatMap(othersIn)]);
  if (ids.size === 0) return new Map();
  const others = await readWithLiveClocks(db, [...ids].slice(0, MAX_REFERRALS));
  return new Map(others.filter((other) => isShownTo(other, viewer)).map(({ id, reference }) => [id, reference]));
}

function othersIn({ event }: JournalEntry): string[] {
  if (event.type === 'possible-duplicate-found') return event.referralIds;
  if (event.type === 'linked') return [event.otherId];
  return event.type === 'closed' && event.closure.kind === 'duplicate' ? [event.closure.of] : [];
}
