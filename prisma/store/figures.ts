/** How things stand, in numbers for whoever watches: counted by index, over what is open only. */

import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import { CLOCK_NAMES } from '../../domain/vocabulary.ts';
import type { Prisma } from '../generated/client.ts';
import type { Database } from './connect.ts';

/** By name; zero where there is none. */
type Counts = Record<string, number>;

export interface Figures {
  /** Open referrals, by status. */
  open: Counts;
  /** Running clocks that end within the hour, by name. */
  dueSoon: Counts;
  /** Clocks of open referrals that ran out and are still unanswered, by name. */
  breached: Counts;
  lettersWaiting: number;
  /** Letters given up within a day, by the mail server's code, GAVE-UP or NO-ADDRESS. */
  lettersFailed: Counts;
  /** Since when the oldest letter waits; null when there is none. */
  oldestLetterAt: Date | null;
  /** Since when the oldest clock has run out without the engine having said so; null when there is none. */
  oldestOverdueAt: Date | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const OPEN = REFERRAL_STATUSES.filter((status) => status !== 'closed' && status !== 'erased');

/** Asks one question after the other, so that acts keep the connections. */
export async function readFigures(db: Database, now: Date): Promise<Figures> {
  const clocks = (where: Prisma.ClockWhereInput) => db.clock.groupBy({ by: ['name'], where, _count: true });
  const open = await db.referral.groupBy({ by: ['status'], where: { status: { in: OPEN } }, _count: true });
  const dueSoon = await clocks({ status: 'running', dueAt: { lt: new Date(now.getTime() + HOUR) } });
  const breached = await clocks({ status: 'expired', referral: { status: { in: OPEN } } });
  const failed = await db.letter.groupBy({
    by: ['code'],
    where: { status: 'failed', settledAt: { gt: new Date(now.getTime() - DAY) } },
    _count: true,
  });
  const waiting = await db.letter.aggregate({ where: { status: 'waiting' }, _count: true, _min: { decidedAt: true } });
  const overdue = await db.clock.aggregate({
    where: { status: 'running', dueAt: { lt: now } },
    _min: { dueAt: true },
  });
  return {
    open: counts(OPEN, open, ({ status }) => status),
    dueSoon: counts(CLOCK_NAMES, dueSoon, ({ name }) => name),
    breached: counts(CLOCK_NAMES, breached, ({ name }) => name),
    lettersWaiting: waiting._count,
    lettersFailed: counts([], failed, ({ code }) => code ?? ''),
    oldestLetterAt: waiting._min.decidedAt,
    oldestOverdueAt: overdue._min.dueAt,
  };
}

function counts<T extends { _count: number }>(names: readonly string[], rows: T[], nameOf: (row: T) => string): Counts {
  const none = names.map((name) => [name, 0]);
  return Object.fromEntries([...none, ...rows.map((row) => [nameOf(row), row._count])]);
}
