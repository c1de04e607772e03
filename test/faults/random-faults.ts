/** Random faults: targets are killed or suspended, in an order and for times that follow from a seed. */

import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '../../bench/load/seeded-random.ts';
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

/** Injects faults until `end`, an instant of `performance.now()`. In the end, every target runs. */
export async function injectFaults(targets: readonly Target[], seed: number, end: number): Promise<void> {
  const random = seededRandom(seed);
  const seconds = (least: number, most: number) => least + random.next() * (most - least);
  while (performance.now() < end) {
    await setTimeout(1_000 * seconds(...BETWEEN_FAULTS));
    const chosen = targets.filter(() => random.next() < SHARE);
    const faults = chosen.map((target) => ({ target, how: random.pick(['kill', 'suspend'] as const) }));
    const duration = seconds(...OF_A_FAULT);
    if (faults.length === 0) continue;
    console.info(`${faults.map(({ target, how }) => `${how} ${target.name}`).join(', ')} for ${duration.toFixed(1)} s`);
    const recoveries: (() => unknown)[] = [];
    for (const { target, how } of faults) recoveries.push(await begin(target, how));
    await setTimeout(1_000 * duration);
    // In the order of the targets: servers before the workers that need them.
    for (const recover of recoveries) await recover();
  }
}

const BETWEEN_FAULTS = [0.5, 5] as const;
/** Less and more than the ten seconds in which an act is answered or deferred. */
const OF_A_FAULT = [0.1, 14] as const;
/** Of the targets that a fault has: mostly one, sometimes several. */
const SHARE = 0.35;

async function begin(target: Target, how: 'kill' | 'suspend'): Promise<() => unknown> {
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
