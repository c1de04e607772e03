/** Measures workloads in alternating rounds, first sequential, then concurrent. The median round counts. */

import type { Extent } from './extent.ts';
import { ENGINES, type MeasuredEngine } from './measurements.ts';
import { busySeconds, processorSeconds } from './processes.ts';
import { ACT_NAMES, type DiskUsage, type Workload } from './workload.ts';

export interface Speed {
  /** Milliseconds of all acts of sequential lifecycles. */
  act: Spread;
  /** The same, by the name of the act. */
  acts: Map<string, Spread>;
  /** Lifecycles per second, by concurrency. */
  atOnce: Map<number, number>;
  /** History events of one lifecycle, if the engine has a history. */
  events: number | undefined;
  /** Of one lifecycle: CPU seconds of all processes, and bytes on disk. */
  cost: { processor: number; rows: number; engine: number };
  /** Processors of this machine that were busy with other work. */
  elsewhere: number;
}

export interface Spread {
  p50: number;
  p95: number;
}

const CONCURRENCIES = [20, 50];

/** Workloads alternate, so that other load on the machine affects all of them. */
export async function measureSpeed(
  flows: ReadonlyMap<MeasuredEngine, Workload>,
  effort: Extent,
  disk: () => Promise<DiskUsage>,
  progress: (line: string) => void,
): Promise<Map<MeasuredEngine, Speed>> {
  const rounds = new Map<MeasuredEngine, Round[]>();
  for (const [engine, flow] of flows) {
    progress(`${ENGINES[engine]}: warming up`);
    await warmUp(flow);
    rounds.set(engine, []);
  }
  for (let round = 1; round <= effort.rounds; round += 1) {
    for (const [engine, flow] of flows) {
      progress(`${ENGINES[engine]}: round ${round} of ${effort.rounds}`);
      rounds.get(engine)?.push(await measureRound(flow, effort, disk));
    }
  }
  const speeds = new Map<MeasuredEngine, Speed>();
  for (const [engine, flow] of flows) {
    speeds.set(engine, { ...summary(rounds.get(engine) ?? []), events: await flow.events?.() });
  }
  return speeds;
}

interface Round {
  alone: number[][];
  concurrent: ConcurrentRun[];
}

interface ConcurrentRun {
  width: number;
  perSecond: number;
  processor: number;
  rows: number;
  engine: number;
  elsewhere: number;
}

async function warmUp(flow: Workload): Promise<void> {
  await runConcurrently(flow, 1, 5);
  for (const width of CONCURRENCIES) await runConcurrently(flow, width, width);
}

async function measureRound(
  flow: Workload,
  { sequential: alone, perConcurrent: each }: Extent,
  disk: () => Promise<DiskUsage>,
): Promise<Round> {
  const taken = await runConcurrently(flow, 1, alone);
  const concurrent: ConcurrentRun[] = [];
  for (const width of CONCURRENCIES) concurrent.push(await measureConcurrent(flow, width, width * each, disk));
  return { alone: taken, concurrent };
}

async function measureConcurrent(
  flow: Workload,
  width: number,
  lives: number,
  disk: () => Promise<DiskUsage>,
): Promise<ConcurrentRun> {
  const before = { ...(await disk()), processor: processorSeconds(), busy: busySeconds() };
  const began = performance.now();
  await runConcurrently(flow, width, lives);
  await flow.settle?.();
  const seconds = (performance.now() - began) / 1000;
  const after = { ...(await disk()), processor: processorSeconds(), busy: busySeconds() };
  const processor = after.processor - before.processor;
  return {
    width,
    perSecond: lives / seconds,
    processor: processor / lives,
    rows: (after.rows - before.rows) / lives,
    engine: (after.engine - before.engine) / lives,
    elsewhere: Math.max((after.busy - before.busy - processor) / seconds, 0),
  };
}

/** Runs lifecycles, at most `width` at the same time. */
async function runConcurrently(flow: Workload, width: number, lives: number): Promise<number[][]> {
  const taken: number[][] = [];
  let left = lives;
  const hand = async () => {
    while (left > 0) {
      left -= 1;
      taken.push(await flow.lifecycle());
    }
  };
  await Promise.all(Array.from({ length: width }, hand));
  return taken;
}

function summary(rounds: readonly Round[]): Omit<Speed, 'events'> {
  const lives = rounds.flatMap(({ alone }) => alone);
  const concurrent = rounds.flatMap((round) => round.concurrent);
  const mean = (value: (run: ConcurrentRun) => number) =>
    concurrent.reduce((sum, one) => sum + value(one), 0) / concurrent.length;
  const middle = (width: number) => {
    return quantile(
      concurrent.filter((one) => one.width === width).map(({ perSecond }) => perSecond),
      0.5,
    );
  };
  return {
    act: spread(lives.flat()),
    acts: new Map(ACT_NAMES.map((name, index) => [name, spread(lives.map((taken) => taken[index] ?? 0))])),
    atOnce: new Map(CONCURRENCIES.map((width) => [width, middle(width)])),
    cost: {
      processor: mean(({ processor }) => processor),
      rows: mean(({ rows }) => rows),
      engine: mean(({ engine }) => engine),
    },
    elsewhere: mean(({ elsewhere }) => elsewhere),
  };
}

function spread(values: readonly number[]): Spread {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

/** The value at the given quantile, for example 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;
}
