/** Which requests require a recent sign-in, on the real pages and in the API: the whole list, each tried without one. */

import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type TestDesk, testDesk } from '../../support/desk.ts';
import { personOf } from '../../support/people.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

let desk: TestDesk;
/** The values of parameters in addresses. */
let places: Record<string, string>;

beforeAll(async () => {
  desk = await testDesk();
  const recorded = await RecordedReferral.submit(desk, 'quinn.quartz');
  const { reference } = await recorded.read();
  const dora = await desk.browser('dora.rowan');
  const { headers } = await dora.post('/admin/people/vera.rowan/deactivate');
  const proposal = /proposals\/([\w-]+)/.exec(String(headers.location))?.[1] ?? '';
  places = { reference, ref: reference, proposal, person: 'vera.rowan', webhook: randomUUID() };
});

type Tried = [route: string, personId: string, fields: Record<string, string>];

const BEYOND = { purpose: 'Triage', further: 'Many reports.' };
const ACCOUNT = { issuer: 'https://id.example', subject: 'vera' };
const API = '/api/v1';

/** Every request of these routes. In a route, `:id` is what its field `id` names. */
const ALWAYS: Tried[] = [
  ['/referrals/:reference/acts/recall', 'quinn.quartz', { recipientId: 'r1' }],
  ['/referrals/:reference/acts/withdraw', 'quinn.quartz', { text: 'Why.' }],
  ['/referrals/:reference/acts/order-erasure', 'quinn.quartz', { text: 'Why.' }],
  ['/referrals/:reference/acts/erase', 'ines.rowan', {}],
  ['/admin/proposals/:id/confirm', 'karl.rowan', { id: 'proposal' }],
  ['/admin/people/new', 'karl.rowan', { name: 'Nova Rowan' }],
  ['/admin/people/:id/roles', 'karl.rowan', { id: 'person', agencyId: 'xr-desk', roles: 'auditor' }],
  ['/admin/people/:id/identities', 'karl.rowan', { id: 'person', ...ACCOUNT }],
  ['/admin/people/:id/take-identity', 'karl.rowan', { id: 'person', ...ACCOUNT }],
  ['/admin/people/:id/deactivate', 'karl.rowan', { id: 'person' }],
  ['/admin/people/:id/pseudonymise', 'karl.rowan', { id: 'person' }],
  ['/admin/webhooks/:id/secret', 'karl.rowan', { id: 'webhook' }],
  ['/settings/calendar', 'noor.rowan', {}],
  ['/data-subjects', 'ines.rowan', { identifier: 'somebody@example.org' }],
  [`${API}/referrals/:ref/acts/recall`, 'quinn.quartz', { recipientId: 'r1', text: 'Why.' }],
  [`${API}/referrals/:ref/acts/withdraw`, 'quinn.quartz', { text: 'Why.' }],
  [`${API}/referrals/:ref/acts/order-erasure`, 'quinn.quartz', { text: 'Why.' }],
  [`${API}/referrals/:ref/acts/erase`, 'ines.rowan', {}],
  [`${API}/administration/proposals/:proposal/confirm`, 'karl.rowan', {}],
  [`${API}/administration/webhooks/:webhook/secret`, 'karl.rowan', {}],
];

/** Requests of these routes beyond the reading allowance. Every other act on a page can read as well. */
const SOMETIMES: Tried[] = [
  ['/referrals/:reference/particulars', 'noor.rowan', BEYOND],
  ['/referrals/:reference/dossier', 'noor.rowan', { ...BEYOND, purposeCode: 'other' }],
  [`${API}/referrals/:ref/particulars`, 'noor.rowan', BEYOND],
  [`${API}/referrals/:ref/dossier`, 'noor.rowan', BEYOND],
];

/** Signed in that long ago. */
async function signedIn(personId: string, minutesAgo: number): Promise<Browser> {
  const browser = await desk.browser(personId);
  const { agencyId } = await personOf(desk.db, personId);
  await browser.get(`/test-sign-in/${personId}/${agencyId}?minutesAgo=${minutesAgo}`);
  return browser;
}

/** Whether the answer is the page that asks for a recent sign-in, in any language. */
const asksAgain = ({ body }: { body: string }) => /"\/sign-in\/start\?to=[^"]*&amp;recent"/.test(body);

/** Whether the request is refused until the person signs in again: by a page, or by a challenge of the API. */
async function isRefused(browser: Browser, [route, , { id = '', ...fields }]: Tried): Promise<boolean> {
  const url = route.replaceAll(/:(\w+)/g, (_, name: string) => places[name === 'id' ? id : name] ?? '');
  if (!route.startsWith(API)) {
    const answer = await browser.post(url, fields);
    return answer.statusCode === 401 && asksAgain(answer);
  }
  const headers = { 'x-csrf-token': await browser.token(), 'content-type': 'application/json' };
  const answer = await browser.inject({ method: 'POST', url, headers, payload: JSON.stringify(fields) });
  if (answer.statusCode !== 401) return false;
  expect(answer.json().code).toBe('REAUTHENTICATION_REQUIRED');
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer error="insufficient.*max_age="900"$/);
  return true;
}

test('exactly these routes require a recent sign-in', () => {
  const routesWith = (type: string) =>
    desk.routes.filter(({ config }) => typeof config?.stepUp === type && config?.stepUp).map(({ url }) => url);
  expect(routesWith('boolean').toSorted()).toEqual(ALWAYS.map(([route]) => route).toSorted());
  const sometimes = routesWith('function').filter((url) => !url.startsWith('/referrals/:reference/acts/'));
  expect(sometimes.toSorted()).toEqual(SOMETIMES.map(([route]) => route).toSorted());
});

describe('a request that requires a recent sign-in', () => {
  test.each([...ALWAYS, ...SOMETIMES])('%s as %s', async (...tried) => {
    expect(await isRefused(await signedIn(tried[1], 16), tried)).toBe(true);
    expect(await isRefused(await signedIn(tried[1], 14), tried)).toBe(false);
  });

  test('any act on a page that reads beyond the allowance', async () => {
    const acts = desk.routes.filter(
      ({ config, url }) => config?.stepUp && url.startsWith('/referrals/:reference/acts/'),
    );
    expect(acts.length).toBeGreaterThan(20);
    const late = await signedIn('noor.rowan', 16);
    for (const { url } of acts) expect([url, await isRefused(late, [url, '', BEYOND])]).toEqual([url, true]);
  });

  test.each<Tried>([
    ['/referrals/:reference/acts/take', 'noor.rowan', { purpose: 'Triage' }],
    ['/referrals/:reference/particulars', 'noor.rowan', { purpose: 'Triage' }],
    ['/referrals/:reference/dossier', 'noor.rowan', { purpose: 'Triage', purposeCode: 'other' }],
    ['/admin/proposals/:id/reject', 'karl.rowan', { id: 'proposal' }],
    ['/admin/people/:id', 'karl.rowan', { id: 'person' }],
    ['/admin/people/:id/end-sessions', 'karl.rowan', { id: 'person' }],
    ['/settings/calendar/revoke', 'noor.rowan', {}],
    [`${API}/referrals/:ref/acts/take`, 'noor.rowan', {}],
    [`${API}/referrals/:ref/particulars`, 'noor.rowan', { purpose: 'Triage' }],
  ])('is none of the others: %s', async (...tried) => {
    expect(await isRefused(await signedIn(tried[1], 16), tried)).toBe(false);
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
