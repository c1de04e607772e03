/** The certificates and tokens between the services of one installation, each as a file for its own service. */

import { generateKeyPairSync, sign } from 'node:crypto';
import { createAuthority } from './x509.ts';

/** The roles of PostgreSQL that sign in by certificate. */
export const DATABASE_ROLES = [
  ...['liaise_owner', 'liaise_engine', 'liaise_pages', 'liaise_sealer', 'liaise_reader'],
  'temporal',
] as const;

/** What a token of Temporal's authoriser permits (claim `permissions`). */
const TOKENS = {
  /** Workers, pages and the command line. */
  engine: ['liaise:write'],
  /** Creates the namespace. */
  operator: ['temporal-system:admin'],
  /** The web interface, which changes nothing. */
  viewer: ['liaise:read'],
} as const;

const KEY_ID = 'liaise';

/**
 * All files by name: `ca.pem`, NAME.pem and NAME-key.pem of each service and role, `jwks.json`, and NAME.jwt. The keys of the
 * authority and of the tokens are not among them: to renew a file, all are made again.
 *
 * @param days how long certificates and tokens are valid
 */
export function certificateFiles(days: number, roles: readonly string[] = DATABASE_ROLES): Record<string, string> {
  const authority = createAuthority('Liaise internal CA', days);
  const issued = {
    postgres: authority.issue({ name: 'postgres', hosts: hostsOf('postgres'), usages: ['server'] }),
    'temporal-server': authority.issue({
      ...{ name: 'temporal-server', hosts: hostsOf('temporal'), usages: ['server', 'client'] },
    }),
    ...Object.fromEntries(roles.map((name) => [name, authority.issue({ name, usages: ['client'] })])),
  };
  const files: Record<string, string> = { 'ca.pem': authority.certificate, ...tokenFiles(days) };
  for (const [name, { certificate, key }] of Object.entries(issued)) {
    files[`${name}.pem`] = certificate;
    files[`${name}-key.pem`] = key;
  }
  return files;
}

function hostsOf(service: string): string[] {
  return [service, 'localhost', '127.0.0.1'];
}

function tokenFiles(days: number): Record<string, string> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'ES256' };
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const tokens = Object.entries(TOKENS).map(([name, permissions]) => {
    const claims = { sub: name, iat: now, exp: now + days * 86_400, permissions };
    const text = `${encoded({ alg: 'ES256', typ: 'JWT', kid: KEY_ID })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return [`${name}.jwt`, `${text}.${signature.toString('base64url')}`];
  });
  return { 'jwks.json': JSON.stringify({ keys: [jwk] }), ...Object.fromEntries(tokens) };
}
