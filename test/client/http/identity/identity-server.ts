/** A server with authentication and a page that shows the principal. It uses the provider of the local stack. */

import { randomUUID } from 'node:crypto';
import fastifyFormbody from '@fastify/formbody';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { importJWK, type JWK, SignJWT } from 'jose';
import { SCOPES } from '../../../../client/contract/scopes.ts';
import { limitAnswerTime } from '../../../../client/http/answer-timeout.ts';
import {
  csrfField,
  registerIdentity,
  savedFields,
  signInPath,
} from '../../../../client/http/identity/authentication.ts';
import type { IdentityConfig } from '../../../../client/http/identity/deps.ts';
import { principalOf } from '../../../../client/http/identity/principal.ts';
import { PROVIDER_LOGOUT } from '../../../../client/http/identity/request-kind.ts';
import { type TlsFiles, tlsServer } from '../../../../client/http/tls.ts';
import { directGuard } from '../../../../client/platform/guard/guard.ts';
import { openLines } from '../../../../client/platform/log.ts';
import { readSecrets } from '../../../../dev/identity/secrets.ts';
import { CLIENT_ID, CLIENT_SECRET, type Identity, startIdentity } from '../../../../dev/identity.ts';
import { onOwnPorts, ownPort } from '../../../../dev/own-ports.ts';
import { HOST } from '../../../../dev/ports.ts';
import { ERRORS, ReferralError } from '../../../../domain/errors.ts';
import { loadSeed } from '../../../../prisma/seed/load.ts';
import type { Database } from '../../../../prisma/store/connect.ts';
import { replaceDirectory } from '../../../../prisma/store/directory.ts';
import { giveIdentities } from '../../../../prisma/store/identities.ts';
import { atEnd } from '../../../support/at-end.ts';
import { testDatabase } from '../../../support/database.ts';
import { testFolder } from '../../../support/folder.ts';
import { openListener } from '../../../support/listener.ts';
import { type Browser, openBrowser, type Seen } from './browser.ts';

export interface IdentityServer {
  db: Database;
  /** As the role of the server. */
  pages: Database;
  /** Where it is, without a slash at the end. */
  url: string;
  issuer: string;
  /** Stops the provider; `startProvider` has it back on the same port. */
  provider: Identity;
  startProvider(): Promise<Identity>;
  /** The provider says that its session has ended. Returns the status of the answer. */
  signOutAtProvider(personId: string, session: string): Promise<number>;
  signIn(personId: string, options?: { browser?: Browser; to?: string }): Promise<{ browser: Browser; seen: Seen }>;
  /** Lines that were logged. */
  log: string[];
  /** The principal that the page shows. */
  page(browser: Browser): Promise<PageSeen>;
}

export interface PageSeen {
  personId: string;
  agencyId: string;
  csrf: string;
  kept?: Record<string, string | string[]>;
}

export const AUDIENCE = 'https://liaise.example/api';
export const SESSION_KEY = 'a'.repeat(64);

interface Options extends Partial<IdentityConfig> {
  /** Of another server. */
  database?: Pick<IdentityServer, 'db' | 'pages'>;
  noProvider?: boolean;
  tls?: TlsFiles;
  trustProxy?: string[] | number;
  /** Milliseconds until a request is answered with a fault. */
  answerTimeoutMs?: number;
}

