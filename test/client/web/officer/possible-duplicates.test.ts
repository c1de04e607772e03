/** Possible duplicates on the pages and in the API: for the coordinator only. */

import { beforeAll, describe, expect, test } from 'vitest';
import { fileDigests } from '../../../../domain/search-digests.ts';
import { type TestDesk, testDesk } from '../../../support/desk.ts';
import { type Form, formsIn, mainOf } from '../../../support/forms.ts';
import { RecordedReferral } from '../../../support/recorded-referral.ts';
import { callerOf } from '../../api/api-client.ts';

let desk: TestDesk;
let one: RecordedReferral;
let references: [string, string];

const files = {
  materials: ['a5', 'b6'].map((byte) => ({
    ...({ algorithm: 'sha256', value: byte.repeat(32), source: 'hotline', classification: 'unclassified' } as const),
  })),
  particulars: [{ label: 'fileDetails/fileId', value: 'b0754af766b4' }],
};

beforeAll(async () => {
  desk = await testDesk();
  one = await RecordedReferral.submit(desk, 'quinn.quartz', files);
  const other = await RecordedReferral.submit(desk, 'quinn.quartz', files);
  const digests = fileDigests(desk.keyring, files);
  const rows = [one.id, other.id].flatMap((referralId) => digests.map((digest) => ({ referralId, digest })));
  await desk.db.materialDigest.createMany({ data: rows });
  references = [(await one.read()).reference, (await other.read()).reference];
});

function valuesOf(form: Form | undefined, name: string): string[] {
  return form?.fields.filter((field) => field.name === name).map(({ value }) => value) ?? [];
}

const shared = 'In both referrals: 2 hash values, 1 file id.';

