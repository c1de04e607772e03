/** Measures the cost of many open referrals: memory and idle CPU time of the worker, and the time of an act. */

import { setTimeout } from 'node:timers/promises';
import { urlAs } from '../dev/postgres.ts';
import type { Extent } from './extent.ts';
import { type Installation, openInstallation } from './installation.ts';
import { runLifecycle, submitCase } from './lifecycle.ts';
import { load } from './load/load.ts';
import type { Measurement } from './measurements.ts';
import { processorSeconds, residentBytes } from './processes.ts';
import { allLettersSent } from './test-environment.ts';
import { quantile } from './throughput.ts';

const AT_ONCE = 20;
const LIFECYCLES = 10;
const SETTLING_SECONDS = 15;
const IDLE_SECONDS = 5;

export async function measureScaling(
  { openReferrals: sizes, closedReferrals: closed }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const installation = await openInstallation(progress);
  const figures: Measurement[] = [];
  let open = 0;
  for (const size of sizes) {
    progress(`submitting until ${size} referrals are open`);
    await submitMany(installation, size - open);
    open = size;
    progress(`measuring the worker with ${size} open referrals`);
    figures.push(...(await measureAtSize(installation, size)));
  }
  await load({
    databaseUrl: urlAs(installation.environment['LIAISE_DATABASE_URL'] ?? '', 'liaise'),
    referrals: closed,
    progress,
  });
  // Write loaded data to disk first, so that the measurement does not include it.
  await installation.players.db.$executeRaw`CHECKPOINT`;
  const beside = `single act with ${closed.toLocaleString('en')} more referrals, most closed, ms: p50 / p95`;
  figures.push(actFigure('act-closed', beside, await actsAlone(installation)));
  await installation.stop();
  return figures;
}

async function submitMany({ players }: Installation, number: number): Promise<void> {
  let left = number;
  const hand = async () => {
    while (left > 0) {
      left -= 1;
      await submitCase(players);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}

async function measureAtSize(installation: Installation, size: number): Promise<Measurement[]> {
  const idle = await idleShare(installation);
  const memory = residentBytes(installation.worker.pid);
  const acts = await actsAlone(installation);
  const count = size.toLocaleString('en');
  const of = 'liaise';
  return [
    { of, name: `memory-${size}`, label: `worker memory with ${count} open referrals, MB`, value: memory / 1e6 },
    { of, name: `idle-${size}`, label: `worker CPU with ${count} waiting referrals, %`, value: idle * 100 },
    actFigure(`act-${size}`, `single act with ${count} open referrals, ms: p50 / p95`, acts),
  ];
}

/** Measured after all letters are sent and background work has ended. */
async function idleShare({ players: { db }, worker }: Installation): Promise<number> {
  await allLettersSent(db);
  await setTimeout(SETTLING_SECONDS * 1_000);
  const before = processorSeconds(worker.pid);
  await setTimeout(IDLE_SECONDS * 1_000);
  return (processorSeconds(worker.pid) - before) / IDLE_SECONDS;
}

async function actsAlone({ players }: Installation): Promise<number[]> {
  const taken: number[] = [];
  for (let life = 0; life < LIFECYCLES; life += 1) taken.push(...(await runLifecycle(players)).taken);
  return taken;
}

function actFigure(name: string, label: string, acts: number[]): Measurement {
  return { of: 'liaise', name, label, value: quantile(acts, 0.5), p95: quantile(acts, 0.95) };
}
