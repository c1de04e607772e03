/** Acts that cannot be undone and downloads require a recent sign-in, at the real provider and by tokens (RFC 9470). */

import type { JWTPayload } from 'jose';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { LOCAL_CLASS } from '../../../../dev/identity.ts';
import { giveIdentities } from '../../../../prisma/store/identities.ts';
import type { Browser } from './browser.ts';
import { AUDIENCE, type IdentityServer, openIdentityServer } from './identity-server.ts';
import { type Issuer, openIssuer } from './issuer.ts';

const TYPED = { text: 'The account Copperfield-Lantern was closed.' };
const MINUTE = 60_000;

/** `strong` also requires a class. */
let at: IdentityServer;
let strong: IdentityServer;

beforeAll(async () => {
  at = await openIdentityServer();
  strong = await openIdentityServer({ database: at, stepUp: { minutes: 15, contextClasses: ['urn:x', LOCAL_CLASS] } });
});

afterEach(() => {
  vi.useRealTimers();
});

function later(minutes: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE });
}

async function act(server: IdentityServer, browser: Browser) {
  const { csrf } = await server.page(browser);
  const referer = `${server.url}/page`;
  const seen = await browser.post(`${server.url}/irreversible-act`, { _csrf: csrf, ...TYPED }, { referer });
  return { status: seen.status, answer: JSON.parse(seen.text) };
}

/** By the button of the sign-in page. `change` alters the request to the provider. */
async function signInAgain(server: IdentityServer, browser: Browser, start: string, change = (url: string) => url) {
  const { headers } = await browser.ask(`${server.url}${start}`);
  const asked = headers.get('location') ?? '';
  const choice = await browser.go(change(asked));
  return { asked, seen: await browser.post(choice.url, { person: 'noor.rowan' }) };
}

const START = '/sign-in/start?to=%2Fpage&recent';

describe('on pages', () => {
  test('a recent sign-in is enough', async () => {
    const { browser } = await at.signIn('noor.rowan');
    later(14);
    expect(await act(at, browser)).toMatchObject({ status: 200, answer: { done: 'noor.rowan' } });
  });

  test('later, the person signs in again, gets the form back, and sends it', async () => {
    const { browser } = await at.signIn('noor.rowan');
    later(16);
    expect(await act(at, browser)).toEqual({
      status: 401,
      answer: { isSignInPage: true, start: START, notice: 'recent' },
    });
    const { asked, seen } = await signInAgain(at, browser, START);
    expect(asked).toMatch(/prompt=login&max_age=0/);
    expect([seen.url, JSON.parse(seen.text).kept]).toEqual([`${at.url}/page`, TYPED]);
    expect(await act(at, browser)).toMatchObject({ status: 200, answer: { body: TYPED } });
    expect((await at.page(browser)).kept).toBeUndefined();
    const rows = await at.db.auditLeaf.findMany({ where: { operation: 'sign-in' }, orderBy: { id: 'asc' } });
    const sessions = rows.map(({ leaf }) => Object(Object(leaf).about).session);
    expect(sessions.slice(-2)).toEqual(['signed-in', 'signed-in-again']);
  });

  test('other acts stay possible', async () => {
    const { browser } = await at.signIn('noor.rowan');
    later(16);
    const { csrf } = await at.page(browser);
    expect((await browser.post(`${at.url}/act`, { _csrf: csrf })).status).toBe(200);
  });

  test('a form that is too long to keep is lost, and the sign-in page says so', async () => {
    const { browser } = await at.signIn('noor.rowan');
    later(16);
    const fields = { _csrf: (await at.page(browser)).csrf, text: 'x'.repeat(65 * 1024) };
    const seen = await browser.post(`${at.url}/irreversible-act`, fields);
    expect(JSON.parse(seen.text)).toMatchObject({ notice: 'recent-not-kept' });
  });

  test('a download leads back to the page of its list, and figures are not asked about', async () => {
    const { browser } = await at.signIn('noor.rowan');
    expect((await browser.go(`${at.url}/list?q=a+b&format=csv`)).text).toBe('a list');
    later(16);
    const seen = await browser.go(`${at.url}/list?q=a+b&format=csv`);
    expect([seen.status, JSON.parse(seen.text)]).toEqual([
      401,
      { isSignInPage: true, start: '/sign-in/start?to=%2Flist%3Fq%3Da%2Bb&recent', notice: 'recent' },
    ]);
    expect((await browser.go(`${at.url}/list?q=a+b`)).text).toBe('a list');
    expect((await browser.go(`${at.url}/figures?format=csv`)).text).toBe('figures');
  });

  test('the class of the sign-in is requested and checked', async () => {
    const { browser } = await strong.signIn('noor.rowan');
    expect((await act(strong, browser)).status).toBe(401);
    const { asked } = await signInAgain(strong, browser, START);
    expect(new URL(asked).searchParams.get('acr_values')).toBe(`urn:x ${LOCAL_CLASS}`);
    expect((await act(strong, browser)).status).toBe(200);
  });

  test('a sign-in by another class is refused, and ends no session', async () => {
    const { browser } = await strong.signIn('noor.rowan');
    const without = (url: string) => url.replace(/&acr_values=[^&]*/, '');
    const { seen } = await signInAgain(strong, browser, START, without);
    expect([seen.status, JSON.parse(seen.text)]).toEqual([403, { isSignInPage: true, start: START, notice: 'weak' }]);
    expect(await strong.page(browser)).toMatchObject({ personId: 'noor.rowan' });
    expect((await act(strong, browser)).status).toBe(401);
  });

  test('an earlier cookie makes no later sign-in recent', async () => {
    const { browser } = await at.signIn('noor.rowan');
    const earlier = browser.cookies(at.url).get('liaise-session') ?? '';
    later(16);
    await signInAgain(at, browser, START);
    browser.cookies(at.url).set('liaise-session', earlier);
    expect((await browser.ask(`${at.url}/page`)).status).toBe(303);
  });
});

