/** Counts for monitoring: open referrals, clocks and letters. Counted by index, over open referrals only. */

import { CLOCK_NAMES } from '../../domain/clocks/clock-names.ts';
import { open } from '../../domain/lifecycle/row.ts';
import type { Prisma } from '../generated/client.ts';
import type { Database } from './connect.ts';
import { TAKEN_BACK } from './letter-results.ts';
import { readWebhookFigures, type WebhookFigures } from './webhook-figures.ts';

/** Counts by name; a missing name means zero. */
type Counts = Record<string, number>;

/** The numbers behind the gauges of the metrics. */
export interface Figures {
  /** Open referrals, by status. */
  open: Counts;
  /** Running clocks that are due within the hour, by name. */
  dueSoon: Counts;
  /** Clocks of open referrals that are overdue, by name. */
  breached: Counts;
  lettersWaiting: number;
  /** Letters that failed within the last day, by the mail server's code, GAVE-UP or NO-ADDRESS. */
  lettersFailed: Counts;
  /** When the oldest unsent letter became due, or was first tried if the mail server defers it; null if none is late. */
  oldestLetterAt: Date | null;
  /** Due instant of the oldest clock that is over without a `breached` event; null if there is none. */
  oldestOverdueAt: Date | null;
  /** Readings in an emergency that no second person has reviewed. */
  readingsToReview: number;
  webhooks: WebhookFigures;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Runs the queries one after the other, so that acts can use the other connections. */
export async function readFigures(db: Database, now: Date): Promise<Figures> {
  const clocks = (where: Prisma.ClockWhereInput) => db.clock.groupBy({ by: ['name'], where, _count: true });
  const referrals = await db.referral.groupBy({ by: ['status'], where: { status: { in: [...open] } }, _count: true });
  const isOpen = { referral: { status: { in: [...open] } } };
  const dueSoon = await clocks({ status: 'running', dueAt: { lt: new Date(now.getTime() + HOUR) }, ...isOpen });
  const breached = await clocks({ status: 'expired', ...isOpen });
  const failed = await db.letter.groupBy({
    by: ['code'],
    where: { status: 'failed', code: { not: TAKEN_BACK }, settledAt: { gt: new Date(now.getTime() - DAY) } },
    _count: true,
  });
  const [waiting] = await db.$queryRaw<{ count: bigint; oldest: Date | null }[]>`
    SELECT count(*), min(CASE WHEN tries > 0 THEN coalesce(first_tried_at, queued_at) ELSE coalesce(due_at, decided_at) END)
             FILTER (WHERE tries > 0 OR coalesce(due_at, decided_at) <= ${now}) AS oldest
    FROM letter WHERE status = 'waiting'`;
  const overdue = await db.clock.aggregate({
    // The nightly review of retention ends the clocks of closed referrals.
    where: { status: 'running', dueAt: { lt: now }, ...isOpen },
    _min: { dueAt: true },
  });
  const readings = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(DISTINCT leaf #>> '{about,purpose}') AS count FROM audit_leaf
    WHERE operation = 'consultation' AND leaf #>> '{about,code}' = 'emergency'
      AND NOT EXISTS (SELECT FROM audit_leaf r WHERE r.leaf #>> '{about,reviewed}' = audit_leaf.leaf #>> '{about,purpose}'
                        AND r.leaf #>> '{about,reviewed}' IS NOT NULL)`;
  return {
    open: counts(open, referrals, ({ status }) => status),
    dueSoon: counts(CLOCK_NAMES, dueSoon, ({ name }) => name),
    breached: counts(CLOCK_NAMES, breached, ({ name }) => name),
    lettersWaiting: Number(waiting?.count ?? 0),
    lettersFailed: counts([], failed, ({ code }) => code ?? ''),
    oldestLetterAt: waiting?.oldest ?? null,
    oldestOverdueAt: overdue._min.dueAt,
    readingsToReview: Number(readings[0]?.count ?? 0),
    webhooks: await readWebhookFigures(db),
  };
}

function counts<T extends { _count: number }>(names: readonly string[], rows: T[], nameOf: (row: T) => string): Counts {
  const none = names.map((name) => [name, 0]);
  return Object.fromEntries([...none, ...rows.map((row) => [nameOf(row), row._count])]);
}
