/** SLA timelines: of many referrals, of one, and each clock explained. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let reference: string;
const SUMMARY = 'The child wrote under the name Copperfield-Lantern.';

beforeAll(async () => {
  desk = await testDesk();
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', { summary: SUMMARY });
  await kept.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [] },
    ...{ countries: ['FI'], capability: 'investigation', wanted: [] },
  });
  const text = await kept.storeText('Which time zone?');
  await kept.act('aino.alder', { type: 'acknowledge', recipientId: 'r1' });
  await kept.act('aino.alder', { type: 'ask-information', recipientId: 'r1', text });
  ({ reference } = await kept.read());
});

test('of many referrals are one row each, sorted by the time left', async () => {
  const { body } = await (await desk.browser('otto.rowan')).get('/sla');
  expect(body).toContain(`href="/sla/${reference}"`);
  expect(body).toMatch(/aria-sort="ascending"/);
  expect(body).toMatch(new RegExp(`href="/sla/${reference}/c\\d+"`));
});

test('of many show no time running down on a clock that is paused', async () => {
  const { body } = await (await desk.browser('vera.rowan')).get('/sla');
  const clocks = body.match(/<li><a href="\/sla\/.*?<\/li>/gs) ?? [];
  const [paused, running] = [true, false].map((isPaused) =>
    clocks.filter((clock) => clock.includes('desk-bar--paused') === isPaused),
  );
  expect(paused?.length).toBeGreaterThan(0);
  for (const clock of paused ?? []) expect(clock).not.toMatch(/data-due|govuk-tag/);
  for (const clock of running ?? []) expect(clock).toContain('data-due');
});

test('of many referrals can be downloaded as a file', async () => {
  const { body, headers } = await (await desk.browser('vera.rowan')).get('/sla?format=csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(body).toContain(reference);
  expect(body).toContain('TLP:AMBER');
});

test('of one are bars with a title each, the same as a table, and times on three walls', async () => {
  const { body } = await (await desk.browser('vera.rowan')).get(`/sla/${reference}`);
  expect(body).toContain('class="desk-handling"');
  expect(body).toContain('<desc>');
  expect(body).toContain('url(#sla-pause)');
  expect(body.match(/class="desk-bar desk-bar--/g)?.length).toBeGreaterThan(3);
  expect(body).toContain('Europe/Helsinki');
  expect(body).toContain('America/New_York');
  expect(body).toContain('Paused since');
  expect(body).not.toContain('Copperfield');
  expect(body).not.toContain('style=');
});

test("of one clock are explained in the person's language", async () => {
  const browser = await desk.browser('vera.rowan');
  const { body } = await browser.get(`/sla/${reference}/c1`);
  expect(body).toContain('class="desk-handling"');
  expect(body).toContain('Recalculated from start, pauses and extensions: same result.');
  expect(body).toContain('Ended: the action came in time');
  await browser.post('/settings', { language: 'de', zone: 'Europe/Berlin', digestHour: '' });
  expect((await browser.get(`/sla/${reference}/c1`)).body).toContain('Neu berechnet aus Beginn');
});

test('of what is not there and of what is not theirs answer alike', async () => {
  const stranger = await desk.browser('eero.alder');
  const mine = await stranger.get(`/sla/${reference}`);
  expect(mine.statusCode).toBe(200);
  expect(mine.body).not.toContain('/c1"');
  const none = await stranger.get('/sla/XR-1999-000001');
  const triage = await stranger.get(`/sla/${reference}/c1`);
  expect([none.statusCode, triage.statusCode]).toEqual([404, 404]);
  expect((await (await desk.browser('vera.rowan')).get(`/sla/${reference}/c99`)).statusCode).toBe(404);
});
