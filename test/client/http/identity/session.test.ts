/** Sessions: how long one lasts, what ends it, and which requests count as forms of Liaise. */

import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../../prisma/store/connect.ts';
import { type Browser, openBrowser } from './browser.ts';
import { AUDIENCE, type IdentityServer, openIdentityServer, SESSION_KEY } from './identity-server.ts';

let at: IdentityServer;

beforeAll(async () => {
  at = await openIdentityServer();
});

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
const isIn = async (browser: Browser) => (await browser.ask(`${at.url}/page`)).status === 200;
const sessionsOf = (personId: string) => at.db.session.findMany({ where: { personId } });

/** The one session of a person who has no other. */
async function signedIn(personId: string) {
  await at.db.session.deleteMany({ where: { personId } });
  const { browser } = await at.signIn(personId);
  const age = async (times: { startedAt?: Date; seenAt?: Date }) => {
    await at.pages.session.updateMany({ where: { personId }, data: times });
  };
  return { browser, age };
}

describe('a session', () => {
  test('ends after 30 minutes without a request', async () => {
    const { browser, age } = await signedIn('noor.rowan');
    await age({ seenAt: ago(29) });
    expect(await isIn(browser)).toBe(true);
    await age({ seenAt: ago(31) });
    expect(await isIn(browser)).toBe(false);
  });

  test('is extended by requests, which are stored at most once a minute', async () => {
    const { browser, age } = await signedIn('noor.rowan');
    const seenAt = async () => (await sessionsOf('noor.rowan'))[0]?.seenAt.getTime() ?? 0;
    await age({ seenAt: ago(0.5) });
    const before = await seenAt();
    await isIn(browser);
    expect(await seenAt()).toBe(before);
    await age({ seenAt: ago(5) });
    await isIn(browser);
    expect(Date.now() - (await seenAt())).toBeLessThan(MINUTE);
  });

  test('is not extended by automatic requests of a page', async () => {
    const { browser, age } = await signedIn('noor.rowan');
    await age({ seenAt: ago(29) });
    const byItself = { headers: { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' } };
    expect((await browser.ask(`${at.url}/page`, byItself)).status).toBe(200);
    expect((await sessionsOf('noor.rowan'))[0]?.seenAt.getTime()).toBeLessThan(Date.now() - 28 * MINUTE);
  });

  test('ends 12 hours after signing in, however busy', async () => {
    const { browser, age } = await signedIn('noor.rowan');
    await age({ startedAt: ago(12 * 60 - 1) });
    expect(await isIn(browser)).toBe(true);
    await age({ startedAt: ago(12 * 60 + 1) });
    expect(await isIn(browser)).toBe(false);
  });

  test('is not given to another person by a change of its row', async () => {
    const { browser } = await signedIn('noor.rowan');
    await at.pages.session.updateMany({ where: { personId: 'noor.rowan' }, data: { personId: 'karl.rowan' } });
    expect(await isIn(browser)).toBe(false);
  });

  test('ends at once with the last role at its agency', async () => {
    const { browser } = await signedIn('vera.rowan');
    await at.db.membership.deleteMany({ where: { personId: 'vera.rowan' } });
    expect(await isIn(browser)).toBe(false);
  });

  test('has a new id after each sign-in, so a fixed id has no effect', async () => {
    const { browser: attacker } = await signedIn('quinn.quartz');
    const victim = openBrowser();
    const planted = attacker.cookies(at.url).get('liaise-session') ?? '';
    victim.cookies(at.url).set('liaise-session', planted);
    await victim.ask(`${at.url}/sign-in/start`);
    await at.signIn('noor.rowan', { browser: victim });
    expect(await at.page(victim)).toMatchObject({ personId: 'noor.rowan' });
    expect(victim.cookies(at.url).get('liaise-session')).not.toBe(planted);
    expect(await isIn(attacker)).toBe(false);
  });

  test('is refused if it was forged, or encrypted with an unknown key', async () => {
    const browser = openBrowser();
    for (const value of ['', 'x', 'AAAA;AAAA', encodeURIComponent(`${'A'.repeat(80)};${'A'.repeat(32)}`)]) {
      browser.cookies(at.url).set('liaise-session', value);
      expect(await isIn(browser)).toBe(false);
    }
  });

  test('is answered in time even if the database does not answer', async () => {
    const { browser } = await signedIn('noor.rowan');
    const cookie = `liaise-session=${browser.cookies(at.url).get('liaise-session')}`;
    const silent = at.pages.$extends({ query: { $queryRaw: () => new Promise<never>(() => {}) } });
    const alone = await openIdentityServer({
      database: { db: at.db, pages: silent as unknown as Database },
      noProvider: true,
      answerTimeoutMs: 20,
    });
    expect((await openBrowser().ask(`${alone.url}/page`, { headers: { cookie } })).status).toBe(503);
  });

  test('survives a key rotation while the old key is in the ring', async () => {
    const { browser } = await signedIn('noor.rowan');
    const cookie = `liaise-session=${browser.cookies(at.url).get('liaise-session')}`;
    const newer = 'b'.repeat(64);
    const [rotated, changed] = await Promise.all([
      openIdentityServer({ database: at, noProvider: true, sessionKeys: [newer, SESSION_KEY] }),
      openIdentityServer({ database: at, noProvider: true, sessionKeys: [newer] }),
    ]);
    const status = async (url: string) => (await openBrowser().ask(`${url}/page`, { headers: { cookie } })).status;
    expect([await status(rotated.url), await status(changed.url)]).toEqual([200, 303]);
  });
});

describe('leaving', () => {
  test('signing out ends this session only, and the provider authenticates the person again', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { browser: other } = await at.signIn('noor.rowan');
    const { csrf } = await at.page(browser);
    const out = await browser.post(`${at.url}/sign-out`, { _csrf: csrf });
    expect(JSON.parse(out.text)).toMatchObject({ isSignInPage: true, notice: 'signed-out' });
    expect([await isIn(browser), await isIn(other)]).toEqual([false, true]);
    const start = await browser.ask(`${at.url}/sign-in/start`);
    expect(start.headers.get('location')).toContain('prompt=login');
    const { seen } = await at.signIn('otto.rowan', { browser });
    expect(JSON.parse(seen.text)).toMatchObject({ personId: 'otto.rowan' });
  });

  test('a cookie that was copied earlier is refused afterwards', async () => {
    const { browser } = await signedIn('noor.rowan');
    const copied = browser.cookies(at.url).get('liaise-session') ?? '';
    await browser.post(`${at.url}/sign-out`, { _csrf: (await at.page(browser)).csrf });
    browser.cookies(at.url).set('liaise-session', copied);
    expect(await isIn(browser)).toBe(false);
  });

  test('signing out everywhere ends every session of this person, and no other, at once', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { browser: other } = await at.signIn('noor.rowan');
    const { browser: somebody } = await at.signIn('otto.rowan');
    await other.post(`${at.url}/sign-out-everywhere`, { _csrf: (await at.page(other)).csrf });
    expect([await isIn(browser), await isIn(other), await isIn(somebody)]).toEqual([false, false, true]);
    expect(await sessionsOf('noor.rowan')).toEqual([]);
  });

  test('switching the agency gives a new session id and does not extend the session', async () => {
    const { browser, age } = await signedIn('jens.heather');
    await age({ startedAt: ago(60) });
    const before = await at.page(browser);
    const other = before.agencyId === 'no-spruce' ? 'dk-heather' : 'no-spruce';
    const [old] = await sessionsOf('jens.heather');
    await browser.post(`${at.url}/agency`, { _csrf: before.csrf, agency: other });
    const [now] = await sessionsOf('jens.heather');
    expect(await at.page(browser)).toMatchObject({ personId: 'jens.heather', agencyId: other });
    expect(now).toMatchObject({ startedAt: old?.startedAt, agencyId: other });
    expect(now?.digest).not.toBe(old?.digest);
    expect((await browser.post(`${at.url}/act`, { _csrf: before.csrf })).status).toBe(403);
  });

  test('a person without a role at an agency cannot work for it', async () => {
    const { browser } = await signedIn('jens.heather');
    const { csrf, agencyId } = await at.page(browser);
    expect((await browser.post(`${at.url}/agency`, { _csrf: csrf, agency: 'xr-desk' })).status).toBe(422);
    expect(await at.page(browser)).toMatchObject({ agencyId });
  });

  test('the audit log records everything', async () => {
    const rows = await at.db.auditLeaf.findMany({ where: { operation: 'sign-in' } });
    const recorded = new Set(rows.map(({ leaf }) => Object(Object(leaf).about).session));
    expect([...recorded].sort()).toEqual(['signed-in', 'signed-out', 'signed-out-everywhere', 'switched-agency']);
  });
});

