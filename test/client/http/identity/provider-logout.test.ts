/** A sign-out at the provider ends the sessions here (OpenID Connect Back-Channel Logout 1.0). */

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { CLIENT_ID } from '../../../../dev/identity.ts';
import { type IdentityServer, openIdentityServer } from './identity-server.ts';
import { type Issuer, openIssuer } from './issuer.ts';

const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

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

async function logout(changes: object): Promise<number> {
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer.url,
    aud: CLIENT_ID,
    iat,
    exp: iat + 120,
    jti: randomUUID(),
    events: EVENTS,
    ...changes,
  };
  const body = new URLSearchParams({ logout_token: await issuer.sign(claims, 'RS256', 'logout+jwt') });
  return (await fetch(`${at.url}/sign-in/provider-logout`, { method: 'POST', body })).status;
}

test('one session at the provider ends the sessions that began with it', async () => {
  expect(await logout({ sid: 's1', sub: 'noor.rowan' })).toBe(200);
  expect(await open()).toEqual(['b', 'c']);
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
