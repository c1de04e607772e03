/** Routing asks whether a contact point can be reached now, if the referral is urgent. */

import { beforeAll, expect, test } from 'vitest';
import { routeReferral } from '../../activities/route.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { aReferredCase } from '../support/cases-by-status.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Noon in Helsinki, on a Tuesday. */
const BY_DAY = '2026-11-24T10:00:00.000Z';

let db: TestDatabase['db'];
let directory: Directory;

/** Two Finnish contact points of one type, with office hours. The second is taken only if the first cannot be reached. */
beforeAll(async () => {
  db = (await testDatabase()).db;
  const seed = loadSeed(BY_DAY);
  await replaceDirectory(db, seed.directory, seed.people);
  const first = seed.directory.contactPoints.find(({ id }) => id === 'fi-alder-ncp');
  if (first === undefined) throw new Error('The seed has no fi-alder-ncp.');
  const { dutyEmail: _, ...office } = { ...first, hours: '08:00-16:00' };
  const second = {
    ...office,
    id: 'fi-second-ncp',
    agencyId: 'nl-birch',
    zone: 'Pacific/Auckland',
    hours: '22:00-24:00',
  };
  directory = { ...seed.directory, capabilities: [], contactPoints: [office, second] };
});

async function takenAt(asOf: string, urgency: Urgency) {
  const { referral } = aReferredCase({ urgency });
  const decision = await routeReferral(db, directory, {
    referral: { ...referral, senderAgencyId: 'us-quartz', urgency, recipients: [] },
    countries: ['FI'],
    asOf,
  });
  return decision.candidates.find(({ verdict }) => verdict.taken);
}

test('a desk that is staffed is taken before one that is closed', async () => {
  expect(await takenAt(BY_DAY, 'urgent')).toMatchObject({ contactPointId: 'fi-alder-ncp', reachable: true });
});

test('on a closed day of its agency, the other is taken for an urgent referral only', async () => {
  await db.closedDay.create({ data: { agencyId: 'fi-alder', day: '2026-11-24', name: 'Moving' } });
  expect(await takenAt(BY_DAY, 'urgent')).toMatchObject({ contactPointId: 'fi-second-ncp', reachable: true });
  const standard = await takenAt(BY_DAY, 'standard');
  expect(standard?.contactPointId).toBe('fi-alder-ncp');
  expect(standard).not.toHaveProperty('reachable');
});