test('triage, comparison and referral pages show the coordinator what is shared', async () => {
  const noor = await desk.browser('noor.rowan');
  const [reference, other] = references;
  const { body } = await noor.get(`/triage?show=${reference}`);
  expect(body.split(shared)).toHaveLength(2);
  // Both are in the table with their number, and neither can be accepted without a look at it.
  expect(body.match(/\/compare\?[^"]*">1<\/a>/g)).toHaveLength(2);
  expect(body).not.toContain('type="checkbox"');
  expect(body).toContain(`/triage/${reference}/compare`);
  const compared = (await noor.get(`/triage/${reference}/compare`)).body;
  expect(compared).toContain(shared);
  expect(compared).toContain(`Mark ${reference} as a duplicate of ${other}`);
  const page = (await noor.get(`/referrals/${reference}`)).body;
  expect(page).toContain(`Possible duplicate: <a href="/referrals/${other}">${other}</a>. ${shared}`);
  expect(page).not.toContain('It is not linked to any other referral.');
  const form = await noor.get(`/referrals/${reference}/acts/mark-duplicate`);
  expect(form.body).toContain(`value="${other}"`);
});

test('reading, comparing and marking lead back to the same page of a filtered queue', async () => {
  const noor = await desk.browser('noor.rowan');
  const { next: cursor } = (
    await (await callerOf(desk, 'noor.rowan')).get('/referrals?desk=triage&sort=due&order=asc&limit=1')
  ).json();
  const queue = `/triage?${new URLSearchParams({ urgency: 'standard', limit: '1', cursor })}`;
  const { body } = await noor.get(queue);
  const [reading] = formsIn(body).filter(({ action }) => action.endsWith('/particulars'));
  const [, opened] = /referrals\/([^/]+)/.exec(reading?.action ?? '') ?? [];
  // Without an explanation, the purpose "other" is refused. The form on the page that says so leads back as well.
  const [back = ''] = valuesOf(reading, 'back');
  const refused = await noor.post(reading?.action ?? '', { purposeCode: 'other', back });
  expect(refused.statusCode).toBe(422);
  const [again] = formsIn(refused.body).filter(({ action }) => action.endsWith('/particulars'));
  expect(valuesOf(again, 'back')).toEqual([`${queue}&show=${opened}`]);
  const read = await noor.post(again?.action ?? '', { purposeCode: 'triage', back });
  expect(read.headers.location).toBe(`${queue}&show=${opened}`);

  const [, compare = ''] = /href="([^"]*\/compare[^"]*)"/.exec(mainOf(body)) ?? [];
  const compared = (await noor.get(compare.replaceAll('&amp;', '&'))).body;
  const marks = (page: string) =>
    /href="([^"]*acts\/mark-duplicate[^"]*)"/.exec(mainOf(page))?.[1]?.replaceAll('&amp;', '&');
  const form = (await noor.get(marks(compared) ?? '')).body;
  expect(formsIn(form).flatMap((each) => valuesOf(each, 'back'))).toEqual([queue]);
  // Addresses of other servers and pages are not accepted.
  const elsewhere = (
    await noor.get(`${compare.split('?')[0]}?back=${encodeURIComponent('https://elsewhere.example/triage')}`)
  ).body;
  expect(marks(elsewhere)).toMatch(/&back=%2Ftriage$/);
});

test('the form that marks a duplicate shows both side by side, also for another that is named there', async () => {
  const noor = await desk.browser('noor.rowan');
  const [reference, other] = references;
  const { reference: third } = await (await RecordedReferral.submit(desk, 'quinn.quartz')).read();
  const path = `/referrals/${reference}/acts/mark-duplicate`;
  const sides = (body: string) =>
    [...mainOf(body).matchAll(/<a class="desk-compared" href="\/referrals\/([^"]+)"/g)].map(([, each]) => each);
  const { body } = await noor.get(path);
  expect(sides(body)).toEqual([reference, other]);
  expect(mainOf(body).split(`Mark ${reference} as a duplicate of ${other}<`)).toHaveLength(3);
  expect(mainOf(body)).toContain(`${reference} is closed, and its references are added to ${other}.`);
  expect(mainOf(body)).toContain(shared);
  const form = formsIn(body).find(({ action }) => action === path);
  const own = form?.fields.filter(({ name }) => name !== '_csrf') ?? [];
  const fields = Object.fromEntries(own.map(({ name, value }) => [name, value]));
  const named = await noor.post(path, { ...fields, other: third });
  expect([named.statusCode, sides(named.body)]).toEqual([422, [reference, third]]);
  expect(named.body).toContain(`Compare this referral with ${third} below.`);
  expect(named.body).toContain('They share no reference, hash value or file.');
  // The engine is not there: what comes as far as that was compared.
  const again = await noor.post(path, { ...fields, other: third, compared: third });
  expect(again.statusCode).toBe(503);
  expect((await noor.post(path, { ...fields, other: 'XR-2026-99' })).statusCode).toBe(404);
});

test('the API answers the coordinator with the numbers', async () => {
  const noor = await callerOf(desk, 'noor.rowan');
  const [reference, other] = references;
  const answer = (await noor.get(`/referrals/${reference}/possible-duplicates`)).json();
  expect(answer).toEqual({
    reference,
    possibleDuplicates: [
      { referralId: expect.any(String), reference: other, shared: { originReferences: 0, hashValues: 2, files: 1 } },
    ],
  });
});

describe('nothing is shown', () => {
  test.each(['quinn.quartz', 'aino.alder'])('to %s', async (personId) => {
    if (personId === 'aino.alder') {
      await one.act('noor.rowan', {
        ...{ type: 'complete-triage', urgency: 'standard', urgencyGrounds: [], countries: ['FI'] },
        ...{ capability: 'investigation', wanted: [] },
      });
    }
    const [reference, other] = references;
    const page = await (await desk.browser(personId)).get(`/referrals/${reference}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain(other);
    expect(page.body).not.toContain('In both referrals');
    const caller = await callerOf(desk, personId);
    const answer = (await caller.get(`/referrals/${reference}/possible-duplicates`)).json();
    expect(answer).toEqual({ reference, possibleDuplicates: [] });
  });
});
