/** Sign-in with a real provider, and every failure that must not create a session. */

import { beforeAll, describe, expect, test } from 'vitest';
import { aReferredCase } from '../../../support/cases-by-status.ts';
import { SENDER } from '../../../support/factories.ts';
import { storeCase } from '../../../support/store-case.ts';
import { type Browser, openBrowser } from './browser.ts';
import { type IdentityServer, openIdentityServer, UNREGISTERED_PERSON } from './identity-server.ts';

let at: IdentityServer;

beforeAll(async () => {
  at = await openIdentityServer();
});

const leaves = async () =>
  (await at.db.auditLeaf.findMany({ where: { operation: 'sign-in' }, orderBy: { id: 'asc' } })).map(({ leaf }) => leaf);

describe('signing in', () => {
  test('leads back to the page that was asked for, as the person who was chosen', async () => {
    const browser = openBrowser();
    const signInPage = await browser.go(`${at.url}/page`);
    expect(JSON.parse(signInPage.text)).toEqual({ isSignInPage: true, start: '/sign-in/start?to=%2Fpage' });
    const { seen } = await at.signIn('noor.rowan', { browser });
    expect(seen.url).toBe(`${at.url}/page`);
    expect(JSON.parse(seen.text)).toMatchObject({
      personId: 'noor.rowan',
      agencyId: 'xr-desk',
      roles: ['liaison-officer'],
    });
    expect(await leaves()).toContainEqual(
      expect.objectContaining({
        by: expect.objectContaining({ personId: 'noor.rowan' }),
        about: { session: 'signed-in' },
      }),
    );
  });

  test('asks the provider by PKCE, with state and nonce', async () => {
    const answer = await openBrowser().ask(`${at.url}/sign-in/start`);
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(40);
  });

  test('sets a cookie that scripts cannot read and that contains no readable data', async () => {
    const { browser } = await at.signIn('noor.rowan');
    const [line = ''] = browser.setCookies.filter((each) => each.startsWith('liaise-session='));
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const value = decodeURIComponent(browser.cookies(at.url).get('liaise-session') ?? '');
    expect(Buffer.from(value, 'base64').toString('latin1')).not.toContain('noor');
    const [row] = await at.db.session.findMany({ where: { personId: 'noor.rowan' }, orderBy: { startedAt: 'desc' } });
    expect(row?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('under https the cookie is sent only by https and only to this host', async () => {
    const secure = await openIdentityServer({ database: at, secureCookies: true, noProvider: true });
    const answer = await openBrowser().ask(`${secure.url}/sign-in`, { headers: { cookie: 'liaise-session=x' } });
    expect(answer.status).toBe(200);
    const refused = await openBrowser().ask(`${secure.url}/sign-in/callback?code=x&state=y`);
    expect(refused.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-liaise-passage=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  test('an unknown person is refused, and no account is created', async () => {
    const people = await at.db.person.count();
    const { browser, seen } = await at.signIn(UNREGISTERED_PERSON.id);
    expect([seen.status, JSON.parse(seen.text)]).toEqual([403, expect.objectContaining({ notice: 'unknown' })]);
    expect(browser.cookies(at.url).has('liaise-session')).toBe(false);
    expect(await at.db.person.count()).toBe(people);
    expect(await leaves()).toContainEqual(
      expect.objectContaining({ by: { kind: 'engine' }, about: { refused: 'sign-in', code: 'UNKNOWN_PERSON' } }),
    );
    expect(JSON.stringify(await leaves())).not.toContain(UNREGISTERED_PERSON.id);
    expect(at.log.map((line) => JSON.parse(line))).toEqual([
      { level: 'warn', time: expect.any(String), code: 'UNKNOWN_PERSON', msg: 'sign-in refused' },
    ]);
  });

  test('a person without any role is refused', async () => {
    await at.db.membership.deleteMany({ where: { personId: 'emil.rowan' } });
    expect((await at.signIn('emil.rowan')).seen.status).toBe(403);
  });

  test("an agency's system does not sign in as a person", async () => {
    expect((await at.signIn('system.quartz')).seen.status).toBe(403);
  });

  test('a refusal of the provider ends on the sign-in page', async () => {
    const { seen } = await at.signIn('somebody.else');
    expect([seen.status, JSON.parse(seen.text)]).toEqual([401, expect.objectContaining({ notice: 'failed' })]);
  });
});

describe('on a machine where another person was signed in', () => {
  test('the provider authenticates the person again after the session has expired', async () => {
    const { browser } = await at.signIn('noor.rowan');
    const seenAt = new Date(Date.now() - 31 * 60_000);
    await at.pages.session.updateMany({ where: { personId: 'noor.rowan' }, data: { seenAt } });
    const start = await browser.ask(`${at.url}/sign-in/start`);
    expect(start.headers.get('location')).toMatch(/prompt=login&max_age=0&/);
    expect(JSON.parse((await at.signIn('noor.rowan', { browser })).seen.text)).toMatchObject({
      personId: 'noor.rowan',
    });
    const first = await openBrowser().ask(`${at.url}/sign-in/start`);
    // The authentication is no older than a session may be, and the provider says when it was.
    expect(first.headers.get('location')).toMatch(/max_age=43200/);
    expect(first.headers.get('location')).not.toMatch(/prompt|acr_values/);
  });

  test('a sign-in without a new authentication at the provider is refused', async () => {
    const { browser } = await at.signIn('noor.rowan');
    await at.db.session.deleteMany({ where: { personId: 'noor.rowan' } });
    const start = await browser.ask(`${at.url}/sign-in/start`);
    const asked = new URL(start.headers.get('location') ?? '');
    for (const name of ['prompt', 'max_age']) asked.searchParams.delete(name);
    const choice = await browser.go(asked.href);
    const { status, text } = await browser.post(choice.url, { person: 'noor.rowan' });
    expect([status, JSON.parse(text)]).toEqual([401, expect.objectContaining({ notice: 'failed' })]);
  });
});

describe('a person who works for two agencies', () => {
  const agencyOf = async (browser: Browser) => (await at.page(browser)).agencyId;

  test('opens the agency that may see the referral of the link in a letter', async () => {
    for (const agencyId of ['dk-heather', 'no-spruce']) {
      const { referral } = await storeCase(at.db, aReferredCase());
      await at.db.party.updateMany({ where: { referralId: referral.id, agencyId: SENDER }, data: { agencyId } });
      const { browser } = await at.signIn('jens.heather', { to: `/referrals/${referral.reference}` });
      expect(await agencyOf(browser)).toBe(agencyId);
      await at.db.party.deleteMany();
    }
  });

  test('returns to the agency at which the session ended', async () => {
    const { browser } = await at.signIn('jens.heather');
    const { csrf, agencyId } = await at.page(browser);
    const other = agencyId === 'no-spruce' ? 'dk-heather' : 'no-spruce';
    await browser.post(`${at.url}/agency`, { _csrf: csrf, agency: other });
    await at.db.session.deleteMany({ where: { personId: 'jens.heather' } });
    await at.signIn('jens.heather', { browser });
    expect(await agencyOf(browser)).toBe(other);
  });
});

describe('an answer of the provider to no request of this browser', () => {
  /** To the provider and back, but not in. */
  async function answered(personId = 'noor.rowan') {
    const browser = openBrowser();
    const choice = await browser.go(`${at.url}/sign-in/start`);
    let answer = await browser.ask(choice.url, { method: 'POST', body: new URLSearchParams({ person: personId }) });
    let location = answer.headers.get('location') ?? '';
    while (!location.startsWith(at.url)) {
      answer = await browser.ask(location);
      location = answer.headers.get('location') ?? '';
    }
    return { browser, callback: location };
  }

  test('is refused for a browser that started no sign-in', async () => {
    const { callback } = await answered();
    const other = await openBrowser().go(callback);
    expect([other.status, JSON.parse(other.text)]).toEqual([
      401,
      { isSignInPage: true, start: '/sign-in/start', notice: 'failed' },
    ]);
  });

  test('is refused for a browser that started another sign-in', async () => {
    const { callback } = await answered();
    const victim = openBrowser();
    await victim.ask(`${at.url}/sign-in/start`);
    expect((await victim.go(callback)).status).toBe(401);
    expect(victim.cookies(at.url).has('liaise-session')).toBe(false);
  });

  test('is refused the second time', async () => {
    const { browser, callback } = await answered();
    const passage = browser.cookies(at.url).get('liaise-passage') ?? '';
    expect((await browser.go(callback)).url).toBe(`${at.url}/`);
    browser.cookies(at.url).set('liaise-passage', passage);
    browser.cookies(at.url).delete('liaise-session');
    expect((await browser.go(callback)).status).toBe(401);
  });

  test('is refused with another code, state or issuer', async () => {
    for (const [name, value] of [
      ['code', 'forged'],
      ['state', 'forged'],
      ['iss', 'https://evil.example'],
    ] as const) {
      const { browser, callback } = await answered();
      const url = new URL(callback);
      url.searchParams.set(name, value);
      expect((await browser.go(url.href)).status, name).toBe(401);
    }
  });
});

describe('sign-in never redirects to another site', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/sign-out', '/%5C/evil', '/a\tb'])(
    '%j',
    async (to) => {
      const { seen } = await at.signIn('noor.rowan', { to });
      expect(new URL(seen.url).origin).toBe(at.url);
    },
  );
});

describe('while the provider is unavailable', () => {
  test('the server starts, reports it, and continues when the provider answers', async () => {
    const alone = await openIdentityServer({ database: at, noProvider: true });
    const browser = openBrowser();
    const away = await browser.go(`${alone.url}/sign-in/start?to=/page`);
    expect([away.status, JSON.parse(away.text)]).toEqual([
      503,
      { isSignInPage: true, start: '/sign-in/start?to=%2Fpage', notice: 'unavailable' },
    ]);
    expect(away.headers.get('retry-after')).toBe('30');
    const provider = await alone.startProvider();
    try {
      const { seen } = await alone.signIn('noor.rowan', { browser });
      expect(JSON.parse(seen.text)).toMatchObject({ personId: 'noor.rowan' });
    } finally {
      await provider.stop();
    }
  });

  test('a signed-in person stays signed in', async () => {
    const alone = await openIdentityServer({ database: at });
    const { browser } = await alone.signIn('noor.rowan');
    await alone.provider.stop();
    expect(await alone.page(browser)).toMatchObject({ personId: 'noor.rowan' });
  });
});
