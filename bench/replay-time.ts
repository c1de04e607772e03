/** Measures the replay of a referral that no worker has cached. */

import { stateQuery, workflowIdOf } from '../workflows/messages.ts';
import type { Extent } from './extent.ts';
import { type Installation, openInstallation } from './installation.ts';
import { HANDOVER, INTERIM, performStep, runLifecycle, submitCase } from './lifecycle.ts';
import type { Measurement } from './measurements.ts';
import { allLettersSent } from './test-environment.ts';
import { quantile } from './throughput.ts';

const EVENTS = 100;

export async function measureReplay({ replays }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const installation = await openInstallation(progress);
  progress(`writing ${replays} histories of ${EVENTS} events`);
  const referrals = await Promise.all(Array.from({ length: replays }, () => referralWithLongHistory(installation)));
  await installation.worker.stop();
  await installation.replaceWorker();
  progress('replaying them, one after the other');
  await state(installation, await submitCase(installation.players));
  const taken: number[] = [];
  for (const referralId of referrals) {
    const began = performance.now();
    await state(installation, referralId);
    taken.push(performance.now() - began);
  }
  await installation.stop();
  const label = `replay of a referral with ${EVENTS} events, ms: p50 / p95`;
  return [{ of: 'liaise', name: 'replay', label, value: quantile(taken, 0.5), p95: quantile(taken, 0.95) }];
}

async function referralWithLongHistory(installation: Installation): Promise<string> {
  const { referralId } = await runLifecycle(installation.players, HANDOVER);
  while ((await eventsOf(installation, referralId)) < EVENTS)
    await performStep(installation.players, referralId, INTERIM);
  await allLettersSent(installation.players.db);
  return referralId;
}

async function eventsOf({ temporal }: Installation, referralId: string): Promise<number> {
  return (await temporal.workflow.getHandle(workflowIdOf(referralId)).describe()).historyLength;
}

/** A query changes nothing and requires the replay of the whole history. */
function state({ temporal }: Installation, referralId: string) {
  return temporal.workflow.getHandle(workflowIdOf(referralId)).query(stateQuery);
}
