/** Copies of simulated referrals in chronological order: which pattern, with which ids, places and instants. */

import { countryShares } from './countries.ts';
import { SENDERS } from './directory.ts';
import { type Filling, type Pattern, patternOf } from './row-template.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Reach, type SimulatedReferral, simulateReferral } from './simulated-referrals.ts';

/** One referral, as the rows of its pattern with what is filled in. */
export interface SimulatedCopy {
  pattern: Pattern;
  filling: Filling;
}

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;

/** The retention period of referrals. */
const WEEKS = 156;

/** The share of recent referrals, which may have any status. */
const OPEN_SHARE = 0.08;
const OPEN_DAYS = 45;

/** Referrals that wait for triage were submitted during these days. */
const WAITING_DAYS = 3;

/** Simulated referrals of each kind. */
const PATTERNS = 300;

/**
 * Yields as many referrals as requested. Closed referrals are shifted by whole weeks, so that days keep their limits. Open
 * referrals end now. The last of them, `waiting` in number, wait for triage.
 *
 * @param counters the last reference number of each year, which is increased for each referral.
 */
export function* simulatedCopies(
  chance: SeededRandom,
  { referrals, waiting }: { referrals: number; waiting: number },
  counters: Map<number, number>,
): Generator<SimulatedCopy> {
  const patterns = patternsUntil(chance, Date.now());
  const country = chance.weighted(countryShares(), ({ reports }) => reports);
  const sender = chance.weighted(SENDERS, ({ share }) => share);
  // In chronological order, as in a real database.
  const overs = Math.min(Math.floor(referrals * (1 - OPEN_SHARE)), referrals - waiting);
  for (let n = 1; n <= referrals; n += 1) {
    const isOpen = n > overs;
    const reach = !isOpen ? 'end' : n > referrals - waiting ? 'triage' : 'now';
    const pattern = patterns[reach]();
    const later = isOpen ? 0 : Math.floor((n / overs) * WEEKS) * WEEK;
    const year = new Date(Date.parse(pattern.submittedAt) + later).getUTCFullYear();
    const number = (counters.get(year) ?? 0) + 1;
    counters.set(year, number);
    yield {
      pattern,
      filling: {
        ...{ id: chance.uuid(), reference: `XR-${year}-${String(number).padStart(6, '0')}`, later },
        ...{ sender: sender().id, countries: fiveRandom(() => country().country) },
      },
    };
  }
}

type Patterns = Record<Reach, () => Pattern>;

/** Each pattern is simulated when it is picked for the first time. */
function patternsUntil(chance: SeededRandom, now: number): Patterns {
  const instant = (milliseconds: number) => new Date(Math.floor(milliseconds / 1000) * 1000).toISOString();
  const longAgo = now - (WEEKS + 26) * WEEK;
  const picker = (simulate: () => SimulatedReferral) => {
    const known = new Map<number, Pattern>();
    return () => {
      const number = Math.floor(chance.next() * PATTERNS);
      const pattern = known.get(number) ?? patternOf(simulate());
      known.set(number, pattern);
      return pattern;
    };
  };
  const ago = (days: number) => instant(now - days * DAY);
  return {
    end: picker(() => simulateReferral(chance, instant(longAgo + chance.next() * WEEK), instant(now), 'end')),
    now: picker(() => simulateReferral(chance, ago(chance.next() ** 2 * OPEN_DAYS), instant(now), 'now')),
    triage: picker(() => {
      // The rules route some emergencies when the time for triage is over.
      for (;;) {
        const simulated = simulateReferral(chance, ago(chance.next() * WAITING_DAYS), instant(now), 'triage');
        if (simulated.referral.status === 'received') return simulated;
      }
    }),
  };
}

function fiveRandom(next: () => string): [string, string, string, string, string] {
  const all = new Set<string>();
  while (all.size < 4) all.add(next());
  const [one = '', two = '', three = '', four = ''] = all;
  // Antarctica has no desk, so referrals to it are held.
  return [one, two, three, four, 'AQ'];
}
