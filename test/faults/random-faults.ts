/** Random faults: targets are killed or suspended, in an order and for times that follow from a seed. */

import { setTimeout } from 'node:timers/promises';
import { type SeededRandom, seededRandom } from '../../bench/load/seeded-random.ts';
import type { WorkerProcess } from '../../dev/worker.ts';
import type { StoppableServer } from '../support/stoppable.ts';
import { suspend } from '../support/suspend.ts';

/** A process or server that can be killed and started again, or suspended. */
export interface Target {
  name: string;
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  start(): Promise<void>;
  /** Sends SIGSTOP. Returns a function that sends SIGCONT. */
  suspend(): Promise<() => void>;
}

/** A fault of one target. */
interface Fault {
  target: Target;
  how: 'kill' | 'suspend';
}

/**
 * Injects faults until `end`, an instant of `performance.now()`, and until each target had each fault. In the end, every target
 * runs.
 *
 * @returns the faults that occurred
 */
export async function injectFaults(targets: readonly Target[], seed: number, end: number): Promise<Fault[]> {
  const random = seededRandom(seed);
  const seconds = (least: number, most: number) => least + random.next() * (most - least);
  const occurred: Fault[] = [];
  const deck: Fault[] = [];
  while (performance.now() < end || occurred.length < 2 * targets.length) {
    await setTimeout(1_000 * seconds(...BETWEEN_FAULTS));
    if (deck.length === 0) deck.push(...shuffledFaults(targets, random));
    const faults = deal(deck, targets, targets.filter(() => random.next() < SHARE).length);
    const duration = seconds(...OF_A_FAULT);
    if (faults.length === 0) continue;
    console.info(`${faults.map(({ target, how }) => `${how} ${target.name}`).join(', ')} for ${duration.toFixed(1)} s`);
    const recoveries: (() => unknown)[] = [];
    for (const fault of faults) {
      recoveries.push(await begin(fault));
      occurred.push(fault);
    }
    await setTimeout(1_000 * duration);
    // In the order of the targets: servers before the workers that need them.
    for (const recover of recoveries) await recover();
  }
  return occurred;
}

/** Every fault of every target, in an order that follows from the seed. */
function shuffledFaults(targets: readonly Target[], random: SeededRandom): Fault[] {
  const all = targets.flatMap((target) => (['kill', 'suspend'] as const).map((how) => ({ target, how })));
  return all
    .map((fault) => ({ fault, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ fault }) => fault);
}

/** Takes faults of different targets from the deck, in the order of the targets. */
function deal(deck: Fault[], targets: readonly Target[], count: number): Fault[] {
  const dealt: Fault[] = [];
  for (const fault of [...deck]) {
    if (dealt.length === count) break;
    if (dealt.some(({ target }) => target === fault.target)) continue;
    dealt.push(...deck.splice(deck.indexOf(fault), 1));
  }
  return dealt.toSorted((one, other) => targets.indexOf(one.target) - targets.indexOf(other.target));
}

const BETWEEN_FAULTS = [0.5, 5] as const;
/** Less and more than the ten seconds in which an act is answered or deferred. */
const OF_A_FAULT = [0.1, 14] as const;
/** Of the targets that a fault has: mostly one, sometimes several. */
const SHARE = 0.35;

async function begin({ target, how }: Fault): Promise<() => unknown> {
  if (how === 'suspend') return target.suspend();
  await target.kill();
  return target.start;
}

export function serverTarget(name: string, { kill, start, suspend: pause }: StoppableServer): Target {
  return { name, kill, start, suspend: pause };
}

/** Starts the worker. */
export async function workerTarget(name: string, startWorker: () => Promise<WorkerProcess>): Promise<Target> {
  let worker = await startWorker();
  return {
    name,
    kill: () => worker.kill(),
    start: async () => {
      worker = await startWorker();
    },
    suspend: () => suspend([worker.pid]),
  };
}
