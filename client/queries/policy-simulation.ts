/** Simulates clock policies over past referrals: which clocks would have ended when, and which would have been breached. */

import { CLOCK_NAMES, type ClockName } from '../../domain/clocks/clock-names.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import { type SimulatedClock, simulateClocks } from '../../domain/clocks/simulate.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { submittedWithin } from '../../prisma/store/referrals.ts';

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
 * Simulates the policies over the referrals that were submitted in the period, with the present directory.
 */
export async function simulatePolicies(
  db: Database,
  policies: ClockPolicies,
  { from, to, now }: Period,
  { progress = () => {}, limitMs = Number.POSITIVE_INFINITY }: SimulationOptions = {},
): Promise<PolicySimulation> {
  const directory = await readDirectory(db);
  const referrals = await submittedWithin(db, from, to);
  const clocks: ChangedClock[] = [];
  const startedAt = performance.now();
  let done = 0;
  for (let start = 0; start < referrals.length && performance.now() - startedAt < limitMs; start += PAGE) {
    const page = referrals.slice(start, start + PAGE);
    const journals = await Promise.all(page.map(({ id }) => readJournal(db, id)));
    for (const [index, { reference }] of page.entries()) {
      const journal = (journals[index] ?? []).filter(({ at }) => at <= now);
      const simulated = simulateClocks(journal, policies, (referral) => zonesOf(directory, referral), now);
      clocks.push(...simulated.map((clock) => ({ reference, ...clock })));
    }
    done = start + page.length;
    progress(done, referrals.length);
  }
  return {
    ...{ version: policies.version, from, to, referrals: done, all: referrals.length, totals: totalsOf(clocks) },
    changed: clocks.filter(isChanged),
  };
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
