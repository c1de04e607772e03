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

/** The certificate that clients present at Temporal. Their token states what they may do. */
const TEMPORAL_CLIENT = 'temporal-client';

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
    ...Object.fromEntries(
      [...roles, TEMPORAL_CLIENT].map((name) => [name, authority.issue({ name, usages: ['client'] })]),
    ),
  };
  const files: Record<string, string> = { 'ca.pem': authority.certificate, ...tokenFiles(days) };
  for (const [name, { certificate, key }] of Object.entries(issued)) {
    files[`${name}.pem`] = certificate;
    files[`${name}-key.pem`] = key;
  }
  return files;
}

/** The services of the compose file, each with the files that it needs. No other service can read them. */
const SERVICE_FILES: Readonly<Record<string, readonly string[]>> = {
  postgres: [...pair('postgres'), 'pg_hba.conf'],
  temporal: [...pair('temporal-server'), ...pair('temporal'), 'jwks.json'],
  'temporal-schema': pair('temporal'),
  'temporal-namespace': [...pair(TEMPORAL_CLIENT), 'temporal.toml'],
  migrate: pair('liaise_owner'),
  worker: [...pair('liaise_engine'), ...pair('liaise_reader'), ...pair(TEMPORAL_CLIENT), 'engine.jwt'],
  web: [...pair('liaise_pages'), ...pair(TEMPORAL_CLIENT), 'engine.jwt'],
  sealer: pair('liaise_sealer'),
  cli: [
    ...[...pair('liaise_pages'), ...pair('liaise_engine'), ...pair('liaise_reader')],
    ...[...pair(TEMPORAL_CLIENT), 'engine.jwt'],
  ],
};

/** The files for each service of the compose file, which finds them in `/certificates`. */
export function serviceFiles(days: number): Record<string, Record<string, string>> {
  const issued = certificateFiles(days);
  const others = { 'pg_hba.conf': PASSWORD_AND_CERTIFICATE, 'temporal.toml': operatorProfile(issued) };
  const all: Record<string, string> = { ...issued, ...others };
  return Object.fromEntries(
    Object.entries(SERVICE_FILES).map(([service, names]) => [
      service,
      Object.fromEntries(['ca.pem', ...names].map((name) => [name, all[name] ?? ''])),
    ]),
  );
}

/**
 * By network, each role needs its password and a certificate with its name. There is no line for connections without TLS. The
 * socket can be reached only inside the container of the server.
 */
const PASSWORD_AND_CERTIFICATE = 'local all all trust\nhostssl all all all scram-sha-256 clientcert=verify-full\n';

/** The configuration of the command line of Temporal, with the token of the operator. */
function operatorProfile(issued: Readonly<Record<string, string>>): string {
  const folder = '/certificates';
  return [
    '[profile.default]',
    'address = "temporal:7233"',
    `api_key = "${issued['operator.jwt']}"`,
    '[profile.default.tls]',
    'server_name = "temporal"',
    `server_ca_cert_path = "${folder}/ca.pem"`,
    `client_cert_path = "${folder}/${TEMPORAL_CLIENT}.pem"`,
    `client_key_path = "${folder}/${TEMPORAL_CLIENT}-key.pem"`,
    '',
  ].join('\n');
}

function pair(name: string): string[] {
  return [`${name}.pem`, `${name}-key.pem`];
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
