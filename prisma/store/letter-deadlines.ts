/** Reads the deadlines that letters are about, so that none is held back beyond its deadline. */

import type { Queries } from './connect.ts';
import type { OutboxLetter } from './letter-outbox.ts';

/** The due instant of the clock that each letter names or, without one, of the first running clock of its referral. */
export async function readDeadlines(db: Queries, letters: readonly OutboxLetter[]): Promise<ReadonlyMap<string, Date>> {
  const referralIds = [...new Set(letters.map(({ referralId }) => referralId))];
  const clocks = await db.clock.findMany({ where: { referralId: { in: referralIds } }, orderBy: { dueAt: 'asc' } });
  const byReferral = Map.groupBy(clocks, ({ referralId }) => referralId);
  return new Map(
    letters.flatMap(({ letterId, referralId, clockId }) => {
      const own = byReferral.get(referralId) ?? [];
      const clock = clockId ? own.find(({ id }) => id === clockId) : own.find(({ status }) => status === 'running');
      return clock ? [[letterId, clock.dueAt] as const] : [];
    }),
  );
}