describe('a form', () => {
  const REFUSED = { code: 'FORM_NOT_OURS' };

  test('of this server is accepted', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { csrf } = await at.page(browser);
    const headers = { 'sec-fetch-site': 'same-origin', origin: 'null' };
    const seen = await browser.post(`${at.url}/act`, { _csrf: csrf, text: 'words' }, headers);
    expect([seen.status, JSON.parse(seen.text)]).toEqual([200, expect.objectContaining({ done: 'noor.rowan' })]);
  });

  test('without a token, or with that of another session, is refused', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { csrf } = await at.page(browser);
    const other = await at.page((await signedIn('otto.rowan')).browser);
    const cut = `${csrf.split('.')[0]}.`;
    for (const fields of [{}, { _csrf: '' }, { _csrf: other.csrf }, { _csrf: `${csrf}x` }, { _csrf: cut }]) {
      const seen = await browser.post(`${at.url}/act`, fields as Record<string, string>);
      expect([seen.status, JSON.parse(seen.text)]).toEqual([403, REFUSED]);
    }
    expect(
      (
        await browser.post(`${at.url}/act`, [
          ['_csrf', csrf],
          ['_csrf', csrf],
        ])
      ).status,
    ).toBe(403);
  });

  test('from another site is refused, even with the right token', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { csrf } = await at.page(browser);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      expect((await browser.post(`${at.url}/act`, { _csrf: csrf }, headers as HeadersInit)).status).toBe(403);
    }
  });

  test('what a session writes by the API needs the token as a header', async () => {
    const { browser } = await signedIn('noor.rowan');
    const { csrf } = await at.page(browser);
    const write = (headers: HeadersInit) => browser.ask(`${at.url}/api/act`, { method: 'POST', headers });
    expect((await write({})).status).toBe(403);
    expect((await write({ 'x-csrf-token': csrf })).status).toBe(200);
    expect((await browser.ask(`${at.url}/api/me`)).status).toBe(200);
  });
});

test('an audience that is the client id is no setting: tokens of people would open the API', async () => {
  const wrong = openIdentityServer({ database: at, noProvider: true, clientId: AUDIENCE });
  await expect(wrong).rejects.toThrow('must differ from the client id');
});
