/** A sign-out at the provider ends the sessions here (OpenID Connect Back-Channel Logout 1.0). */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { CLIENT_ID } from '../../../../dev/identity.ts';
import { type IdentityServer, LOGOUT_EVENTS, openIdentityServer } from './identity-server.ts';
import { type Issuer, openIssuer } from './issuer.ts';

let issuer: Issuer;
let at: IdentityServer;

beforeAll(async () => {
  issuer = await openIssuer();
  at = await openIdentityServer({ noProvider: true, issuer: issuer.url });
  await at.db.identity.create({
    data: { issuer: issuer.url, subject: 'noor.rowan', personId: 'noor.rowan', scopes: [] },
  });
});

beforeEach(async () => {
  await at.db.session.deleteMany();
  const now = new Date();
  const session = { agencyId: 'xr-desk', startedAt: now, seenAt: now };
  await at.db.session.createMany({
    data: [
      { ...session, digest: 'a', personId: 'noor.rowan', providerSession: 's1' },
      { ...session, digest: 'b', personId: 'noor.rowan', providerSession: 's2' },
      { ...session, digest: 'c', personId: 'otto.rowan', providerSession: 's3' },
    ],
  });
});

const open = async () => (await at.db.session.findMany({ orderBy: { digest: 'asc' } })).map(({ digest }) => digest);

async function logout(changes: object, typ: string | null = 'logout+jwt'): Promise<number> {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer.url,
    aud: CLIENT_ID,
    iat,
    exp: iat + 120,
    jti: randomUUID(),
    events: LOGOUT_EVENTS,
    ...changes,
  };
  const body = new URLSearchParams({ logout_token: await issuer.sign(claims, 'RS256', typ) });
  return (await fetch(`${at.url}/sign-in/provider-logout`, { method: 'POST', body })).status;
}

test('one session at the provider ends the sessions that began with it', async () => {
  expect(await logout({ sid: 's1', sub: 'noor.rowan' })).toBe(200);
  expect(await open()).toEqual(['b', 'c']);
});

test('a session that Liaise does not know ends the sessions of the person for which the provider named none', async () => {
  await at.db.session.updateMany({ where: { digest: 'b' }, data: { providerSession: null } });
  expect(await logout({ sid: 'unknown', sub: 'noor.rowan' })).toBe(200);
  expect(await open()).toEqual(['a', 'c']);
  expect(await logout({ sid: 'unknown' })).toBe(200);
  expect(await logout({ sid: 'unknown', sub: 'nobody' })).toBe(200);
  expect(await open()).toEqual(['a', 'c']);
});

test('the audit log has one entry for each agency, and none if nothing ended', async () => {
  const recorded = async () => {
    const rows = await at.db.auditLeaf.findMany({ where: { operation: 'sign-in' }, orderBy: { id: 'asc' } });
    return rows.map(({ leaf }) => leaf);
  };
  await at.db.session.updateMany({ where: { digest: 'b' }, data: { agencyId: 'us-quartz' } });
  const before = (await recorded()).length;
  await logout({ sub: 'noor.rowan' });
  await logout({ sub: 'noor.rowan' });
  expect((await recorded()).slice(before)).toMatchObject(
    ['xr-desk', 'us-quartz'].map((agencyId) => ({
      by: { kind: 'person', personId: 'noor.rowan', agencyId },
      about: { session: 'signed-out-by-provider' },
    })),
  );
});

test('the type of the token may be absent, and is no other', async () => {
  for (const typ of ['at+jwt', 'JWT', 'dpop+jwt']) expect([typ, await logout({ sid: 's1' }, typ)]).toEqual([typ, 400]);
  expect(await open()).toEqual(['a', 'b', 'c']);
  expect(await logout({ sid: 's1' }, null)).toBe(200);
  expect(await logout({ sid: 's2' }, 'application/logout+jwt')).toBe(200);
  expect(await open()).toEqual(['c']);
});

test('a person who signs out at the provider is signed out here', async () => {
  const { url, signIn, db, signOutAtProvider } = await openIdentityServer();
  const { browser } = await signIn('noor.rowan');
  const other = await signIn('noor.rowan');
  const [session] = await db.session.findMany({ orderBy: { startedAt: 'asc' } });
  expect(session?.providerSession).toMatch(/./);
  expect(await signOutAtProvider('noor.rowan', session?.providerSession ?? '')).toBe(200);
  const ended = await browser.ask(`${url}/page`);
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fpage']);
  expect((await other.browser.ask(`${url}/page`)).status).toBe(200);
});

test('a subject without a session ends all sessions of the person', async () => {
  expect(await logout({ sub: 'noor.rowan' })).toBe(200);
  expect(await open()).toEqual(['c']);
});

test.each<[string, object]>([
  ['of another client', { sub: 'noor.rowan', aud: 'another' }],
  ['of another issuer', { sub: 'noor.rowan', iss: 'https://other.example' }],
  ['with a nonce, so that no ID token is accepted', { sub: 'noor.rowan', nonce: 'n' }],
  ['without the event', { sub: 'noor.rowan', events: {} }],
  ['without session and subject', {}],
  ['that is old', { sub: 'noor.rowan', iat: 1, exp: 2 }],
])('a token %s ends nothing', async (_, changes) => {
  expect(await logout(changes)).toBe(400);
  expect(await open()).toEqual(['a', 'b', 'c']);
});

test('a body that is no token ends nothing', async () => {
  const body = new URLSearchParams({ logout_token: 'x' });
  expect((await fetch(`${at.url}/sign-in/provider-logout`, { method: 'POST', body })).status).toBe(400);
  expect(await open()).toEqual(['a', 'b', 'c']);
});
