/** Environment variables of the web server, in addition to those of every entry point. */

import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopbackHost } from '../../domain/administration/issuer.ts';
import {
  type ClientConfig,
  ConfigFault,
  clientVariables,
  observedAt,
  observeVariables,
  readClientConfig,
  readVariables,
} from '../platform/config.ts';
import { readSecret } from '../platform/config-fault.ts';
import { signInVariables } from '../platform/sign-in-config.ts';
import type { IdentityConfig } from './identity/deps.ts';
import type { TlsFiles } from './tls.ts';

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** A number of proxies, or their networks, as Fastify takes them. */
const trustedProxies = z.string().transform((text, context): number | string[] => {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = text.split(',').map((each) => each.trim());
  if (networks.every(isNetwork)) return networks;
  context.addIssue('must be a number of proxies, or networks such as 10.0.0.0/8, fd00::/8 or loopback');
  return z.NEVER;
});

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return NAMED_NETWORKS.includes(text);
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** The environment variables of the web server. */
export const serverVariables = clientVariables.omit({ LIAISE_ERASURE_KEY_FILE: true }).extend({
  LIAISE_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('the address that browsers use, for example https://liaise.hub.example; also for links in letters'),
  LIAISE_WEB_HOST: z.string().min(1).default('127.0.0.1').describe('the address to listen on'),
  LIAISE_WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LIAISE_TRUSTED_PROXIES: trustedProxies
    .optional()
    .describe(
      'your own proxies that set X-Forwarded-For and X-Forwarded-Proto: their number, or their networks, for example 1 or 10.0.0.0/8,loopback',
    ),
  LIAISE_TRUST_PROXY: z
    .enum(['yes', 'no'])
    .optional()
    .describe('deprecated: use LIAISE_TRUSTED_PROXIES. "yes" trusts every address in X-Forwarded-For'),
  LIAISE_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(600)
    .describe(
      'limit for each person or system. Without a session: for each address, apart for sign-in, refused tokens and other pages',
    ),
  ...signInVariables,
  LIAISE_API_AUDIENCE: z.string().min(1).describe("audience of the access tokens of agencies' systems"),
  LIAISE_TOKEN_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_440)
    .default(60)
    .describe('the longest lifetime of an access token that is accepted'),
  LIAISE_TOKEN_TYPE: z
    .enum(['at+jwt', 'any'])
    .default('at+jwt')
    .describe('"any" if your provider does not mark access tokens with the type at+jwt (RFC 9068)'),
  LIAISE_TOKEN_BINDING: z
    .enum(['optional', 'required', 'certificate'])
    .default('optional')
    .describe(
      '"required" refuses access tokens that are not bound to a key (DPoP, RFC 9449) or a certificate (RFC 8705) of their ' +
        'sender; "certificate" requires a certificate',
    ),
  LIAISE_CLIENT_CERT_HEADER: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional()
    .describe(
      'the header in which your proxies report the certificate of a client, for example Client-Cert. LIAISE_TRUSTED_PROXIES ' +
        'must name their networks',
    ),
  LIAISE_WEB_CERT_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('certificate of the web server with its chain (PEM), if no proxy ends TLS. Clients can then present one'),
  LIAISE_WEB_CERT_KEY_FILE: z.string().min(1).optional().describe('private key of that certificate (PEM)'),
  LIAISE_STEP_UP_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(720)
    .default(15)
    .describe('how old a sign-in may be for acts that cannot be undone, changes of roles, and downloads'),
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
  trustProxy: boolean | number | string[];
  /** Settings that a later version removes, each with what to do. */
  warnings: string[];
  requestsPerMinute: number;
  identity: IdentityConfig;
  ipDatabase: string | undefined;
  tls?: TlsFiles;
  observe?: { host: string; port: number };
};

/** @throws ConfigFault with every variable that is missing or wrong. */
export function readServerConfig(environment: NodeJS.ProcessEnv): ServerConfig {
  const variables = readVariables(serverVariables, environment);
  const client = readClientConfig(environment);
  const publicUrl = variables.LIAISE_PUBLIC_URL;
  const secureCookies = publicUrl.startsWith('https:');
  if (variables.LIAISE_CLIENT_CERT_HEADER !== undefined && !Array.isArray(variables.LIAISE_TRUSTED_PROXIES)) {
    throw new ConfigFault('LIAISE_CLIENT_CERT_HEADER: needs the networks of your proxies in LIAISE_TRUSTED_PROXIES.');
  }
  if (!secureCookies && !isLoopbackHost(new URL(publicUrl).hostname)) {
    throw new ConfigFault('LIAISE_PUBLIC_URL: must be https, except for a loopback address.');
  }
  return {
    ...client,
    publicUrl,
    listen: { host: variables.LIAISE_WEB_HOST, port: variables.LIAISE_WEB_PORT },
    trustProxy: variables.LIAISE_TRUSTED_PROXIES ?? variables.LIAISE_TRUST_PROXY === 'yes',
    warnings: variables.LIAISE_TRUST_PROXY === undefined ? [] : [OLD_PROXY_SETTING],
    requestsPerMinute: variables.LIAISE_REQUESTS_PER_MINUTE,
    identity: {
      issuer: variables.LIAISE_OIDC_ISSUER,
      clientId: variables.LIAISE_OIDC_CLIENT_ID,
      clientSecret: readSecret('LIAISE_OIDC_CLIENT_SECRET_FILE', variables.LIAISE_OIDC_CLIENT_SECRET_FILE),
      // Read when the pages are built: a key service may have to unwrap the keys first.
      get sessionKeys() {
        return client.keyring.keysFor('session').map((key) => Buffer.from(key).toString('base64'));
      },
      audience: variables.LIAISE_API_AUDIENCE,
      secureCookies,
      tokenMinutes: variables.LIAISE_TOKEN_MINUTES,
      anyTokenType: variables.LIAISE_TOKEN_TYPE === 'any',
      boundTokensOnly: BINDING[variables.LIAISE_TOKEN_BINDING],
      certificateHeader: variables.LIAISE_CLIENT_CERT_HEADER,
      stepUp: {
        minutes: variables.LIAISE_STEP_UP_MINUTES,
        contextClasses: variables.LIAISE_STEP_UP_ACR?.split(' ') ?? [],
      },
    },
    ipDatabase: variables.LIAISE_IP_DATABASE,
    ...observedAt(variables),
    ...tlsFiles(variables),
  };
}

const BINDING = { optional: false, required: true, certificate: 'certificate' } as const;

/** @throws ConfigFault if one of the files is missing. */
function tlsFiles(variables: z.output<typeof serverVariables>): { tls?: TlsFiles } {
  const { LIAISE_WEB_CERT_FILE: cert, LIAISE_WEB_CERT_KEY_FILE: key } = variables;
  if (cert === undefined && key === undefined) return {};
  if (cert === undefined || key === undefined) {
    throw new ConfigFault('LIAISE_WEB_CERT_FILE and LIAISE_WEB_CERT_KEY_FILE belong together.');
  }
  return {
    tls: { cert: readSecret('LIAISE_WEB_CERT_FILE', cert), key: readSecret('LIAISE_WEB_CERT_KEY_FILE', key) },
  };
}

const OLD_PROXY_SETTING =
  'LIAISE_TRUST_PROXY is deprecated. Set LIAISE_TRUSTED_PROXIES to the number or the networks of your proxies instead.';
