/** Access tokens of agencies' systems: valid ones, and every invalid kind. */

import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLIENT_SECRET } from '../../../../dev/identity.ts';
import { AUDIENCE, type IdentityServer, openIdentityServer } from './identity-server.ts';
import { openIssuer } from './issuer.ts';

let at: IdentityServer;

beforeAll(async () => {
  at = await openIdentityServer();
});

async function tokenOf(clientId: string, scope = 'referrals:read referrals:write'): Promise<string> {
  const response = await fetch(`${at.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, scope }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
  challenge: string | null;
}

async function ask(authorization: string, { method = 'GET', url = at.url } = {}): Promise<Answer> {
  const path = method === 'GET' ? '/api/me' : '/api/act';
  const response = await fetch(url + path, { method, headers: { authorization } });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, challenge: response.headers.get('www-authenticate') };
}

const INVALID = {
  status: 401,
  body: { code: 'NOT_SIGNED_IN' },
  challenge: 'Bearer error="invalid_token"',
};

describe('a token of the provider', () => {
  test('authenticates the system of its agency, within its scopes', async () => {
    const { status, body } = await ask(`Bearer ${await tokenOf('system.quartz')}`);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        person: expect.objectContaining({ personId: 'system.quartz', agencyId: 'us-quartz' }),
        via: { kind: 'token', scheme: 'bearer', scopes: ['referrals:read', 'referrals:write'] },
      }),
    ]);
  });

  test('needs no form token to write, and the scope to do so', async () => {
    const [reading, writing] = [await tokenOf('system.quartz', 'referrals:read'), await tokenOf('system.quartz')];
    expect((await ask(`Bearer ${writing}`, { method: 'POST' })).status).toBe(200);
    expect((await ask(`Bearer ${reading}`)).status).toBe(200);
    expect(await ask(`Bearer ${reading}`, { method: 'POST' })).toEqual({
      status: 403,
      body: { code: 'SCOPE_REQUIRED' },
      challenge: 'Bearer error="insufficient_scope"',
    });
  });

  test('has no more scopes than the system was given', async () => {
    const token = await tokenOf('system.quartz');
    const scopes = (given: string[]) =>
      at.db.identity.updateMany({ where: { subject: 'system.quartz' }, data: { scopes: given } });
    await scopes(['referrals:read']);
    expect((await ask(`Bearer ${token}`, { method: 'POST' })).status).toBe(403);
    await scopes(['referrals:read', 'referrals:write']);
  });

  test('of an unknown system is refused', async () => {
    expect(await ask(`Bearer ${await tokenOf('system.unknown')}`)).toEqual(INVALID);
  });

  test('opens no page', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('system.quartz')}` };
    expect((await fetch(`${at.url}/page`, { headers, redirect: 'manual' })).status).toBe(303);
  });
});

