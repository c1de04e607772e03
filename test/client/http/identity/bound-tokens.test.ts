/** Tokens of the real provider that are bound to a key of their sender (DPoP, RFC 9449), and what is refused. */

import { createHash, randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_SECRET } from '../../../../dev/identity.ts';
import { AUDIENCE, type IdentityServer, openIdentityServer } from './identity-server.ts';
import { openIssuer } from './issuer.ts';

let at: IdentityServer;
let key: { privateKey: CryptoKey; jwk: JWK };
let token: string;

const newKey = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, jwk: await exportJWK(publicKey) };
};

interface Proof {
  htm?: string;
  htu?: string;
  ath?: string;
  jti?: string;
  iat?: number;
}

function proofOf({ iat = Math.floor(Date.now() / 1000), ...claims }: Proof, by = key): Promise<string> {
  return new SignJWT({ jti: randomUUID(), iat, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: by.jwk })
    .sign(by.privateKey);
}

async function tokenOf(more: Record<string, string>): Promise<string> {
  const response = await fetch(`${at.issuer}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`system.quartz:${CLIENT_SECRET}`).toString('base64')}`,
      ...more,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, scope: 'referrals:read' }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

beforeAll(async () => {
  at = await openIdentityServer();
  key = await newKey();
  token = await tokenOf({ dpop: await proofOf({ htm: 'POST', htu: `${at.issuer}/token` }) });
});

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const good = (): Proof => ({ htm: 'GET', htu: `${at.url}/api/me`, ath: digestOf(token) });

async function ask(authorization: string, dpop?: string): Promise<[number, string | null]> {
  const response = await fetch(`${at.url}/api/me`, { headers: { authorization, ...(dpop && { dpop }) } });
  return [response.status, response.headers.get('www-authenticate')];
}

describe('a bound token of the provider', () => {
  test('is accepted from the holder of its key, once for each proof', async () => {
    const proof = await proofOf(good());
    expect((await ask(`DPoP ${token}`, proof))[0]).toBe(200);
    expect(await ask(`DPoP ${token}`, proof)).toEqual([
      401,
      expect.stringMatching(/^DPoP error="invalid_token", algs="ES256/),
    ]);
    expect((await ask(`DPoP ${token}`, await proofOf(good())))[0]).toBe(200);
  });

  test('is refused from everyone else, and as a bearer token', async () => {
    expect((await ask(`Bearer ${token}`))[0]).toBe(401);
    expect((await ask(`DPoP ${token}`))[0]).toBe(401);
    expect((await ask(`DPoP ${token}`, await proofOf(good(), await newKey())))[0]).toBe(401);
  });

  test.each<[string, () => Proof]>([
    ['another method', () => ({ htm: 'POST' })],
    ['another address', () => ({ htu: `${at.url}/api/act` })],
    ['another token', () => ({ ath: digestOf('another') })],
    ['an earlier time', () => ({ iat: Math.floor(Date.now() / 1000) - 300 })],
    ['a later time', () => ({ iat: Math.floor(Date.now() / 1000) + 300 })],
    ['no id', () => ({ jti: '' })],
  ])('is refused with a proof for %s', async (_, change) => {
    expect((await ask(`DPoP ${token}`, await proofOf({ ...good(), ...change() })))[0]).toBe(401);
  });
});

describe('a token that is not bound', () => {
  test('is refused under the scheme of bound tokens, and everywhere if binding is required', async () => {
    const bearer = await tokenOf({});
    expect((await ask(`Bearer ${bearer}`))[0]).toBe(200);
    expect((await ask(`DPoP ${bearer}`, await proofOf({ ...good(), ath: digestOf(bearer) })))[0]).toBe(401);
    const strict = await openIdentityServer({
      ...{ database: at, noProvider: true, issuer: at.issuer, boundTokensOnly: true },
    });
    const response = await fetch(`${strict.url}/api/me`, { headers: { authorization: `Bearer ${bearer}` } });
    expect(response.status).toBe(401);
  });
});

describe('the type and the lifetime of a token', () => {
  test('are those of access tokens, for at most the configured time', async () => {
    const issuer = await openIssuer();
    const options = { database: at, noProvider: true, issuer: issuer.url } as const;
    const [strict, lenient] = [
      await openIdentityServer(options),
      await openIdentityServer({ ...options, anyTokenType: true, tokenMinutes: 120 }),
    ];
    await at.db.identity.create({
      data: {
        issuer: issuer.url,
        subject: 'q',
        personId: 'system.quartz',
        agencyId: 'us-quartz',
        scopes: ['referrals:read'],
      },
    });
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: 'q', scope: 'referrals:read', iat, exp: iat + 60 };
    const status = async (server: IdentityServer, more: object, typ?: string) => {
      const sent = await issuer.sign({ ...claims, ...more }, 'ES256', typ);
      const response = await fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer ${sent}` } });
      return response.status;
    };
    expect(await status(strict, {})).toBe(200);
    expect(await status(strict, {}, 'application/at+jwt')).toBe(200);
    expect(await status(strict, {}, 'JWT')).toBe(401);
    expect(await status(lenient, {}, 'JWT')).toBe(200);
    expect(await status(strict, { exp: iat + 3_601 })).toBe(401);
    expect(await status(lenient, { exp: iat + 3_601 })).toBe(200);
    expect(await status(strict, { iat: iat + 120, exp: iat + 180 })).toBe(401);
    // Bound in a way that nothing here can verify, or to a certificate that was not presented.
    for (const cnf of [{}, { 'x5t#S256': 'x' }, { kid: 'x' }]) expect(await status(strict, { cnf })).toBe(401);
  });
});