export async function openIdentityServer(options: Options = {}): Promise<IdentityServer> {
  const { noProvider = false, database: given, answerTimeoutMs: patienceMs, tls, trustProxy, ...identity } = options;
  const { directory, people } = loadSeed(new Date().toISOString());
  const { db, pages } = given ?? (await testDatabase());
  if (!given) await replaceDirectory(db, directory, people);
  const listener = await openListener();
  const url = `http${tls ? 's' : ''}://${HOST}:${listener.port}`;
  const folder = await testFolder();
  const startProviderOn = ({ port }: { port: number }) =>
    startIdentity({
      ...{ port, folder },
      people: async () => [...people, UNREGISTERED_PERSON].map(({ id, name }) => ({ id, name, agencies: [] })),
      redirectUris: [`${url}/sign-in/callback`],
      systems: ['system.quartz', 'system.unknown'],
      audience: AUDIENCE,
    });
  const started = noProvider ? undefined : await onOwnPorts({ port: 0 }, startProviderOn);
  const issuer = started?.issuer ?? `http://${HOST}:${await ownPort()}`;
  const startProvider = () => startProviderOn({ port: Number(new URL(issuer).port) });
  await giveIdentities(
    db,
    people.map(({ id }) => identityOf(issuer, id)),
  );
  const provider = started ?? { issuer, stop: async () => {} };
  const log: string[] = [];
  const app = await buildApp(
    { db: pages, publicUrl: url, lines: log, patienceMs, tls, trustProxy },
    {
      ...{ issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, audience: AUDIENCE },
      ...{ sessionKeys: [SESSION_KEY], secureCookies: false, ...identity },
    },
  );
  await listener.handTo(app);
  atEnd(provider.stop);
  atEnd(() => app.close());

  const signIn: IdentityServer['signIn'] = async (personId, { browser = openBrowser(), to = '/page' } = {}) => {
    const choice = await browser.go(`${url}/sign-in/start?to=${encodeURIComponent(to)}`);
    return { browser, seen: await browser.post(choice.url, { person: personId }) };
  };
  const signOutAtProvider: IdentityServer['signOutAtProvider'] = async (personId, session) => {
    const [key = {}] = (await readSecrets(folder)).jwks.keys;
    const claims = { sub: personId, sid: session, events: LOGOUT_EVENTS, jti: randomUUID() };
    const token = new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: String(key.kid), typ: 'logout+jwt' });
    token.setIssuer(issuer).setAudience(CLIENT_ID).setIssuedAt().setExpirationTime('2 minutes');
    const body = new URLSearchParams({ logout_token: await token.sign(await importJWK(key as JWK, 'RS256')) });
    return (await fetch(`${url}${PROVIDER_LOGOUT}`, { method: 'POST', body })).status;
  };
  const page: IdentityServer['page'] = async (browser) => JSON.parse((await browser.go(`${url}/page`)).text);
  return { db, pages, url, issuer, provider, startProvider, signOutAtProvider, signIn, log, page };
}

/** What a logout token is about (OpenID Connect Back-Channel Logout 1.0). */
export const LOGOUT_EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };

/** Known to the provider, but not to Liaise. */
export const UNREGISTERED_PERSON = { id: 'nobody.known', name: 'Nobody Known' };

function identityOf(issuer: string, subject: string) {
  const system = subject === 'system.quartz' && { agencyId: 'us-quartz', scopes: [...SCOPES] };
  return { issuer, subject, personId: subject, ...system };
}

interface Around {
  db: Database;
  publicUrl: string;
  lines: string[];
  patienceMs: number | undefined;
  tls: TlsFiles | undefined;
  trustProxy: string[] | number | undefined;
}

async function buildApp(
  { db, publicUrl, lines, patienceMs, tls, trustProxy }: Around,
  identity: IdentityConfig,
): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true, ...(tls && { serverFactory: tlsServer(tls) }) });
  const log = openLines({ write: (line) => void lines.push(line) });
  limitAnswerTime(app, patienceMs);
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof ReferralError)) return reply.status(500).send(String(error));
    const toSignIn = error.code === 'NOT_SIGNED_IN' && request.method === 'GET' && !request.url.startsWith('/api/');
    if (toSignIn) return reply.redirect(signInPath(request), 303);
    return reply.status(ERRORS[error.code].http).send({ code: error.code });
  });
  await app.register(fastifyFormbody);
  await registerIdentity(app, {
    ...{
      db,
      identity,
      publicUrl,
      log,
      ...(trustProxy !== undefined && { trustProxy }),
      requestsPerMinute: 1_000_000,
      guard: directGuard,
    },
    showSignIn: async (_request, reply, page) => reply.send({ isSignInPage: true, ...page }),
  });
  app.get('/page', async (request, reply) => {
    const { person } = principalOf(request);
    const kept = savedFields(request, '/act') ?? savedFields(request, '/irreversible-act');
    return { ...person, csrf: csrfField(reply), kept };
  });
  app.post('/act', async (request) => ({ done: principalOf(request).person.personId, body: request.body }));
  const config = { stepUp: true };
  const act = async (request: FastifyRequest) => ({ done: principalOf(request).person.personId, body: request.body });
  app.post('/irreversible-act', { config }, act);
  app.post('/api/irreversible-act', { config }, act);
  app.get('/list', async () => 'a list');
  app.get('/figures', { config: { stepUp: false } }, async () => 'figures');
  app.get('/api/me', async (request) => principalOf(request));
  app.post('/api/act', async (request) => ({ done: principalOf(request).person.personId }));
  return app;
}
