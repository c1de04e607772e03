/** What the server of pages and API is told from outside, beside what every door is told. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type ClientConfig,
  ConfigFault,
  clientVariables,
  observedAt,
  observeVariables,
  readClientConfig,
  readVariables,
} from '../platform/config.ts';
import type { IdentityConfig } from './identity/deps.ts';

export const serverVariables = clientVariables.extend({
  LIAISE_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('as browsers know us, for example https://liaise.hub.example; links in letters lead there'),
  LIAISE_WEB_HOST: z.string().min(1).default('127.0.0.1').describe('the address that pages and API are opened on'),
  LIAISE_WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LIAISE_TRUST_PROXY: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('"yes" behind a proxy of yours that sets X-Forwarded-For and X-Forwarded-Proto'),
  LIAISE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600).describe('of one person, or one address'),
  LIAISE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).describe('of the OpenID provider, exactly as it names itself'),
  LIAISE_OIDC_CLIENT_ID: z.string().min(1),
  LIAISE_OIDC_CLIENT_SECRET_FILE: z.string().min(1).describe('path of a file that holds the client secret alone'),
  LIAISE_API_AUDIENCE: z.string().min(1).describe("what tokens of agencies' systems must be meant for"),
  ...observeVariables,
  LIAISE_IP_DATABASE: z.string().min(1).optional().describe('country database (MMDB) to place IP addresses by'),
});

export type ServerConfig = ClientConfig & {
  publicUrl: string;
  listen: { host: string; port: number };
  trustProxy: boolean;
  requestsPerMinute: number;
  identity: IdentityConfig;
  ipDatabase: string | undefined;
  observe?: { host: string; port: number };
};

/** @throws ConfigFault that lists every variable that is missing or wrong. */
export function readServerConfig(environment: NodeJS.ProcessEnv): ServerConfig {
  const variables = readVariables(serverVariables, environment);
  const client = readClientConfig(environment);
  const publicUrl = variables.LIAISE_PUBLIC_URL;
  const secureCookies = publicUrl.startsWith('https:');
  if (!secureCookies && !isThisMachine(publicUrl)) {
    throw new ConfigFault('LIAISE_PUBLIC_URL: must be https, but for a name of this machine alone.');
  }
  return {
    ...client,
    publicUrl,
    listen: { host: variables.LIAISE_WEB_HOST, port: variables.LIAISE_WEB_PORT },
    trustProxy: variables.LIAISE_TRUST_PROXY === 'yes',
    requestsPerMinute: variables.LIAISE_REQUESTS_PER_MINUTE,
    identity: {
      issuer: variables.LIAISE_OIDC_ISSUER,
      clientId: variables.LIAISE_OIDC_CLIENT_ID,
      clientSecret: secretIn('LIAISE_OIDC_CLIENT_SECRET_FILE', variables.LIAISE_OIDC_CLIENT_SECRET_FILE),
      sessionKeys: client.keyring.keysFor('session').map((key) => Buffer.from(key).toString('base64')),
      audience: variables.LIAISE_API_AUDIENCE,
      secureCookies,
    },
    ipDatabase: variables.LIAISE_IP_DATABASE,
    ...observedAt(variables),
  };
}

function isThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

function secretIn(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigFault(`${variable}: there is no readable file at ${path}.`);
  }
}
