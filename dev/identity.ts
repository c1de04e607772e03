/** An OpenID provider for development on this machine: a click on a name signs in as that person, without a password. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { type Configuration, errors, type ResourceServer } from 'oidc-provider';
import { SCOPES } from '../client/contract/scopes.ts';
import { PROVIDER_LOGOUT } from '../client/http/identity/request-kind.ts';
import { StackFault } from './fault.ts';
import { inMemoryAdapter } from './identity/memory.ts';
import { type LocalPerson, signInPage } from './identity/page.ts';
import { readSecrets, type Secrets } from './identity/secrets.ts';
import { HOST, listenOn } from './ports.ts';

export interface IdentityOptions {
  /** 0, or none, for any free port. */
  port?: number;
  /** The people on the sign-in page, read for each request. */
  people: () => Promise<readonly LocalPerson[]>;
  /** The redirect URIs of the pages, all on this machine. */
  redirectUris: readonly string[];
  /** The client ids of agencies' systems. Their tokens are for `audience`. */
  systems: readonly string[];
  audience: string;
  /** The folder with the signing keys, so that sessions survive a restart. Without one the keys are new. */
  folder?: string;
}

/** A running sign-in server. */
export interface Identity {
  issuer: string;
  stop(): Promise<void>;
}

/** The client of the pages. Its secret, which every system shares, protects nothing. */
export const CLIENT_ID = 'liaise';
/** The authentication context class (`acr`) of the local sign-in, for a sign-in that requires it. */
export const LOCAL_CLASS = 'urn:liaise:development';
/** The client secret of all clients of the local sign-in. */
export const CLIENT_SECRET = 'development-only';

/** @throws StackFault in production, if a redirect URI is on another machine, or if the port is in use. */
export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  assertDevelopment(options.redirectUris);
  const secrets = await readSecrets(options.folder);
  const server = createServer();
  const issuer = `http://${HOST}:${await listenOn(server, options.port ?? 0, 'The development sign-in')}`;
  const provider = new Provider(issuer, configuration(options, secrets));
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Without sessions, so that one browser can sign in as one person after another.
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
    'The development sign-in lets anybody sign in as anybody, so it does not run in production or for other machines: ' +
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
        // ID tokens then name the session (`sid`).
        backchannel_logout_uri: new URL(PROVIDER_LOGOUT, redirectUris[0]).href,
        backchannel_logout_session_required: true,
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
    acrValues: [LOCAL_CLASS],
    jwks: secrets.jwks,
    cookies: { keys: secrets.cookieKeys },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      // No consent is needed: the client is our own.
      const { client, provider, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    features: {
      backchannelLogout: { enabled: true },
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

/** Answers GET with the page of names, and POST with the sign-in as the chosen person. */
async function choose(
  provider: Provider,
  people: IdentityOptions['people'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Throws if the browser was not redirected here by the provider.
  const { uid, params } = await provider.interactionDetails(request, response);
  const everybody = await people();
  if (request.method === 'POST') {
    const chosen = new URLSearchParams(await bodyOf(request)).get('person');
    const accountId = everybody.find(({ id }) => id === chosen)?.id;
    const isRequired = String(params['acr_values'] ?? '').includes(LOCAL_CLASS);
    const result = accountId
      ? { login: { accountId, ...(isRequired && { acr: LOCAL_CLASS }) } }
      : { error: 'access_denied' };
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
