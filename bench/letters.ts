/** Measures how soon letters reach the mail server: first letters of emergencies under load, and a flood of emergencies. */

import { setTimeout } from 'node:timers/promises';
import type { Extent } from './extent.ts';
import { submitEmergency } from './lifecycle.ts';
import type { Arrival } from './mail-sink.ts';
import type { Measurement } from './measurements.ts';
import { openEnvironment } from './test-environment.ts';
import { quantile } from './throughput.ts';

/** Other referrals are handled meanwhile, so many at once. */
const AT_ONCE = 20;
const BETWEEN_EMERGENCIES_MS = 250;
/** A letter that has not arrived this long after the last emergency is missing. */
const LETTER_TIMEOUT_MS = 90_000;

export async function measureLetters(effort: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  return [...(await underLoad(effort, progress)), ...(await flood(effort, progress))];
}

/** Without pacing: a reader of several emergencies gets the first letter of each at once. */
async function underLoad({ emergencies }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  progress('letters: starting PostgreSQL, Temporal and the workers');
  const place = await openEnvironment({ LIAISE_LETTER_PACING: 'off' });
  try {
    const { lifecycle } = place.liaise('on');
    await lifecycle();
    progress(`letters: ${emergencies} emergencies, while ${AT_ONCE} referrals at once are handled`);
    let isOver = false;
    const others = Array.from({ length: AT_ONCE }, async () => {
      while (!isOver) await lifecycle();
    });
    const answered = new Map<string, number>();
    for (let n = 0; n < emergencies; n += 1) {
      const reference = await submitEmergency(place.players);
      answered.set(reference, performance.now());
      await setTimeout(BETWEEN_EMERGENCIES_MS);
    }
    await firstLetters(place.arrivals, [...answered.keys()]);
    isOver = true;
    await Promise.all(others);
    const first = await firstLetters(place.arrivals, [...answered.keys()]);
    // A letter may leave before the answer reaches the caller.
    const waits = [...answered].map(([reference, at]) => Math.max(0, (first.get(reference) ?? Infinity) - at));
    return [
      {
        ...{ of: 'liaise', name: 'letters-first', label: 'first letter of an emergency after the act, ms: p50 / p95' },
        ...{ value: quantile(waits, 0.5), p95: quantile(waits, 0.95) },
      },
      { of: 'liaise', name: 'letters-first-p99', label: '… p99', value: quantile(waits, 0.99) },
    ];
  } finally {
    await place.stop();
  }
}

/** With the usual pacing. */
async function flood({ flood: size }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const place = await openEnvironment({ LIAISE_LETTER_PACING: 'on' });
  try {
    await place.liaise('on').lifecycle();
    const before = place.arrivals.length;
    progress(`letters: a flood of ${size} emergencies`);
    const began = performance.now();
    const references: string[] = [];
    let left: number = size;
    const hand = async () => {
      while (left > 0) {
        left -= 1;
        references.push(await submitEmergency(place.players));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    const taken = performance.now() - began;
    await firstLetters(place.arrivals, references);
    const byReader = Map.groupBy(place.arrivals.slice(before), ({ to }) => to);
    const firsts = [...byReader.values()].map((arrivals) => Math.min(...arrivals.map(({ at }) => at)) - began);
    const most = Math.max(...[...byReader.values()].map((arrivals) => arrivals.length));
    return [
      {
        of: 'liaise',
        name: 'letters-flood',
        label: `flood of ${size} emergencies, submitted in s`,
        value: taken / 1e3,
      },
      {
        of: 'liaise',
        name: 'letters-flood-first',
        label: '… last first letter to a person, s',
        value: Math.max(...firsts) / 1e3,
      },
      {
        of: 'liaise',
        name: 'letters-flood-most',
        label: '… most messages to one person until all were named',
        value: most,
      },
    ];
  } finally {
    await place.stop();
  }
}

/** Waits until a message has named each referral. @returns when the first one did, by reference */
async function firstLetters(arrivals: readonly Arrival[], references: readonly string[]): Promise<Map<string, number>> {
  const deadline = performance.now() + LETTER_TIMEOUT_MS;
  for (;;) {
    const first = new Map<string, number>();
    for (const { at, references: named } of arrivals) {
      for (const reference of named) if (!first.has(reference)) first.set(reference, at);
    }
    if (references.every((reference) => first.has(reference)) || performance.now() > deadline) return first;
    await setTimeout(50);
  }
}
