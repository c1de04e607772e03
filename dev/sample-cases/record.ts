/** Records the sample referrals in a running stack that has none. */

import { readClientConfig } from '../../client/platform/config.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { connectDatabase } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { hasReferrals } from '../../prisma/store/erasure-register.ts';
import { StackFault } from '../fault.ts';
import type { Stack } from '../stack.ts';
import { moveTimeTo } from '../time.ts';
import { type MakerDeps, ReferralMaker } from './referral-maker.ts';
import { SAMPLES, type Sample, submissionOf } from './samples.ts';
import { type Journey, STATES } from './states.ts';

/** So many referrals advance at once. */
const AT_ONCE = 4;
const HOUR_MS = 3_600_000;

/** The reference numbers of the samples, in order. @throws StackFault if the stack has referrals */
export async function recordSamples(
  stack: Pick<Stack, 'environment' | 'mail'>,
  progress: (line: string) => void,
): Promise<string[]> {
  const { databaseUrl, engineDatabaseUrl, keyring, temporal: place } = readClientConfig(stack.environment);
  const db = connectDatabase({ databaseUrl: engineDatabaseUrl, connections: 4 });
  const pages = connectDatabase({ databaseUrl, byAgency: true, connections: 4 });
  const temporal = connectTemporal({ ...place, keyring });
  try {
    if (await hasReferrals(db)) throw new StackFault('There are referrals already. Start with --fresh --with-cases.');
    const deps = { db, pages, temporal, keyring };
    const maker = new ReferralMaker(deps);
    const references: string[] = [];
    for (const [index, sample] of SAMPLES.entries()) {
      const { reference } = await maker.submit(sample.sender, submissionOf(sample), `sample-${index}`);
      references.push(reference);
    }
    let done = 0;
    const left = [...SAMPLES.entries()];
    const advance = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [index, sample] = next;
        await complete(stack, deps, maker, { sample, reference: references[index] ?? '', other: references[0] ?? '' });
        done += 1;
        if (done % 10 === 0) progress(`${done} of ${SAMPLES.length} invented referrals`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, advance));
    return references;
  } finally {
    await temporal.connection.close();
    await pages.$disconnect();
    await db.$disconnect();
  }
}

interface Submitted {
  sample: Sample;
  reference: string;
  other: string;
}

async function complete(
  { mail }: Pick<Stack, 'mail'>,
  { db, temporal }: MakerDeps,
  maker: ReferralMaker,
  { sample, reference, other }: Submitted,
): Promise<void> {
  const { state, sender, country } = sample;
  const journey: Journey = {
    ...{ maker, reference, other, sender, country },
    pass: async (hours) => {
      const { id } = await maker.read(reference);
      await moveTimeTo(temporal, id, new Date(Date.now() + hours * HOUR_MS));
    },
    withoutMail: async (work) => {
      const addresses = await addressesOf(db, country);
      for (const address of addresses) mail.refuse(address, 550);
      await work().finally(() => {
        for (const address of addresses) mail.refuse(address, undefined);
      });
    },
  };
  for (const step of STATES[state]) await step(journey);
}

async function addressesOf(db: MakerDeps['db'], country: Country): Promise<string[]> {
  const { agencies, contactPoints } = await readDirectory(db);
  const there = agencies.filter((agency) => agency.country === country).map(({ id }) => id);
  return contactPoints.filter(({ agencyId }) => there.includes(agencyId)).map(({ email }) => email);
}
