/** Tokens that are bound to a certificate of their sender (RFC 8705): in a TLS connection, and behind a proxy. */

import { createHash, X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import type { JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAuthority, type IssuedCertificate } from '../../../../client/platform/x509.ts';
import { HOST } from '../../../../dev/ports.ts';
import { giveIdentities } from '../../../../prisma/store/identities.ts';
import { AUDIENCE, type IdentityServer, openIdentityServer } from './identity-server.ts';
import { type Issuer, openIssuer } from './issuer.ts';

const authority = createAuthority('Test', 30);
const client = createAuthority('Of the agency', 30).issue({ name: 'quartz', usages: ['client'] });
const other = createAuthority('Of the agency', 30).issue({ name: 'quartz', usages: ['client'] });

let issuer: Issuer;
let direct: IdentityServer;
let behind: IdentityServer;
let counted: IdentityServer;
let strict: IdentityServer;

beforeAll(async () => {
  issuer = await openIssuer();
  const { certificate: cert, key } = authority.issue({ name: 'server', hosts: [HOST], usages: ['server'] });
  const common = { noProvider: true, issuer: issuer.url, certificateHeader: 'Client-Cert' };
  direct = await openIdentityServer({ ...common, tls: { cert, key } });
  const shared = { ...common, database: direct };
  behind = await openIdentityServer({ ...shared, trustProxy: ['10.0.0.0/8', 'loopback'] });
  counted = await openIdentityServer({ ...shared, trustProxy: 1 });
  strict = await openIdentityServer({ ...shared, trustProxy: ['loopback'], boundTokensOnly: 'certificate' });
  const system = { personId: 'system.quartz', agencyId: 'us-quartz', scopes: ['referrals:read'] };
  await giveIdentities(direct.db, [{ issuer: issuer.url, subject: 'quartz', ...system }]);
});

const der = ({ certificate }: IssuedCertificate) => new X509Certificate(certificate).raw;
const thumbprint = (of: IssuedCertificate) => createHash('sha256').update(der(of)).digest('base64url');
const bound = () => ({ cnf: { 'x5t#S256': thumbprint(client) } });

function tokenOf(claims: JWTPayload): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const common = { iss: issuer.url, aud: AUDIENCE, sub: 'quartz', scope: 'referrals:read', iat: now, exp: now + 60 };
  return issuer.sign({ ...common, ...claims }, 'ES256');
}

/** By TLS, with this certificate. */
async function statusByTls(claims: JWTPayload, presented?: IssuedCertificate): Promise<number | undefined> {
  const headers = {
    authorization: `Bearer ${await tokenOf(claims)}`,
    'client-cert': `:${der(client).toString('base64')}:`,
  };
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const options = {
    ...{ ca: authority.certificate, agent: false, headers },
    ...(presented && { cert: presented.certificate, key: presented.key }),
  };
  request(`${direct.url}/api/me`, options, (answer) => {
    answer.resume();
    resolve(answer.statusCode);
  })
    .on('error', reject)
    .end();
  return await promise;
}

describe('in a TLS connection', () => {
  test('a bound token is accepted with its certificate alone', async () => {
    expect(await statusByTls(bound(), client)).toBe(200);
    expect(await statusByTls(bound(), other)).toBe(401);
    // The header of a client counts for nothing.
    expect(await statusByTls(bound())).toBe(401);
  });

  test('a token that is not bound is accepted without and with one', async () => {
    expect(await statusByTls({})).toBe(200);
    expect(await statusByTls({}, client)).toBe(200);
  });
});

async function statusByProxy(server: IdentityServer, claims: JWTPayload, header?: string): Promise<number> {
  const authorization = `Bearer ${await tokenOf(claims)}`;
  const headers = { authorization, ...(header !== undefined && { 'client-cert': header }) };
  return (await fetch(`${server.url}/api/me`, { headers })).status;
}

const inBase64 = (of: IssuedCertificate) => `:${der(of).toString('base64')}:`;

describe('behind a proxy', () => {
  test.each<[string, string, number]>([
    ['base64 (RFC 9440)', inBase64(client), 200],
    ['percent-encoded PEM', encodeURIComponent(client.certificate), 200],
    ['another certificate', inBase64(other), 401],
    ['two certificates', `${inBase64(client)}, ${inBase64(client)}`, 401],
    ['something else', 'x', 401],
    ['a broken encoding', '%', 401],
    ['no certificate', `:${Buffer.from('no certificate').toString('base64')}:`, 401],
  ])('the header with %s', async (_, header, status) => {
    expect(await statusByProxy(behind, bound(), header)).toBe(status);
  });

  test('a bound token without the header is refused', async () => {
    expect(await statusByProxy(behind, bound())).toBe(401);
  });

  test('a proxy that is only counted is not believed', async () => {
    expect(await statusByProxy(counted, bound(), inBase64(client))).toBe(401);
  });

  test('binding can be required', async () => {
    expect(await statusByProxy(strict, {}, inBase64(client))).toBe(401);
    expect(await statusByProxy(strict, { cnf: { jkt: 'x' } }, inBase64(client))).toBe(401);
    expect(await statusByProxy(strict, bound(), inBase64(client))).toBe(200);
  });
});
