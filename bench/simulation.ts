/** Measures the simulation of clock policies over a month of referrals: `liaise policy simulate`. */

import { simulatePolicies } from '../client/queries/policy-simulation.ts';
import { urlAs } from '../dev/postgres.ts';
import { defaultPolicies } from '../domain/clocks/clock-policy.ts';
import type { Extent } from './extent.ts';
import { copyReferrals } from './load/copy-referrals.ts';
import { patternOf } from './load/row-template.ts';
import { seededRandom } from './load/seeded-random.ts';
import { simulateReferral } from './load/simulated-referrals.ts';
import type { Measurement } from './measurements.ts';
import { openServers } from './servers.ts';

const DAY = 24 * 3_600_000;
const MONTH = 30 * DAY;
const PATTERNS = 200;

// Target: a month of 10,000 referrals ≤ 60 s, with progress.
export async function measureSimulation(
  { simulatedReferrals: size }: Extent,
  progress: (line: string) => void,
): Promise<Measurement[]> {
  const servers = await openServers();
  const now = Date.now();
  const chance = seededRandom(2);
  progress(`loading a month of ${size.toLocaleString('en')} referrals`);
  const patterns = Array.from({ length: Math.min(PATTERNS, size) }, () => {
    const submittedAt = new Date(now - chance.next() * MONTH).toISOString();
    return patternOf(simulateReferral(chance, submittedAt, new Date(now).toISOString(), 'now'));
  });
  const copies = Array.from({ length: size }, () => ({ pattern: chance.pick(patterns), id: chance.uuid(), later: 0 }));
  await copyReferrals(urlAs(servers.environment['LIAISE_DATABASE_URL'] ?? '', 'liaise'), copies);
  const [from, to] = [new Date(now - MONTH - DAY).toISOString(), new Date(now).toISOString()];
  const began = performance.now();
  let reported = 0;
  const simulation = await simulatePolicies(
    servers.players.db,
    shorter(),
    { from, to, now: to },
    {
      progress: (done, all) => {
        reported += 1;
        if (reported % 10 === 0 || done === all) progress(`simulated ${done} of ${all}`);
      },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  await servers.stop();
  if (simulation.referrals !== size || simulation.changed.length === 0) {
    throw new Error(`${simulation.referrals} of ${size} referrals were simulated.`);
  }
  const label = `simulation of policies over ${size.toLocaleString('en')} referrals, s`;
  return [{ of: 'liaise', name: `simulation-${size}`, label, value: seconds }];
}

/** Acknowledgement in half the time. */
function shorter() {
  const clocks = defaultPolicies.clocks.map((clock) =>
    clock.id === 'acknowledge'
      ? {
          ...clock,
          terms: { ...clock.terms, standard: { amount: 1, unit: 'working-days', onExpiry: 'escalate' } as const },
        }
      : clock,
  );
  return { version: 'bench', clocks };
}
