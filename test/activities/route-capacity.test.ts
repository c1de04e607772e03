/** A burst of referrals that are routed at the same moment fills no contact point beyond its capacity. */

import { beforeEach, expect, test, vi } from 'vitest';
import { routeReferral } from '../../activities/route.ts';
import { ENGINE } from '../../domain/people.ts';
import type { Country } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { findReferral } from '../../prisma/store/referrals.ts';
import { anH1Submission, NOW, openRecorder, type ReferralRecorder } from '../client/engine/recorded-acts.ts';

let written: ReferralRecorder;

/** Two Finnish contact points of one type, and one in Sweden. */
beforeEach(async () => {
  written = await openRecorder();
  const { db } = written;
  await db.countryCapability.deleteMany();
  await db.contactPoint.deleteMany({ where: { country: { in: ['FI', 'SE'] }, id: { not: 'fi-alder-ncp' } } });
  const first = await db.contactPoint.findUniqueOrThrow({ where: { id: 'fi-alder-ncp' } });
  const copy = { ...first, deputyId: null };
  await db.contactPoint.create({ data: { ...copy, id: 'fi-second-ncp', agencyId: 'nl-birch' } as never });
  await db.contactPoint.create({ data: { ...copy, id: 'se-ncp', agencyId: 'se-juniper', country: 'SE' } as never });
});

async function capacities(of: Record<string, number>): Promise<void> {
  for (const [id, capacity] of Object.entries(of))
    await written.db.contactPoint.update({ where: { id }, data: { capacity } });
}

async function triaged(countries: Country[]): Promise<string> {
  const id = await written.submitted(anH1Submission({ urgency: 'standard', urgencyGrounds: [] }));
  const triage = { type: 'complete-triage', urgency: 'standard', capability: 'investigation' } as const;
  await written.act(id, { ...triage, urgencyGrounds: [], countries, wanted: [] }, await written.person('noor.rowan'));
  return id;
}

/** Twenty referrals, each with its countries. */
async function twenty(countriesOf: (n: number) => Country[]): Promise<Map<string, Country[]>> {
  const referrals = new Map<string, Country[]>();
  for (let n = 0; n < 20; n += 1) referrals.set(await triaged(countriesOf(n)), countriesOf(n));
  return referrals;
}

/** Each is routed before any of them is recorded, and all are recorded at once. */
async function routeTogether(referrals: ReadonlyMap<string, Country[]>): Promise<void> {
  const ids = [...referrals.keys()];
  const directory = await readDirectory(written.db);
  const decisions = await Promise.all(
    ids.map(async (id) => {
      const referral = await findReferral(written.db, id);
      if (referral === undefined) throw new Error('It was not recorded.');
      return routeReferral(written.db, directory, { referral, countries: referrals.get(id) ?? [], asOf: NOW });
    }),
  );
  // On a busy machine, a transaction may wait too long for its connection. The workflow tries again as well.
  const recorded = (id: string, n: number) =>
    vi.waitFor(() => written.act(id, { type: 'route', decision: decisions[n] as never }, ENGINE), 120_000);
  await Promise.all(ids.map(recorded));
}

/** How many recipients were opened at each contact point, and why. */
async function opened(): Promise<Record<string, number>> {
  const entries = await written.db.journal.findMany({ where: { type: 'routed' } });
  const verdicts = entries.flatMap(({ event }): string[] =>
    Object(event).decision.candidates.flatMap(({ contactPointId, verdict }: never) =>
      Object(verdict).taken ? [`${contactPointId} ${Object(verdict).reason}`] : [],
    ),
  );
  return Object.fromEntries([...Map.groupBy(verdicts, (each) => each)].map(([key, those]) => [key, those.length]));
}

test('twenty at once fill one of five, then the next, and only then more than the capacity, with a letter to the sender', async () => {
  await capacities({ 'fi-alder-ncp': 5, 'fi-second-ncp': 10 });
  await routeTogether(await twenty(() => ['FI']));
  expect(await opened()).toEqual({
    'fi-alder-ncp best-of-its-country': 5,
    'fi-second-ncp best-of-its-country': 10,
    'fi-alder-ncp all-at-capacity': 5,
  });
  const letters = await written.db.letter.findMany({ where: { letter: 'at-capacity' } });
  expect(new Set(letters.map(({ referralId }) => referralId)).size).toBe(15);
});

test('routes to the same two countries in opposite order do not wait for each other forever', async () => {
  await capacities({ 'fi-alder-ncp': 5, 'fi-second-ncp': 100, 'se-ncp': 20 });
  await routeTogether(await twenty((n) => (n % 2 === 0 ? ['FI', 'SE'] : ['SE', 'FI'])));
  expect(await opened()).toEqual({
    'fi-alder-ncp best-of-its-country': 5,
    'fi-second-ncp best-of-its-country': 15,
    'se-ncp best-of-its-country': 20,
  });
});
