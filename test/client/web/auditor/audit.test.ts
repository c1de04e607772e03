/** The audit log on a page: search, pages and files, without texts of a case. */

import { beforeAll, expect, test } from 'vitest';
import { addLeaves } from '../../../../prisma/store/audit.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { personOf } from '../../../support/people.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';

let desk: TestDesk;
let reference: string;
let referralId: string;

beforeAll(async () => {
  desk = await testDesk();
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', {
    summary: 'The child wrote as Copperfield-Lantern.',
  });
  ({ reference, id: referralId } = await kept.read());
});

test('names who did what to which referral, without particulars', async () => {
  const { body } = await (await desk.browser('vera.rowan')).get(`/audit?referral=${reference.toLowerCase()}`);
  expect(body).toContain('Quinn Quartz');
  expect(body).toContain(`/referrals/${reference}`);
  expect(body).toContain('Submitted, entry 1');
  expect(body).not.toContain('Copperfield');
});

test('shows an auditor the purpose of each reading, by its code and text', async () => {
  const quinn = await desk.browser('quinn.quartz');
  const path = `/referrals/${reference}/particulars`;
  expect((await quinn.post(path, { purposeCode: 'answer-data-subject', purpose: '' })).statusCode).toBe(200);
  expect((await quinn.post(path, { purposeCode: 'other', purpose: 'Check of the archive' })).statusCode).toBe(200);
  expect((await quinn.post(path, { purposeCode: 'other', purpose: '' })).statusCode).toBe(422);
  const { body } = await (await desk.browser('vera.rowan')).get(`/audit?referral=${reference}&operation=consultation`);
  expect(body).toContain('particulars: Answer a data subject<');
  expect(body).toContain('particulars: Check of the archive<');
});

test('is narrowed by operation, person, agency and day', async () => {
  const browser = await desk.browser('vera.rowan');
  const today = new Date().toISOString().slice(0, 10);
  const found = await browser.get(
    `/audit?operation=collection&person=quinn.quartz&agency=us-quartz&from=2026-01-01&to=${today}`,
  );
  expect(found.body).toContain('Submitted, entry 1');
  const none = await browser.get('/audit?operation=erasure&person=&agency=&from=');
  expect(none.body).toContain('No entries match');
  for (const wrong of ['from=yesterday', 'from=0000-01-01', 'to=9999-12-31']) {
    expect((await browser.get(`/audit?${wrong}`)).statusCode).toBe(422);
  }
});

test('is narrowed by a part of a name, and leaves out what the system did unless it is asked for', async () => {
  const browser = await desk.browser('vera.rowan');
  const byName = (await browser.get('/audit?person=quartz')).body;
  expect(byName).toContain('Submitted, entry 1');
  const { body } = await browser.get(`/audit?referral=${reference}`);
  expect(body).toContain('Submitted, entry 1');
  expect(body).not.toMatch(/<td[^>]*>System</);
  const all = (await browser.get(`/audit?referral=${reference}&engine=true`)).body;
  expect(all).toMatch(/<td[^>]*>System</);
  expect((await browser.get(`/audit?referral=${reference}&entries=1,2,3,4`)).body).toMatch(/<td[^>]*>System</);
});

test('is paged, and a file of all pages', async () => {
  const browser = await desk.browser('vera.rowan');
  for (let more = 0; more < 12; more += 1) await RecordedReferral.submit(desk, 'quinn.quartz');
  const { body } = await browser.get('/audit');
  const next = /href="([^"]*cursor=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await browser.get(next)).body).toContain('First page');
  const file = await browser.get(`/audit?format=csv&operation=collection`);
  expect(file.headers['content-disposition']).toContain('audit.csv');
  expect(file.body.match(/Submitted/g)).toHaveLength(13);
});

test('lists entries that were given up for good, each by its digest', async () => {
  const by = await personOf(desk.db, 'otto.rowan');
  const digests = ['0a'.repeat(32), '0b'.repeat(32)];
  const forgotten = digests.map((digest, index) => ({ event: 'accepted', seq: 7 + index, digest }) as const);
  const at = new Date().toISOString();
  await addLeaves(desk.db, [{ v: 1, at, operation: 'alteration', by, referralId, about: { forgotten } }]);
  const browser = await desk.browser('vera.rowan');
  expect((await browser.get('/audit?person=otto.rowan')).body).toContain(
    '2 entries that only Temporal had are discarded',
  );
  expect((await browser.get('/audit?person=otto.rowan&format=csv')).body).toContain(digests.join(' '));
});

test('is refused to officers', async () => {
  expect((await (await desk.browser('noor.rowan')).get('/audit')).statusCode).toBe(403);
});
