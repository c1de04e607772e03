/** Full lists, with agency names of 120 characters and a contact point in every country, are small pages. */

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { COUNTRIES } from '../../domain/countries.ts';
import { ENGINE } from '../../domain/people.ts';
import type { Case } from '../support/case.ts';
import { aReceivedCase, aTriagedCase, REFERRAL_IN } from '../support/cases-by-status.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { SENDER } from '../support/factories.ts';
import { longName } from '../support/large-case.ts';
import { storeCase } from '../support/store-case.ts';

const MOST_BYTES = 100_000;
const ROWS = 50;
const RECIPIENT = 'fi-alder';

let desk: TestDesk;
let received: string;
let held: string;

beforeAll(async () => {
  desk = await testDesk();
  const { db } = desk;
  const agency = await db.agency.findFirstOrThrow({ where: { id: RECIPIENT } });
  const point = await db.contactPoint.findFirstOrThrow({ where: { agencyId: RECIPIENT }, orderBy: { id: 'asc' } });
  const ofCountries = COUNTRIES.map((country) => ({ country, id: `full-${country.toLowerCase()}` }));
  await db.agency.createMany({
    data: [...ofCountries, { id: SENDER, country: 'EE' }].map((each) => ({
      ...agency,
      ...each,
      name: longName(each.id),
    })),
    skipDuplicates: true,
  });
  await db.contactPoint.createMany({
    data: ofCountries.map(({ id, country }) => ({
      ...point,
      country,
      id: `${id}-desk`,
      agencyId: id,
      name: longName(`National contact point of ${country}`),
    })),
  });
  for (let n = 0; n < ROWS; n += 1) {
    await storeCase(db, referredTo(point.id));
    await storeCase(db, REFERRAL_IN['closure-proposed']());
  }
  received = (await storeCase(db, aReceivedCase())).referral.reference;
  held = (await storeCase(db, REFERRAL_IN.held())).referral.reference;
  await storeDeliveries();
}, 120_000);

function referredTo(contactPointId: string): Case {
  const it = aTriagedCase();
  const taken = { agencyId: RECIPIENT, contactPointId, country: 'FI', type: 'national-contact-point' } as const;
  const candidates = [{ ...taken, verdict: { taken: true, reason: 'best-of-its-country' } as const }];
  it.act({ type: 'route', decision: { ...it.route(['FI']), candidates, taken: [taken] } }, ENGINE);
  it.settle();
  return it;
}

async function storeDeliveries(): Promise<void> {
  const webhook = { id: randomUUID(), agencyId: 'xr-desk' };
  await desk.db.webhook.create({ data: { ...webhook, url: 'https://hooks.example/', kinds: ['answers'] } });
  await desk.db.webhookDelivery.createMany({
    data: Array.from({ length: 2 * ROWS }, (_, n) => ({
      ...{ id: randomUUID(), webhookId: webhook.id, agencyId: webhook.agencyId, referralId: randomUUID(), seq: n + 1 },
      ...{ reference: `XR-2026-${String(n).padStart(6, '0')}`, event: 'outcome-reported', payload: '{}' },
      ...{ status: 'failed', tries: 9, triedAt: new Date(), settledAt: new Date(), result: 'timeout' },
    })),
  });
}

test.each([
  ['aino.alder', '/waiting'],
  ['aino.alder', '/inbox'],
  ['aino.alder', '/referrals'],
  ['noor.rowan', '/referrals?desk=all'],
  ['noor.rowan', '/triage'],
  ['ines.rowan', '/waiting'],
  ['ines.rowan', '/approvals'],
  ['ines.rowan', '/approvals?approval=closure'],
  ['karl.rowan', '/admin/webhooks/deliveries?status=failed'],
  ['ines.rowan', '/drills'],
  ['ines.rowan', '/sla/agencies'],
  ['noor.rowan', '/referrals/:received/acts/complete-triage'],
  ['ines.rowan', '/referrals/:held/acts/assign-recipient'],
])('%s gets %s with at most 100 KB', async (personId, path) => {
  const browser = await desk.browser(personId);
  const { statusCode, body } = await browser.get(path.replace(':received', received).replace(':held', held));
  expect(statusCode).toBe(200);
  expect(Buffer.byteLength(body), `${path}: ${Buffer.byteLength(body)}`).toBeLessThanOrEqual(MOST_BYTES);
});
