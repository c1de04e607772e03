/** Measures how long acts wait if their worker is killed and another starts at once. */

import type { Extent } from './extent.ts';
import { openInstallation } from './installation.ts';
import { HANDOVER, INTERIM, performStep, runLifecycle } from './lifecycle.ts';
import type { Measurement } from './measurements.ts';
import { quantile } from './throughput.ts';

const ACTS = 20;

export async function measureRecovery({ kills }: Extent, progress: (line: string) => void): Promise<Measurement[]> {
  const installation = await openInstallation(progress);
  const { players } = installation;
  const referrals: string[] = [];
  while (referrals.length < ACTS) referrals.push((await runLifecycle(players, HANDOVER)).referralId);
  const seconds: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    progress(`killing the worker, ${kill} of ${kills}`);
    const answers = Promise.all(referrals.map((referralId) => performStep(players, referralId, INTERIM)));
    const began = performance.now();
    await installation.worker.kill();
    await installation.replaceWorker();
    await answers;
    seconds.push((performance.now() - began) / 1000);
  }
  await installation.stop();
  const label = `recovery after SIGKILL, until ${ACTS} acts are answered, s`;
  return [{ of: 'liaise', name: 'recovery', label, value: quantile(seconds, 0.5) }];
}