test('without a token the answer names the authentication scheme', async () => {
  const response = await fetch(`${at.url}/api/me`);
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

describe('a token of another issuer', () => {
  let issuer: Awaited<ReturnType<typeof openIssuer>>;
  let url: string;
  let claims: JWTPayload;

  beforeAll(async () => {
    issuer = await openIssuer();
    ({ url } = await openIdentityServer({ database: at, noProvider: true, issuer: issuer.url }));
    await at.db.identity.createMany({
      data: [
        {
          issuer: issuer.url,
          subject: 'quartz',
          personId: 'system.quartz',
          agencyId: 'us-quartz',
          scopes: ['referrals:read'],
        },
        { issuer: issuer.url, subject: 'noor', personId: 'noor.rowan', scopes: [] },
        {
          issuer: issuer.url,
          subject: 'otto',
          personId: 'otto.rowan',
          agencyId: 'xr-desk',
          scopes: ['referrals:read'],
        },
      ],
    });
  });

  beforeEach(() => {
    const now = Math.floor(Date.now() / 1000);
    claims = { iss: issuer.url, aud: AUDIENCE, sub: 'quartz', scope: 'referrals:read', iat: now, exp: now + 60 };
  });

  const given = async (changes: JWTPayload = {}, alg = 'RS256') => issuer.sign({ ...claims, ...changes }, alg);
  const status = async (token: string) => (await ask(`Bearer ${token}`, { url })).status;
  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

  test('is accepted under each secure signature algorithm', async () => {
    for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA']) expect(await status(await given({}, alg)), alg).toBe(200);
  });

  test('is refused when it is not for us, not from the issuer, or not about a system', async () => {
    expect(await status(await given({ aud: 'https://other.example/api' }))).toBe(401);
    expect(await status(await given({ aud: 'liaise' }))).toBe(401);
    expect(await status(await given({ iss: 'https://evil.example' }))).toBe(401);
    expect(await status(await given({ sub: 'noor' }))).toBe(401);
    expect(await status(await given({ sub: 'otto' }))).toBe(401);
  });

  test('about a person is not taken for the system that asked for it', async () => {
    expect(await status(await given({ sub: 'noor', client_id: 'quartz', azp: 'quartz' }))).toBe(401);
  });

  test('is refused before and after its validity, with a tolerance of half a minute', async () => {
    expect(await status(await given({ exp: seconds(-20) }))).toBe(200);
    expect(await status(await given({ exp: seconds(-40) }))).toBe(401);
    expect(await status(await given({ nbf: seconds(20) }))).toBe(200);
    expect(await status(await given({ nbf: seconds(40) }))).toBe(401);
    const { exp: _, ...endless } = claims;
    expect(await status(await issuer.sign(endless, 'RS256'))).toBe(401);
  });

  test('is refused unsigned, signed by a stranger, by the public key as a secret, or by too weak an algorithm', async () => {
    const [, payload = ''] = (await given()).split('.');
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await status(`${part({ alg: 'none' })}.${payload}.`)).toBe(401);
    expect(await status(`${part({ alg: 'none' })}.${payload}.x`)).toBe(401);
    const { privateKey } = await generateKeyPair('RS256');
    const header = { alg: 'RS256', kid: 'RS256' };
    expect(await status(await new SignJWT(claims).setProtectedHeader(header).sign(privateKey))).toBe(401);
    const secret = JSON.stringify(await exportJWK(issuer.publicKey));
    const confused = `${part({ alg: 'HS256', kid: 'RS256' })}.${payload}`;
    const tag = createHmac('sha256', secret).update(confused).digest('base64url');
    expect(await status(`${confused}.${tag}`)).toBe(401);
    expect(await status(await given({}, 'RS512'))).toBe(401);
  });

  test('is refused when a single letter of it has changed', async () => {
    const [header, payload, signature = ''] = (await given()).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, scope: 'referrals:write' })).toString('base64url');
    expect(await status(`${header}.${other}.${signature}`)).toBe(401);
    expect(await status(`${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`)).toBe(
      401,
    );
  });

  test.each(['Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b', 'Basic cXVhcnR6Og==', 'Bearer a.b.c.d', 'Bearer ..'])(
    '%j is no token',
    async (authorization) => {
      expect(await ask(authorization, { url })).toEqual(INVALID);
    },
  );

  test('with a key in its header is refused', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = await exportJWK(publicKey);
    const header = { alg: 'RS256', jwk, jku: `${issuer.url}/other`, kid: '../other' };
    expect(await status(await new SignJWT(claims).setProtectedHeader(header).sign(privateKey))).toBe(401);
  });

  test('cached keys are used while the issuer is unavailable; without them the answer is 503, not 401', async () => {
    expect(await status(await given())).toBe(200);
    await issuer.stop();
    expect(await status(await given())).toBe(200);
    const fresh = await openIdentityServer({ database: at, noProvider: true, issuer: issuer.url });
    expect(await ask(`Bearer ${await given()}`, { url: fresh.url })).toMatchObject({
      status: 503,
      body: { code: 'IDENTITY_UNAVAILABLE' },
    });
  });
});
