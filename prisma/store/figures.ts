/** How things stand, in numbers for whoever watches: counted by index, over what is open only. */

import { REFERRAL_STATUSES } from '../../domain/statuses.ts';
import type { Database } from './connect.ts';

export interface Figures {
  /** Open referrals, by status. */
  open: Record<string, number>;
  /** Running clocks that end within the hour, by name. */
  dueSoon: Record<string, number>;
  /** Clocks of open referrals that ran out and are still unanswered, by name. */
  breached: Record<string, number>;
  lettersWaiting: number;
  /** Letters given up within a day, by the mail server's code, GAVE-UP or NO-ADDRESS. */
  lettersFailed: Record<string, number>;
  /** Decided and not yet sent, since when; null when there is none. */
  oldestLetterAt: Date | null;
  /** Ran out without the engine having said so, since when; null when there is none. */
  oldestOverdueAt: Date | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The statuses of `isOpen`. */
const open = REFERRAL_STATUSES.filter((status) => status !== 'closed' && status !== 'erased');

/** Asks one question after the other, so that acts keep the connections. */
export async function readFigures(db: Database, now: Date): Promise<Figures> {
  const later = new Date(now.getTime() + HOUR);
  const yesterday = new Date(now.getTime() - DAY);
  const referrals = await db.referral.groupBy({ by: ['status'], where: { status: { in: open } }, _count: true });
  const dueSoon = await db.clock.groupBy({
    by: ['name'],
    where: { status: 'running', dueAt: { lt: later } },
    _count: true,
  });
  const breached = await db.clock.groupBy({
    by: ['name'],
    where: { status: 'expired', referral: { status: { in: open } } },
    _count: true,
  });
  const failed = await db.letter.groupBy({
    by: ['code'],
    where: { status: 'failed', settledAt: { gt: yesterday } },
    _count: true,
  });
  const waiting = await db.letter.aggregate({ where: { status: 'waiting' }, _count: true, _min: { decidedAt: true } });
  const overdue = await db.clock.aggregate({
    where: { status: 'running', dueAt: { lt: now } },
    _min: { dueAt: true },
  });
  return {
    open: Object.fromEntries(referrals.map(({ status, _count }) => [status, _count])),
    dueSoon: Object.fromEntries(dueSoon.map(({ name, _count }) => [name, _count])),
    breached: Object.fromEntries(breached.map(({ name, _count }) => [name, _count])),
    lettersWaiting: waiting._count,
    lettersFailed: Object.fromEntries(failed.map(({ code, _count }) => [code ?? '', _count])),
    oldestLetterAt: waiting._min.decidedAt,
    oldestOverdueAt: overdue._min.dueAt,
  };
}
