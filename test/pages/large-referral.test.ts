/** A referral with thirty recipients, more than two hundred entries and names of 120 characters is shown in parts. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { LARGE_AGENCIES, storeLargeCase } from '../support/large-case.ts';
import { readPdf } from '../support/read-pdf.ts';

const MOST_BYTES = 100_000;

let desk: TestDesk;
let reference: string;
let entries: number;
let deadlines: number;

beforeAll(async () => {
  desk = await testDesk();
  const stored = await storeLargeCase(desk);
  ({ reference } = stored.referral);
  entries = stored.entries.length;
  deadlines = stored.referral.clocks.length;
}, 60_000);

test('it has more than 200 entries', () => {
  expect(entries).toBeGreaterThan(200);
});

test.each([
  ...['/sla/:reference', '/sla/:reference?page=8&events=8', '/sla/:reference/c2', '/sla', '/sla/agencies'],
  ...['/referrals/:reference', '/referrals/:reference?recipients=4&clocks=7&timeline=9&letters=9'],
  ...['/referrals/:reference/dossier', '/performance?by=agency', '/performance/trends?by=agency&clock=decide'],
  ...['/network?show=load&by=agency', '/network?show=late&by=agency'],
])('%s has at most 100 KB', async (path) => {
  const ines = await desk.browser('ines.rowan');
  const { statusCode, body } = await ines.get(path.replace(':reference', reference));
  expect(statusCode).toBe(200);
  expect(Buffer.byteLength(body), `${path}: ${Buffer.byteLength(body)}`).toBeLessThanOrEqual(MOST_BYTES);
});

test('the parts of the picture together have every deadline and every event', async () => {
  const ines = await desk.browser('ines.rowan');
  const bars = new Set<string>();
  const events = new Set<string>();
  for (let page = 1; page <= 8; page += 1) {
    const { body } = await ines.get(`/sla/${reference}?page=${page}&events=${page}`);
    for (const [, clock = ''] of body.matchAll(/<a href="\/sla\/[^"/]*\/(c\d+)"><text/g)) bars.add(clock);
    for (const [, entry = ''] of body.matchAll(/id="(entry-\d+)"/g)) events.add(entry);
  }
  expect(deadlines).toBeGreaterThan(90);
  expect(bars.size).toBe(deadlines);
  expect(events.size).toBeGreaterThan(180);
});

test('its dossier names every recipient, and repeats the titles of a table on each page', async () => {
  const ines = await desk.browser('ines.rowan');
  const { rawPayload } = await ines.post(`/referrals/${reference}/dossier`, { format: 'pdf', language: 'en' });
  const { pages } = await readPdf(rawPayload);
  const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
  for (const id of LARGE_AGENCIES) expect(text).toContain(`${id}: National Bureau`);
  expect(pages[2]?.text).toMatch(/No\. +Contact point/);
});