describe('in the API', () => {
  let issuer: Issuer;
  let server: IdentityServer;
  let strict: IdentityServer;

  beforeAll(async () => {
    issuer = await openIssuer();
    const common = { database: at, noProvider: true, issuer: issuer.url };
    server = await openIdentityServer(common);
    strict = await openIdentityServer({ ...common, stepUp: { minutes: 5, contextClasses: [LOCAL_CLASS] } });
    const system = { personId: 'system.quartz', agencyId: 'us-quartz', scopes: ['referrals:write'] as const };
    await giveIdentities(at.db, [{ issuer: issuer.url, subject: 'quartz', ...system, scopes: [...system.scopes] }]);
  });

  async function sent(to: IdentityServer, claims: JWTPayload) {
    const now = Math.floor(Date.now() / 1000);
    const common = { iss: issuer.url, aud: AUDIENCE, sub: 'quartz', scope: 'referrals:write' };
    const token = await issuer.sign({ ...common, iat: now, exp: now + 60, ...claims }, 'ES256');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${to.url}/api/irreversible-act`, { method: 'POST', headers, body: '{}' });
    return [answer.status, answer.headers.get('www-authenticate')];
  }
  const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
  const error = 'Bearer error="insufficient_user_authentication"';
  const why = 'error_description="A more recent authentication is required"';

  test('a system has authenticated itself when its token was issued', async () => {
    expect(await sent(server, {})).toEqual([200, null]);
    expect(await sent(server, { iat: ago(16), exp: ago(-1) })).toEqual([401, `${error}, ${why}, max_age="900"`]);
  });

  test('the time and the class of the token decide', async () => {
    const challenge = `${error}, ${why}, max_age="300", acr_values="${LOCAL_CLASS}"`;
    expect(await sent(strict, { auth_time: ago(4), acr: LOCAL_CLASS })).toEqual([200, null]);
    expect(await sent(strict, { auth_time: ago(6), acr: LOCAL_CLASS })).toEqual([401, challenge]);
    expect(await sent(strict, { auth_time: ago(4), acr: 'urn:x' })).toEqual([401, challenge]);
    expect(await sent(strict, {})).toEqual([401, challenge]);
  });

  test('a session is challenged too', async () => {
    const { browser } = await at.signIn('noor.rowan');
    later(16);
    const headers = { 'x-csrf-token': (await at.page(browser)).csrf };
    const answer = await browser.ask(`${at.url}/api/irreversible-act`, { method: 'POST', headers });
    expect([answer.status, await answer.json(), answer.headers.get('www-authenticate')]).toEqual([
      401,
      { code: 'REAUTHENTICATION_REQUIRED' },
      `${error}, ${why}, max_age="900"`,
    ]);
  });
});
