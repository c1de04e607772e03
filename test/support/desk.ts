/** Pages and API of one test file: the real server, asked by injection, with people of the seed signed in. */

import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { registerApi } from '../../client/api/api.ts';
import { createEngine, type Engine } from '../../client/engine/engine.ts';
import { sessionsOf } from '../../client/http/identity/session.ts';
import { buildServer } from '../../client/http/server.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { directGuard } from '../../client/platform/guard/guard.ts';
import { ipLocator } from '../../client/platform/locate-ip.ts';
import { openLines } from '../../client/platform/log.ts';
import { openReader } from '../../client/queries/read.ts';
import { PAGES } from '../../client/web/pages.ts';
import { CLIENT_ID, CLIENT_SECRET } from '../../dev/identity.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { atEnd } from './at-end.ts';
import { testDatabase } from './database.ts';
import type { TestEngine } from './engine.ts';
import { personOf } from './people.ts';
import { alwaysOpenSeed } from './seed.ts';

export interface TestDesk {
  app: FastifyInstance;
  db: Database;
  keyring: Keyring;
  /** Lines that were logged. */
  log: string[];
  /** A browser in which somebody of the seed is signed in, at the only agency or the one named. */
  browser(personId: string, agencyId?: string): Promise<Browser>;
}

/** As much of a browser as pages without script need: it keeps cookies, and sends forms with their token. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** Sends a form; a field with many values is sent many times. */
  post(path: string, fields?: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse>;
  /** With cookies and nothing else. */
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** The value of `_csrf`. */
  token(): Promise<string>;
}

/** Where browsers find it, and whom it believes. */
export interface ServerOptions {
  publicUrl: string;
  issuer: string;
  /** Of one person. More than any test asks for where it is not said. */
  requestsPerMinute?: number;
  /** Of another desk. */
  db?: Database;
  /** Wraps the engine: what else happens while an act is carried out. */
  around?: (engine: Engine) => Engine;
}

export const NO_ADDRESSES: ServerOptions = { publicUrl: 'http://localhost', issuer: 'http://127.0.0.1:1' };

/**
 * On that engine's database, or on one of its own: there acts are decided up to where a workflow would be asked, and
 * answered as when Temporal is away.
 */
export async function testDesk(engine?: TestEngine, place: ServerOptions = NO_ADDRESSES): Promise<TestDesk> {
  const db = engine?.db ?? place.db ?? (await seeded());
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
  const { around = (same: Engine) => same } = place;
  const app = await buildServer(
    {
      ...{ db, keyring, identity, policies: defaultPolicies, locateIps: ipLocator(), guard: directGuard },
      ...{ publicUrl: place.publicUrl, trustProxy: false, requestsPerMinute: place.requestsPerMinute ?? 1_000_000 },
      engine: around(engine?.engine ?? createEngine({ db, keyring, temporal: absentTemporal(keyring) })),
      reader: openReader({ db, keyring }),
      log: openLines({ write: (line) => void log.push(line) }),
    },
    { api: registerApi, pages: PAGES },
  );
  const sessions = sessionsOf({ db, identity });
  app.get<{ Params: { person: string; agency: string } }>('/test-sign-in/:person/:agency', async (request, reply) => {
    await sessions.begin(request, request.params.person, request.params.agency);
    return reply.send('signed in');
  });
  atEnd(() => app.close());
  return {
    ...{ app, db, keyring, log },
    browser: async (personId, agencyId) => {
      const person = await personOf(db, personId, agencyId);
      const browser = openBrowser(app);
      const { statusCode } = await browser.get(`/test-sign-in/${person.personId}/${person.agencyId}`);
      if (statusCode !== 200) throw new Error(`Signing in was answered with ${statusCode}.`);
      return browser;
    },
  };
}

async function seeded(): Promise<Database> {
  const { db } = await testDatabase();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  return db;
}

function absentTemporal(keyring: Keyring) {
  const temporal = connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  const { connection } = temporal;
  atEnd(() => connection.close());
  // Nobody waits ten seconds for a server that is not there.
  connection.withDeadline = () => Promise.reject(new WorkflowUpdateRPCTimeoutOrCancelledError('Nobody is there.'));
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
