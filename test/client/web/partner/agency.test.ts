/** The page of the own agency: its entries in the directory, and the button that confirms them. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

test('a confirmation renews one contact point, and is recorded', async () => {
  await desk.db.contactPoint.updateMany({ data: { verifiedAt: new Date('2025-01-01') } });
  const aino = await desk.browser('aino.alder');
  const { headers } = await aino.post('/agency/confirm');
  expect(headers.location).toBe('/agency?confirmed');
  const fresh = await desk.db.contactPoint.findMany({ where: { verifiedAt: { gt: new Date('2026-01-01') } } });
  expect(new Set(fresh.map(({ agencyId }) => agencyId))).toEqual(new Set(['fi-alder']));
  const leaves = await desk.db.auditLeaf.findMany({ where: { operation: 'alteration' } });
  expect(leaves.map(({ leaf }) => leaf)).toMatchObject(
    fresh.map(({ id }) => ({ by: { personId: 'aino.alder' }, about: { id, change: 'confirmed' } })),
  );
});

test('it shows contact points, registered capabilities and closed days', async () => {
  await desk.db.closedDay.create({ data: { agencyId: 'fi-alder', day: nextYear(), name: 'Moving <house>' } });
  const half = { agencyId: 'fi-alder', day: nextYear(), name: 'Eve', closesAt: '12:00' };
  await desk.db.closedDay.create({ data: { ...half, day: nextYear(301) } });
  await desk.db.contactPoint.update({
    where: { id: 'fi-alder-ncp' },
    data: { hours: 'Mo-Fr 08:00-16:00; Sa 09:00-12:00' },
  });
  const aino = await desk.browser('aino.alder');
  const { body } = await aino.get('/agency?confirmed');
  expect(body).toContain('The details of your contact points are confirmed as of today.');
  expect(body).toContain('Europe/Helsinki');
  expect(body).toContain('Moving &lt;house>');
  expect(body).toContain('Eve (closes at 12:00)');
  expect(body).toContain('Monday–Friday 08:00-16:00; Saturday 09:00-12:00 (Europe/Helsinki)');
  expect(body).toMatch(/Independence Day|Christmas Day/);
  expect(body).toMatch(
    /Handling codes<\/dt><dd[^>]*>H0: use under the rules that govern the exchange\nH1: not to be used/,
  );
  await desk.db.contactPoint.update({ where: { id: 'fi-alder-ncp' }, data: { hours: '08:00-16:00' } });
  expect((await aino.get('/agency')).body).toContain('Working days 08:00-16:00 (Europe/Helsinki)');
});

test.each(['ines.rowan', 'emil.rowan'])('it is in the language of %s', async (personId) => {
  const { statusCode, body } = await (await desk.browser(personId)).get('/agency');
  expect(statusCode).toBe(200);
  expect(body).not.toMatch(/\b(officer|partner|referral|codes|common):[a-z]/);
});

/** Within a year from now. */
function nextYear(days = 300): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
