/** Supplements from report files: what was read is shown first, and added when the person confirms. */

import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fileDetails, fileDetailsWithNotes } from '../../../domain/exchange/cybertipline/file-details.ts';
import { type Browser, type TestDesk, testDesk } from '../../../support/desk.ts';
import { multipartForm } from '../../../support/multipart.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';
import { spendBudget } from '../../../support/spend-budget.ts';

const DETAILS = fileDetails(1, '12345');
const [HASH = ''] = DETAILS.match(/[0-9a-f]{40}/) ?? [];

let desk: TestDesk;
let quinn: Browser;
let referral: RecordedReferral;
let page: string;

beforeAll(async () => {
  desk = await testDesk();
  quinn = await desk.browser('quinn.quartz');
});

beforeEach(async () => {
  referral = await RecordedReferral.submit(desk, 'quinn.quartz');
  page = `/referrals/${(await referral.read()).reference}`;
});

/** An empty content is what a browser sends if no file was selected. */
async function uploaded(content: string, browser = quinn) {
  const file = { name: 'file', filename: content === '' ? '' : 'details.xml', content };
  const { payload, type } = multipartForm([{ name: '_csrf', content: await browser.token() }, file]);
  const headers = { 'content-type': type };
  const {
    statusCode,
    body,
    headers: answered,
  } = await browser.inject({
    ...{ method: 'POST', url: `${page}/supplement-files`, headers, payload },
  });
  return { statusCode, body, location: String(answered.location) };
}

test('the form of a supplement leads to the upload', async () => {
  expect((await quinn.get(`${page}/acts/supplement`)).body).toContain(`href="${page}/supplement-files"`);
  expect((await quinn.get(`${page}/supplement-files`)).body).toContain('type="file"');
});

test('what was read is shown, and nothing is added before the confirmation', async () => {
  const before = await referral.read();
  const { statusCode, location } = await uploaded(DETAILS);
  expect(statusCode).toBe(303);
  expect((await quinn.get(location)).body).toContain(HASH);
  expect(await referral.read()).toEqual(before);
});

test('what exceeds the rest of the budget of the referral is left out, and listed before the confirmation', async () => {
  await spendBudget(desk, referral.id, { opaque: 900 });
  const { location } = await uploaded(fileDetailsWithNotes('12345', [100, 400]));
  const { body } = await quinn.get(location);
  expect(body).toMatch(/nameValuePair\[2\]\/value<\/code><\/td><td [^>]*>Left out: /);
  expect(body).not.toMatch(/nameValuePair\[1\]\/value<\/code><\/td><td [^>]*>Left out: /);
  expect([/[0-9A-Za-z]{100}/.test(body), /[0-9A-Za-z]{101}/.test(body)]).toEqual([true, false]);
});

test('a list of hash values is read, and shown before it is added', async () => {
  const { statusCode, location } = await uploaded(`algorithm;value\nmd5;${'a5'.repeat(16)}\n`);
  expect(statusCode).toBe(303);
  expect((await quinn.get(location)).body).toContain('a5'.repeat(16));
  const faulty = await uploaded('algorithm;value\nmd5;secret\n');
  expect([faulty.statusCode, faulty.body.includes('secret')]).toEqual([422, false]);
  expect(faulty.body).toContain('line 2');
  const picture = await uploaded(`algorithm;value;source\nmd5;${'a5'.repeat(16)};${'iVBORw0KGgo'.repeat(40)}\n`);
  expect([picture.statusCode, picture.body.includes('iVBORw0KGgo')]).toEqual([422, false]);
});

test('the values that were read are a draft of this person only, not listed among the drafts of referrals', async () => {
  const { location } = await uploaded(DETAILS);
  const id = location.split('/').at(-1) ?? '';
  const other = await desk.browser('noor.rowan');
  expect([403, 404]).toContain((await other.get(location)).statusCode);
  expect((await quinn.get(location)).statusCode).toBe(200);
  expect((await quinn.get(`/referrals/new/${id}/check`)).statusCode).toBe(404);
  expect((await quinn.get('/referrals/new')).body).not.toContain(id);
});

test('what was read is erased with the referral', async () => {
  const { location } = await uploaded(DETAILS);
  const id = location.split('/').at(-1) ?? '';
  expect(await desk.db.draft.findFirst({ where: { id } })).toMatchObject({ aboutReferral: referral.id });
});

test('what was read cannot be added to another referral', async () => {
  const { location } = await uploaded(DETAILS);
  const another = await RecordedReferral.submit(desk, 'quinn.quartz');
  const elsewhere = location.replace(page, `/referrals/${(await another.read()).reference}`);
  expect((await quinn.post(elsewhere)).statusCode).toBe(404);
});

test('what was read is kept if the act is not answered', async () => {
  const { location } = await uploaded(DETAILS);
  expect((await quinn.post(location)).statusCode).toBe(503);
  expect((await quinn.get(location)).body).toContain(HASH);
});

test('what was read is not added if another person acted after it was shown, until the person confirms again', async () => {
  const { location } = await uploaded(DETAILS);
  const shown = (body: string) => /name="number" value="([0-9]+)"/.exec(body)?.[1] ?? '';
  const number = shown((await quinn.get(location)).body);
  await referral.act('noor.rowan', { type: 'take' });
  const refused = await quinn.post(location, { number });
  expect(refused.statusCode).toBe(412);
  expect(refused.body).toContain('Somebody else acted after this page was opened.');
  expect(Number(shown(refused.body))).toBeGreaterThan(Number(number));
  // Confirmed again, it goes to the engine, which this test has not.
  expect((await quinn.post(location, { number: shown(refused.body) })).statusCode).toBe(503);
});

test.each([
  ['no file', ''],
  ['a file that is no report', 'not a report'],
])('%s is refused at the field', async (_, content) => {
  const { statusCode, body } = await uploaded(content);
  expect([statusCode, body.includes('href="#f-file"')]).toEqual([422, true]);
});

test('a person who may not supplement the referral gets no upload', async () => {
  const alder = await desk.browser('aino.alder');
  expect([403, 404]).toContain((await alder.get(`${page}/supplement-files`)).statusCode);
});
