/** The network by country: capabilities, open referrals, answers, and countries for which no recipient was found. */

import { beforeAll, expect, test } from 'vitest';
import { listReferrals } from '../../../client/queries/list.ts';
import { readAgencies, readNetwork } from '../../../client/queries/network.ts';
import type { Person } from '../../../domain/people.ts';
import { daysBefore } from '../../../domain/routing/directory.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../prisma/store/directory.ts';
import { aReferredCase, RECIPIENT_IN, REFERRAL_IN } from '../../support/cases-by-status.ts';
import { testDatabase } from '../../support/database.ts';
import { CAST, DIRECTORY, officerAt } from '../../support/factories.ts';
import { storeCase } from '../../support/store-case.ts';

const NOW = new Date().toISOString();

let db: Database;

beforeAll(async () => {
  db = (await testDatabase()).db;
  const registered = { country: 'FI', providerIds: ['fi-birch'], verifiedAt: daysBefore(NOW, 30) };
  const capabilities = [
    { ...registered, capability: 'investigation', level: 'full' },
    { ...registered, capability: 'prosecution', level: 'partial', verifiedAt: daysBefore(NOW, 500) },
    { ...registered, capability: 'safeguarding', level: 'none' },
    { ...registered, capability: 'awareness', level: 'full', verifiedAt: null },
  ] as const;
  await replaceDirectory(db, { ...DIRECTORY, capabilities: [...capabilities] } as typeof DIRECTORY, []);
  await storeCase(db, aReferredCase(undefined, ['FI', 'NL']));
  await storeCase(db, RECIPIENT_IN.unresponsive());
  await storeCase(db, RECIPIENT_IN.accepted());
  await storeCase(db, RECIPIENT_IN.declined());
  await storeCase(db, REFERRAL_IN.held());
});

async function country(code: string, viewer: Person = CAST.supervisor) {
  return (await readNetwork({ db }, viewer)).find(({ country }) => country === code);
}

test('a country has a level for every capability, unless its confirmation is too old', async () => {
  const levels = (await country('FI'))?.capabilities.map(({ capability, level }) => [capability, level]);
  expect(levels).toHaveLength(12);
  expect(Object.fromEntries(levels ?? [])).toMatchObject({
    ...{ investigation: 'full', prosecution: 'unverified', safeguarding: 'none', awareness: 'unverified' },
    legislation: 'none',
  });
});

test('its open and unresponsive referrals agree with their lists', async () => {
  for (const code of ['FI', 'NL', 'SE']) {
    for (const { count, filter } of [
      (await country(code))?.load,
      (await country(code))?.silent,
      (await country(code))?.overdue,
    ].filter((f) => !!f)) {
      const list = await listReferrals({ db }, CAST.supervisor, { ...filter, sort: 'due', order: 'asc', limit: 1 });
      expect([code, filter.part, list.total]).toEqual([code, filter.part, count]);
    }
  }
  expect((await country('FI'))?.load.count).toBeGreaterThan(1);
  expect((await country('FI'))?.silent.count).toBe(1);
  expect((await country('FI'))?.overdue.count).toBe(1);
});

test('an agency has its load and answers as well, those with the most first', async () => {
  const agencies = await readAgencies({ db }, CAST.supervisor);
  const counts = agencies.map(({ load }) => load.count);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  const birch = agencies.find(({ agencyId }) => agencyId === 'fi-birch');
  expect(birch).toMatchObject({ overdue: { count: 1 }, responsiveness: { measured: 3, inTime: 2 } });
  const query = { ...(birch?.load.filter ?? { desk: 'all' }), sort: 'due', order: 'asc', limit: 1 } as const;
  expect((await listReferrals({ db }, CAST.supervisor, query)).total).toBe(birch?.load.count);
  expect(await readAgencies({ db }, CAST.stranger)).toEqual([]);
});

test('its answers are counted as in time or late', async () => {
  expect((await country('FI'))?.responsiveness).toEqual({ measured: 3, inTime: 2 });
  expect((await country('NL'))?.responsiveness).toEqual({ measured: 0, inTime: 0 });
});

test('a country without a recipient is shown to the sender and the coordinator', async () => {
  expect((await country('DK'))?.unrouted).toMatchObject([{ reason: 'nobody-in-directory' }]);
  expect((await country('DK', CAST.sender))?.unrouted).toHaveLength(1);
  expect(await country('DK', officerAt('fi-1'))).toBeUndefined();
  expect([(await country('DK'))?.isMember, (await country('FI'))?.isMember]).toEqual([false, true]);
});

test('a recipient sees its own load, others and administrators none, and all see the capabilities of the country', async () => {
  expect((await country('NL', officerAt('fi-1')))?.load.count).toBe(0);
  expect((await country('FI', officerAt('fi-1')))?.load.count).toBeGreaterThan(0);
  for (const viewer of [CAST.stranger, CAST.administrator]) {
    const finland = await country('FI', viewer);
    expect(finland).toMatchObject({ load: { count: 0 }, silent: { count: 0 }, responsiveness: { measured: 0 } });
    expect(finland?.contactPoints).toBe(3);
  }
});
