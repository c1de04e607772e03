/** Routing considers capacity, and for urgent referrals whether a contact point can be reached now. */

import { beforeAll, expect, test } from 'vitest';
import { routeReferral } from '../../activities/route.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { openRecorder, type ReferralRecorder } from '../client/engine/recorded-acts.ts';
import { aReferredCase } from '../support/cases-by-status.ts';

/** Noon in Helsinki, on a Tuesday. */
const BY_DAY = '2026-11-24T10:00:00.000Z';

let written: ReferralRecorder;
let directory: Directory;

/** Two Finnish contact points of one type, with office hours. The second is taken only if the first cannot be reached. */
beforeAll(async () => {
  written = await openRecorder();
  const stored = await readDirectory(written.db);
  const first = stored.contactPoints.find(({ id }) => id === 'fi-alder-ncp');
  if (first === undefined) throw new Error('The seed has no fi-alder-ncp.');
  const { dutyEmail: _, ...office } = { ...first, hours: '08:00-16:00' };
  const second = {
    ...office,
    id: 'fi-second-ncp',
    agencyId: 'nl-birch',
    zone: 'Pacific/Auckland',
    hours: '22:00-24:00',
  };
  directory = { ...stored, capabilities: [], contactPoints: [office, second] };
});

async function takenAt(asOf: string, urgency: Urgency) {
  const { candidates } = await decisionAt(asOf, urgency);
  return candidates.find(({ verdict }) => verdict.taken);
}

function decisionAt(asOf: string, urgency: Urgency) {
  const { referral } = aReferredCase({ urgency });
  return routeReferral(written.db, directory, {
    referral: { ...referral, senderAgencyId: 'us-quartz', urgency, recipients: [] },
    countries: ['FI'],
    asOf,
  });
}

test('a desk that is staffed is taken before one that is closed', async () => {
  expect(await takenAt(BY_DAY, 'urgent')).toMatchObject({ contactPointId: 'fi-alder-ncp', reachable: true });
});

test('on a closed day of its agency, the other is taken for an urgent referral only', async () => {
  const closedDay = { agencyId: 'fi-alder', day: '2026-11-24', name: 'Moving' };
  await written.db.closedDay.create({ data: closedDay });
  const { closedDays = [] } = await readDirectory(written.db);
  expect(closedDays).toContainEqual(closedDay);
  directory = { ...directory, closedDays };
  expect(await takenAt(BY_DAY, 'urgent')).toMatchObject({ contactPointId: 'fi-second-ncp', reachable: true });
  const standard = await takenAt(BY_DAY, 'standard');
  expect(standard?.contactPointId).toBe('fi-alder-ncp');
  expect(standard).not.toHaveProperty('reachable');
});

test('a desk that closes early is passed over from then on, and the decision says when it opens', async () => {
  const { closedDays: _, ...others } = directory;
  const halfDay = { agencyId: 'fi-alder', day: '2026-11-25', name: 'Eve', closesAt: '11:00' };
  await written.db.closedDay.create({ data: halfDay });
  const { halfDays = [], closedDays = [] } = await readDirectory(written.db);
  expect([halfDays, closedDays.length]).toEqual([[halfDay], 1]);
  directory = { ...others, halfDays };
  // 09:00 and 12:00 in Helsinki, on a Wednesday. The other desk is open from 11:00 to 13:00 there.
  expect(await takenAt('2026-11-25T07:00:00.000Z', 'urgent')).toMatchObject({ contactPointId: 'fi-alder-ncp' });
  const { candidates } = await decisionAt('2026-11-25T10:00:00.000Z', 'urgent');
  expect(candidates).toMatchObject([
    { contactPointId: 'fi-second-ncp', reachable: true, verdict: { taken: true } },
    { contactPointId: 'fi-alder-ncp', reachable: false, opensAt: '2026-11-26T06:00:00.000Z' },
  ]);
  expect(candidates[0]).not.toHaveProperty('opensAt');
});

test('one at which as many referrals wait as its capacity allows is passed over, except in an emergency', async () => {
  const [first, ...others] = directory.contactPoints;
  if (first === undefined) throw new Error('There is no contact point.');
  directory = { ...directory, contactPoints: [{ ...first, capacity: 1 }, ...others] };
  expect(await takenAt(BY_DAY, 'standard')).toMatchObject({ contactPointId: 'fi-alder-ncp' });
  await written.referred();
  expect(await takenAt(BY_DAY, 'standard')).toMatchObject({ contactPointId: 'fi-second-ncp' });
  expect((await takenAt(BY_DAY, 'emergency'))?.verdict.reason).toBe('best-of-its-country');
  await written.db.recipient.updateMany({ data: { status: 'acknowledged' } });
  expect(await takenAt(BY_DAY, 'standard')).toMatchObject({ contactPointId: 'fi-alder-ncp' });
});
