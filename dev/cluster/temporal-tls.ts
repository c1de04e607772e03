/** TLS and the authoriser of the full Temporal server: its variables, and those of its clients. */

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ConnectionOptions } from '@temporalio/client';
import { TEMPORAL_ROLE } from './temporal-databases.ts';

/** The role of Liaise whose certificate workers and pages present at Temporal. Its token states what they may do. */
const CLIENT = 'liaise_engine';

/** Services of the server. With an authoriser, the internal workers need a frontend of their own. */
const SERVICES = ['frontend', 'internal-frontend', 'history', 'matching', 'worker'];

/** Variables of the server: mutual TLS on all its ports, an authoriser that reads tokens, and TLS to PostgreSQL. */
export function serverVariables(certificates: string): Record<string, string> {
  const file = (name: string) => resolve(certificates, name);
  const [authority, certificate, key] = ['ca.pem', 'temporal-server.pem', 'temporal-server-key.pem'].map(file);
  return {
    TEMPORAL_TLS_REQUIRE_CLIENT_AUTH: 'true',
    TEMPORAL_TLS_SERVER_CA_CERT: authority ?? '',
    TEMPORAL_TLS_SERVER_CERT: certificate ?? '',
    TEMPORAL_TLS_SERVER_KEY: key ?? '',
    TEMPORAL_TLS_FRONTEND_CERT: certificate ?? '',
    TEMPORAL_TLS_FRONTEND_KEY: key ?? '',
    TEMPORAL_TLS_CLIENT1_CA_CERT: authority ?? '',
    TEMPORAL_TLS_INTERNODE_SERVER_NAME: 'localhost',
    TEMPORAL_TLS_FRONTEND_SERVER_NAME: 'localhost',
    TEMPORAL_AUTH_AUTHORIZER: 'default',
    TEMPORAL_AUTH_CLAIM_MAPPER: 'default',
    TEMPORAL_JWT_KEY_SOURCE1: `file://${file('jwks.json')}`,
    USE_INTERNAL_FRONTEND: 'true',
    SQL_TLS_ENABLED: 'true',
    SQL_CA: authority ?? '',
    SQL_CERT: file(`${TEMPORAL_ROLE}.pem`),
    SQL_CERT_KEY: file(`${TEMPORAL_ROLE}-key.pem`),
    SQL_HOST_VERIFICATION: 'true',
    SQL_HOST_NAME: 'localhost',
  };
}

/** The arguments of the server. */
export function serverArguments(certificates: string | undefined): string[] {
  const services = certificates === undefined ? [] : SERVICES.flatMap((service) => ['--service', service]);
  return ['start', ...services];
}

/** Variables of workers, pages and the command line. */
export function clientVariables(certificates: string): Record<string, string> {
  const file = (name: string) => join(certificates, name);
  return {
    LIAISE_TEMPORAL_CA_FILE: file('ca.pem'),
    LIAISE_TEMPORAL_CERT_FILE: file(`${CLIENT}.pem`),
    LIAISE_TEMPORAL_CERT_KEY_FILE: file(`${CLIENT}-key.pem`),
    LIAISE_TEMPORAL_TOKEN_FILE: file('engine.jwt'),
  };
}

/** For the creation of the namespace, and for tests: a connection with the token of this name. */
export async function connectionWith(
  certificates: string | undefined,
  token?: string,
): Promise<Pick<ConnectionOptions, 'tls' | 'apiKey'>> {
  if (certificates === undefined) return {};
  const read = (name: string) => readFile(join(certificates, name));
  return {
    tls: {
      serverRootCACertificate: await read('ca.pem'),
      clientCertPair: { crt: await read(`${CLIENT}.pem`), key: await read(`${CLIENT}-key.pem`) },
    },
    ...(token !== undefined && { apiKey: `${await read(`${token}.jwt`)}` }),
  };
}
