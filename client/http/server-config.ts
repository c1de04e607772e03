/** Environment variables of the web server, in addition to those of every entry point. */

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

/** The environment variables of the web server. */
export const serverVariables = clientVariables.extend({
  LIAISE_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('the address that browsers use, for example https://liaise.hub.example; also for links in letters'),
  LIAISE_WEB_HOST: z.string().min(1).default('127.0.0.1').describe('the address to listen on'),
  LIAISE_WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LIAISE_TRUST_PROXY: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('"yes" behind your own proxy that sets X-Forwarded-For and X-Forwarded-Proto'),
  LIAISE_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(600)
    .describe('limit for each person, or each address without a session'),
  LIAISE_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .describe('issuer of the OpenID provider, exactly as in its metadata'),
  LIAISE_OIDC_CLIENT_ID: z.string().min(1),
  LIAISE_OIDC_CLIENT_SECRET_FILE: z.string().min(1).describe('path of a file that contains only the client secret'),
  LIAISE_API_AUDIENCE: z.string().min(1).describe("audience of the access tokens of agencies' systems"),
  ...observeVariables,
  LIAISE_IP_DATABASE: z
    .string()
    .min(1)
    .optional()
    .describe('country database (MMDB) that gives IP addresses a country'),
});

/** The configuration of the web server. */
export type ServerConfig = ClientConfig & {
  publicUrl: string;
  listen: { host: string; port: number };
  trustProxy: boolean;
  requestsPerMinute: number;
  identity: IdentityConfig;
  ipDatabase: string | undefined;
  observe?: { host: string; port: number };
};

/** @throws ConfigFault with every variable that is missing or wrong. */
export function readServerConfig(environment: NodeJS.ProcessEnv): ServerConfig {
  const variables = readVariables(serverVariables, environment);
  const client = readClientConfig(environment);
  const publicUrl = variables.LIAISE_PUBLIC_URL;
  const secureCookies = publicUrl.startsWith('https:');
  if (!secureCookies && !isLoopback(publicUrl)) {
    throw new ConfigFault('LIAISE_PUBLIC_URL: must be https, except for a loopback address.');
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
      clientSecret: readSecret('LIAISE_OIDC_CLIENT_SECRET_FILE', variables.LIAISE_OIDC_CLIENT_SECRET_FILE),
      sessionKeys: client.keyring.keysFor('session').map((key) => Buffer.from(key).toString('base64')),
      audience: variables.LIAISE_API_AUDIENCE,
      secureCookies,
    },
    ipDatabase: variables.LIAISE_IP_DATABASE,
    ...observedAt(variables),
  };
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

function readSecret(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigFault(`${variable}: there is no readable file at ${path}.`);
  }
}
