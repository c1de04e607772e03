/** The real server of pages and API for one test file, with injected requests by signed-in people of the seed. */

import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify';
import { changeDirectory } from '../../activities/directory/change-directory.ts';
import { registerApi } from '../../client/api/api.ts';
import { sendToDirectory } from '../../client/engine/change-directory.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { sessionsOf } from '../../client/http/identity/session.ts';
import { buildServer } from '../../client/http/server.ts';
import { countryLocator } from '../../client/platform/add-countries.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { forgeryAlarm } from '../../client/platform/forgery-alarm.ts';
import { directGuard } from '../../client/platform/guard/guard.ts';
import { openLines } from '../../client/platform/log.ts';
import { openReader } from '../../client/queries/read.ts';
import { PAGES } from '../../client/web/pages.ts';
import { CLIENT_ID, CLIENT_SECRET } from '../../dev/identity.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { ReadingPolicy } from '../../domain/reading-policy.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { atEnd } from './at-end.ts';
import { connectAs, testDatabase } from './database.ts';
import { expectDeclaredProblems } from './declared-problems.ts';
import type { TestEngine } from './engine.ts';
import { personOf } from './people.ts';
import { alwaysOpenSeed } from './seed.ts';

export interface TestDesk {
  app: FastifyInstance;
  /** The routes of pages and API that change something. */
  routes: RouteOptions[];
  /** As the role of migrations, for what a test prepares and compares. */
  db: Database;
  /** As the role of the server. */
  pages: Database;
  keyring: Keyring;
  /** All log lines so far. */
  log: string[];
  /** A browser in which that person is signed in, at the given or the first agency. */
  browser(personId: string, agencyId?: string): Promise<Browser>;
}

/** A minimal browser without script: it keeps cookies, and adds the CSRF token to forms. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form. A field with several values is repeated. */
  post(path: string, fields?: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse>;
  /** Sends any request, with the cookies only. */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** The CSRF token, the value of `_csrf`. */
  token(): Promise<string>;
}

/** The public address of the server and the issuer whose identities it accepts. */
export interface ServerOptions {
  publicUrl: string;
  issuer: string;
  /** Default: the built-in one. */
  readingPolicy?: ReadingPolicy;
  /** Keys of the audit log; without them, no page verifies it. */
  logPolicy?: LogPolicy;
  /** The rate limit per person. The default is higher than any test needs. */
  requestsPerMinute?: number;
  /** As in the configuration of the server. Default: no proxy is trusted. */
  trustProxy?: boolean | number | string[];
  /** The database of another test server, to share it. */
  database?: Pick<TestDesk, 'db' | 'pages'>;
  /** Wraps the engine, to do something else during an act. */
  around?: (engine: Engine) => Engine;
}

export const NO_ADDRESSES: ServerOptions = { publicUrl: 'http://localhost', issuer: 'http://127.0.0.1:1' };

/**
 * Uses the database of the engine, or a separate one. Without an engine, acts are checked as usual, and then fail as if
 * Temporal were unavailable.
 */
export async function testDesk(engine?: TestEngine, place: ServerOptions = NO_ADDRESSES): Promise<TestDesk> {
  const { db, pages, workers = db }: Databases = engine ?? place.database ?? (await seeded());
  const keyring = parseKeyring(JSON.stringify(engine?.keys ?? newKeyFile('2026-11')));
  const identity = {
    issuer: place.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    sessionKeys: keyring.keysFor('session').map((key) => Buffer.from(key).toString('base64')),
    audience: 'https://liaise.example/api',
    secureCookies: false,
  };
  const log: string[] = [];
  const routes: RouteOptions[] = [];
  const { around = (unchanged: Engine) => unchanged } = place;
  const app = await buildServer(
    {
      ...{
        db: pages,
        keyring,
        identity,
        policies: defaultPolicies,
        addCountries: countryLocator(),
        guard: directGuard,
        ...(place.readingPolicy && { readingPolicy: place.readingPolicy }),
        ...(place.logPolicy && { logPolicy: place.logPolicy }),
      },
      ...{ publicUrl: place.publicUrl, trustProxy: place.trustProxy ?? false },
      requestsPerMinute: place.requestsPerMinute ?? 1_000_000,
      // No sealer runs: a proof is refused at once.
      proofWaitMs: 0,
      // On a busy machine, a test process is overloaded without a fault of the server.
      overload: {},
      engine: around(engine?.engine ?? createEngine({ db: pages, keyring, temporal: absentTemporal(keyring) })),
      reader: openReader({
        ...{ db: pages, keyring },
        ...(place.readingPolicy && { readingPolicy: place.readingPolicy }),
      }),
      // Without an engine, the activity runs in this process, as the role of the workers.
      changeDirectory: (request) =>
        engine ? sendToDirectory(engine.temporal, request) : changeDirectory({ db: workers, keyring }, request),
      onForged: forgeryAlarm(
        pages,
        ({ what }) => log.push(`forgery: ${what}`),
        (error) => log.push(`no leaf: ${error}`),
      ),
      log: openLines({ write: (line) => void log.push(line) }),
    },
    {
      api: (server, deps) => {
        expectDeclaredProblems(server);
        server.addHook('onRoute', (route) => {
          if (route.method === 'POST') routes.push(route);
        });
        return registerApi(server, deps);
      },
      pages: PAGES,
    },
  );
  const sessions = sessionsOf({ db: pages, identity });
  interface OfSignIn {
    Params: { person: string; agency: string };
    Querystring: { minutesAgo?: string };
  }
  app.get<OfSignIn>('/test-sign-in/:person/:agency', async (request, reply) => {
    const { person: personId, agency: agencyId } = request.params;
    const at = Math.floor(Date.now() / 1000) - Number(request.query.minutesAgo ?? 0) * 60;
    await sessions.begin(request, { personId, agencyId, authentication: { at } });
    return reply.send('signed in');
  });
  atEnd(() => app.close());
  return {
    ...{ app, routes, db, pages, keyring, log },
    browser: async (personId, agencyId) => {
      const person = await personOf(db, personId, agencyId);
      const browser = openBrowser(app);
      const { statusCode } = await browser.get(`/test-sign-in/${person.personId}/${person.agencyId}`);
      if (statusCode !== 200) throw new Error(`The sign-in failed with status ${statusCode}.`);
      return browser;
    },
  };
}

/** `workers`: as the role of the workers; default: `db`. */
type Databases = Pick<TestDesk, 'db' | 'pages'> & { workers?: Database };

async function seeded(): Promise<Databases> {
  const { db, pages, url } = await testDatabase();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  return { db, pages, workers: connectAs(url, 'liaise_engine') };
}

function absentTemporal(keyring: Keyring) {
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  const { connection } = temporal;
  atEnd(() => connection.close());
  // Fails at once instead of after the deadline of ten seconds.
  connection.withDeadline = () =>
    Promise.reject(new WorkflowUpdateRPCTimeoutOrCancelledError('Temporal is unavailable.'));
  return temporal;
}

function openBrowser(app: FastifyInstance): Browser {
  const cookies: Record<string, string> = {};
  const inject = async (options: InjectOptions) => {
    const answer = await app.inject({ ...options, cookies });
    for (const { name, value } of answer.cookies) cookies[name] = value;
    return answer;
  };
  const token = async () => {
    const { body } = await inject({ url: '/settings' });
    return /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  };
  return {
    inject,
    token,
    get: (url, headers = {}) => inject({ url, headers }),
    post: async (url, fields = {}) => {
      const form = new URLSearchParams([['_csrf', await token()]]);
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
      return inject({
        ...{ method: 'POST', url, payload: form.toString() },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    },
  };
}
