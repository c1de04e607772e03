/** Which requests require a recent sign-in, on the real pages and in the API. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

let desk: TestDesk;
let reference: string;
let proposal: string;

beforeAll(async () => {
  desk = await testDesk();
  const recorded = await RecordedReferral.submit(desk, 'quinn.quartz');
  ({ reference } = await recorded.read());
  const dora = await desk.browser('dora.rowan');
  const { headers } = await dora.post('/admin/people/vera.rowan/deactivate');
  proposal = /proposals\/([\w-]+)/.exec(String(headers.location))?.[1] ?? '';
});

/** Signed in that long ago. */
async function signedIn(personId: string, minutesAgo: number): Promise<Browser> {
  const browser = await desk.browser(personId);
  const { agencyId } = await personOf(desk.db, personId);
  await browser.get(`/test-sign-in/${personId}/${agencyId}?minutesAgo=${minutesAgo}`);
  return browser;
}

/** Whether the answer is the page that asks for a recent sign-in, in any language. */
const asksAgain = ({ body }: { body: string }) => /"\/sign-in\/start\?to=[^"]*&amp;recent"/.test(body);

describe('a form that requires a recent sign-in', () => {
  test.each<[string, () => string, Record<string, string>]>([
    ['quinn.quartz', () => `/referrals/${reference}/acts/recall`, { recipientId: 'r1' }],
    ['quinn.quartz', () => `/referrals/${reference}/acts/withdraw`, { text: 'Why.' }],
    ['quinn.quartz', () => `/referrals/${reference}/acts/order-erasure`, { text: 'Why.' }],
    ['ines.rowan', () => `/referrals/${reference}/acts/erase`, {}],
    ['noor.rowan', () => `/referrals/${reference}/particulars`, { purpose: 'Triage', further: 'Many reports.' }],
    ['noor.rowan', () => `/referrals/${reference}/acts/take`, { further: 'Many reports.' }],
    ['karl.rowan', () => `/admin/proposals/${proposal}/confirm`, {}],
    ['karl.rowan', () => '/admin/people/vera.rowan/roles', { agencyId: 'xr-desk', roles: 'auditor' }],
    ['karl.rowan', () => '/admin/people/new', { name: 'Nova Rowan' }],
    ['karl.rowan', () => '/admin/people/vera.rowan/identities', { issuer: 'https://id.example', subject: 'vera' }],
    ['karl.rowan', () => '/admin/people/vera.rowan/take-identity', { issuer: 'https://id.example', subject: 'vera' }],
    ['karl.rowan', () => '/admin/people/vera.rowan/deactivate', {}],
  ])('%s: %s', async (personId, path, fields) => {
    const late = await signedIn(personId, 16);
    const answer = await late.post(path(), fields);
    expect([answer.statusCode, asksAgain(answer)]).toEqual([401, true]);
    const early = await signedIn(personId, 14);
    expect(asksAgain(await early.post(path(), fields))).toBe(false);
  });

  test.each<[string, () => string]>([
    ['noor.rowan', () => `/referrals/${reference}/acts/take`],
    ['noor.rowan', () => `/referrals/${reference}/particulars`],
    ['karl.rowan', () => `/admin/proposals/${proposal}/reject`],
    ['karl.rowan', () => '/admin/people/vera.rowan'],
    ['karl.rowan', () => '/admin/people/vera.rowan/end-sessions'],
  ])('is none of the others: %s', async (personId, path) => {
    const late = await signedIn(personId, 16);
    expect(asksAgain(await late.post(path(), { purpose: 'Triage' }))).toBe(false);
  });
});

test('so does the download of a list, and not that of figures', async () => {
  const late = await signedIn('ines.rowan', 16);
  for (const list of ['/referrals', '/triage', '/audit', '/sla', '/readings']) {
    const answer = await late.get(`${list}?format=csv`);
    expect([list, answer.statusCode]).toEqual([list, 401]);
    expect(answer.body).toContain(`/sign-in/start?to=${encodeURIComponent(list)}&amp;recent`);
  }
  for (const figures of ['/performance', '/network']) {
    expect((await late.get(`${figures}?format=csv`)).headers['content-type']).toContain('text/csv');
  }
});

test('so do these acts in the API', async () => {
  const late = await signedIn('quinn.quartz', 16);
  const headers = { 'x-csrf-token': await late.token(), 'content-type': 'application/json' };
  const act = async (path: string, body: object) => {
    const url = `/api/v1/referrals/${reference}/${path}`;
    const answer = await late.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) });
    return [answer.statusCode, answer.json().code, answer.headers['www-authenticate']];
  };
  const refused = [
    401,
    'REAUTHENTICATION_REQUIRED',
    expect.stringMatching(/^Bearer error="insufficient.*max_age="900"$/),
  ];
  expect(await act('acts/recall', { recipientId: 'r1', text: 'Why.' })).toEqual(refused);
  expect(await act('acts/order-erasure', { text: 'Why.' })).toEqual(refused);
  expect(await act('particulars', { purpose: 'A test.', further: 'Many.' })).toEqual(refused);
  expect((await act('acts/take', {}))[1]).toBe('ENGINE_UNAVAILABLE');
});
