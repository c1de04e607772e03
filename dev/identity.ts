/** An OpenID provider for this machine alone: whoever clicks on a name is that person. Never for anything else. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type Configuration, errors, type ResourceServer } from 'oidc-provider';
import { SCOPES } from '../client/contract/scopes.ts';
import { StackFault } from './fault.ts';
import { inMemoryAdapter } from './identity/memory.ts';
import { type LocalPerson, signInPage } from './identity/page.ts';
import { readSecrets, type Secrets } from './identity/secrets.ts';
import { HOST, listenOn } from './ports.ts';

export interface IdentityOptions {
  /** 0, or none, for any free port. */
  port?: number;
  /** Who can be clicked on; asked for at each look. */
  people: () => Promise<readonly LocalPerson[]>;
  /** Where browsers may be sent back to; all on this machine. */
  redirectUris: readonly string[];
  /** Agencies' systems, by client id; their tokens are for `audience`. */
  systems: readonly string[];
  audience: string;
  /** Where keys are kept, so that a later start is still believed; fresh ones without. */
  folder?: string;
}

export interface Identity {
  issuer: string;
  stop(): Promise<void>;
}

/** Of the pages; their secret, and that of every system, is no secret. */
export const CLIENT_ID = 'liaise';
export const CLIENT_SECRET = 'development-only';

/** @throws StackFault in production, when somebody from elsewhere could be sent here, or when the port is busy. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  assertDevelopment(options.redirectUris);
  const secrets = await readSecrets(options.folder);
  const server = createServer();
  const issuer = `http://${HOST}:${await listenOn(server, options.port ?? 0, 'The development sign-in')}`;
  const provider = new Provider(issuer, configuration(options, secrets));
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Nobody is remembered, so that one browser can be one person after the other.
    request.headers.cookie = (request.headers.cookie ?? '').replaceAll(/(^|; )_session[^;]*/g, '');
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    choose(provider, options.people, request, response).catch(() => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('Go back to Liaise and sign in again.');
    });
  });
  return {
    issuer,
    stop: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      await promise;
    },
  };
}

function assertDevelopment(redirectUris: readonly string[]): void {
  const elsewhere = redirectUris.some((uri) => !['localhost', HOST].includes(new URL(uri).hostname));
  if (process.env['NODE_ENV'] !== 'production' && !elsewhere) return;
  throw new StackFault(
    'The development sign-in lets anybody be anybody, so it does not run in production nor for other machines: ' +
      'name your own OpenID provider instead.',
  );
}

function configuration({ redirectUris, systems, audience }: IdentityOptions, secrets: Secrets): Configuration {
  return {
    adapter: inMemoryAdapter(),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
      ...systems.map((id) => ({
        client_id: id,
        client_secret: CLIENT_SECRET,
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
        scope: SCOPES.join(' '),
      })),
    ],
    scopes: ['openid', ...SCOPES],
    jwks: secrets.jwks,
    cookies: { keys: secrets.cookieKeys },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      // Nobody is asked for consent: it is our own page that asks who they are.
      const { client, provider, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: ({ oidc }) => (oidc.params?.['grant_type'] === 'client_credentials' ? audience : []),
        getResourceServerInfo: (_ctx, resource) => resourceServer(resource, audience),
      },
    },
    ttl: {
      ...{ Session: 12 * 3600, Grant: 12 * 3600, Interaction: 3600 },
      ...{ IdToken: 300, AccessToken: 300, ClientCredentials: 300 },
    },
  };
}

function resourceServer(resource: string, audience: string): ResourceServer {
  if (resource !== audience) throw new errors.InvalidTarget();
  return { audience, scope: SCOPES.join(' '), accessTokenFormat: 'jwt', accessTokenTTL: 300 };
}

/** The page with everybody's name, and what a click on one does. */
async function choose(
  provider: Provider,
  people: IdentityOptions['people'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Throws where the browser has not come from us by way of the provider.
  const { uid } = await provider.interactionDetails(request, response);
  const everybody = await people();
  if (request.method === 'POST') {
    const chosen = new URLSearchParams(await bodyOf(request)).get('person');
    const accountId = everybody.find(({ id }) => id === chosen)?.id;
    const result = accountId ? { login: { accountId } } : { error: 'access_denied' };
    return await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  const search = new URL(request.url ?? '/', `http://${HOST}`).searchParams.get('search') ?? '';
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  response.end(signInPage(uid, everybody, search));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) if (body.length < 10_000) body += chunk;
  return body;
}
