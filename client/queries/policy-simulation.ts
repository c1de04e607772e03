/** Simulates clock policies over past referrals: which clocks would have ended when, and which would have been breached. */

import { CLOCK_NAMES, type ClockName } from '../../domain/clocks/clock-names.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { type ClockEnd, type SimulatedClock, simulateClocks } from '../../domain/clocks/simulate.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { activeWithin } from '../../prisma/store/referrals.ts';

/** A clock that would have been due at another time, or would not have existed. */
export interface ChangedClock extends SimulatedClock {
  reference: string;
}

/** How many clocks of a name there were and would have been. */
export interface ClockTotals {
  name: ClockName;
  recorded: number;
  simulated: number;
  recordedBreaches: number;
  simulatedBreaches: number;
}

/** The result of a simulation. */
export interface PolicySimulation {
  version: string;
  from: Instant;
  to: Instant;
  /** Referrals that were simulated, and all of the period. */
  referrals: number;
  all: number;
  /** In the order of the clocks of the policies; clocks that neither had are left out. */
  totals: ClockTotals[];
  changed: ChangedClock[];
}

/** Clocks that ran in it are counted. */
interface Period {
  from: Instant;
  to: Instant;
  /** What was recorded later is left out. */
  now: Instant;
}

interface SimulationOptions {
  /** Called after each page with the number of referrals done, and of all. */
  progress?: (done: number, all: number) => void;
  /** Stops after the page in which so many milliseconds have passed. */
  limitMs?: number;
}

const PAGE = 100;

/**
 * Simulates the policies over the referrals that were active in the period, with the present directory. Referrals may be
 * older than the period. With a limit, those that are simulated are a sample of the whole period.
 */
export async function simulatePolicies(
  db: Database,
  policies: ClockPolicies,
  period: Period,
  { progress = () => {}, limitMs = Number.POSITIVE_INFINITY }: SimulationOptions = {},
): Promise<PolicySimulation> {
  const { from, to, now } = period;
  const directory = await readDirectory(db);
  const referrals = await activeWithin(db, from, to);
  const clocks: ChangedClock[] = [];
  const startedAt = performance.now();
  let done = 0;
  for (let start = 0; start < referrals.length && performance.now() - startedAt < limitMs; start += PAGE) {
    const page = referrals.slice(start, start + PAGE);
    const journals = await Promise.all(page.map(({ id }) => readJournal(db, id)));
    for (const [index, { reference }] of page.entries()) {
      const journal = (journals[index] ?? []).filter(({ at }) => at <= now);
      const simulated = simulateClocks(journal, policies, (referral) => zonesOf(directory, referral), now);
      clocks.push(...simulated.filter(ranIn(period)).map((clock) => ({ reference, ...clock })));
    }
    done = start + page.length;
    progress(done, referrals.length);
  }
  return {
    ...{ version: policies.version, from, to, referrals: done, all: referrals.length, totals: totalsOf(clocks) },
    changed: clocks.filter(isChanged).sort((one, other) => one.reference.localeCompare(other.reference)),
  };
}

/** Whether the recorded or the simulated clock ran at some time of the period. */
function ranIn({ from, to }: Period): (clock: SimulatedClock) => boolean {
  const ran = (clock?: ClockEnd) => clock && clock.startedAt <= to && (clock.endedAt ?? to) >= from;
  return ({ recorded, simulated }) => ran(recorded) || ran(simulated) || false;
}

function totalsOf(clocks: readonly SimulatedClock[]): ClockTotals[] {
  const byName = Map.groupBy(clocks, ({ name }) => name);
  return CLOCK_NAMES.flatMap((name): ClockTotals[] => {
    const ofName = byName.get(name);
    if (ofName === undefined) return [];
    const [recorded, simulated] = [
      ofName.flatMap((clock) => clock.recorded ?? []),
      ofName.flatMap((clock) => clock.simulated ?? []),
    ];
    const breachesIn = (ends: readonly { breached: boolean }[]) => ends.filter(({ breached }) => breached).length;
    return [
      {
        ...{ name, recorded: recorded.length, simulated: simulated.length },
        ...{ recordedBreaches: breachesIn(recorded), simulatedBreaches: breachesIn(simulated) },
      },
    ];
  });
}

function isChanged({ recorded, simulated }: SimulatedClock): boolean {
  return recorded?.dueAt !== simulated?.dueAt || recorded?.breached !== simulated?.breached;
}
