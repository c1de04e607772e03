/** Requests pages from the real server by injection, so that no network is measured. */

import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { registerApi } from '../../client/api/api.ts';
import { sendToDirectory } from '../../client/engine/change-directory.ts';
import { createEngine } from '../../client/engine/engine.ts';
import { sessionsOf } from '../../client/http/identity/session.ts';
import { buildServer } from '../../client/http/server.ts';
import { countryLocator } from '../../client/platform/add-countries.ts';
import { connectTemporal } from '../../client/platform/connect.ts';
import { openGuardPool } from '../../client/platform/guard/guard-pool.ts';
import { openReader } from '../../client/queries/read.ts';
import { PAGES } from '../../client/web/pages.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import { connectDatabase, type Database } from '../../prisma/store/connect.ts';
import { cleanupStack } from '../cleanup-stack.ts';

export interface OpenedPages {
  app: FastifyInstance;
  db: Database;
  /** The cookies of a session. */
  signIn(personId: string, agencyId: string): Promise<Record<string, string>>;
  visitor(personId: string, agencyId: string): Promise<PageClient>;
  /** Sends a form without fields to the path of its button, and gets the file. */
  downloader(personId: string, agencyId: string): Promise<PageClient>;
  stop(): Promise<void>;
}

/** The Temporal client with which the server acts, and the key ring of its workers. */
interface ServedEngine {
  temporal: Client;
  keyring: Keyring;
}

/** Gets a page. @throws Error for any answer but 200. */
export type PageClient = (path: string) => Promise<string>;

/** Opens the server. Pages only read, so no Temporal is needed; for acts, pass one, with its key ring. */
export async function openPages(databaseUrl: string, engine?: ServedEngine): Promise<OpenedPages> {
  const { atEnd, stop } = cleanupStack();
  const keyring = engine?.keyring ?? parseKeyring(JSON.stringify(newKeyFile('bench')));
  const db = connectDatabase({ databaseUrl, byAgency: true });
  atEnd(() => db.$disconnect());
  const temporal = engine?.temporal ?? connectTemporal({ address: '127.0.0.1:1', namespace: 'default', keyring });
  if (engine === undefined) atEnd(() => temporal.connection.close());
  const identity = {
    ...{ issuer: 'http://127.0.0.1:1', clientId: 'liaise', clientSecret: 'bench', audience: 'http://localhost/api' },
    sessionKeys: keyring.keysFor('session').map((key) => Buffer.from(key).toString('base64')),
    secureCookies: false,
  };
  const guard = openGuardPool();
  atEnd(guard.close);
  const app = await buildServer(
    {
      ...{ db, keyring, identity, policies: defaultPolicies, addCountries: countryLocator(), guard },
      ...{ publicUrl: 'http://localhost', trustProxy: false, requestsPerMinute: 1_000_000 },
      engine: createEngine({ db, keyring, temporal, guard }),
      changeDirectory: (request) => sendToDirectory(temporal, request),
      reader: openReader({ db, keyring, guard }),
      onForged: () => {},
      log: pino({ level: 'silent' }),
    },
    { api: registerApi, pages: PAGES },
  );
  atEnd(() => app.close());
  const sessions = sessionsOf({ db, identity });
  app.get<{ Params: { person: string; agency: string } }>('/bench/:person/:agency', async (request, reply) => {
    const { person: personId, agency: agencyId } = request.params;
    await sessions.begin(request, { personId, agencyId, authentication: { at: Math.floor(Date.now() / 1000) } });
    return reply.send('signed in');
  });
  return {
    ...{ app, db, stop },
    signIn: (personId, agencyId) => signIn(app, personId, agencyId),
    visitor: async (personId, agencyId) => visitorOf(app, await signIn(app, personId, agencyId)),
    downloader: async (personId, agencyId) => downloaderOf(app, await signIn(app, personId, agencyId)),
  };
}

async function signIn(app: FastifyInstance, personId: string, agencyId: string): Promise<Record<string, string>> {
  const { cookies } = await request(app, { url: `/bench/${personId}/${agencyId}` });
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
}

function visitorOf(app: FastifyInstance, cookies: Record<string, string>): PageClient {
  return async (url) => {
    const { statusCode, body } = await request(app, { url, cookies });
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`);
    return body;
  };
}

async function downloaderOf(app: FastifyInstance, signedIn: Record<string, string>): Promise<PageClient> {
  const settings = await request(app, { url: '/settings', cookies: signedIn });
  const set = settings.cookies.map(({ name, value }) => [name, value]);
  const cookies = { ...signedIn, ...Object.fromEntries(set) };
  const token = /name="_csrf" value="([^"]*)"/.exec(settings.body)?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams({ _csrf: token }).toString();
  return async (url) => {
    const { statusCode, body } = await request(app, { method: 'POST', url, cookies, headers, payload });
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}.`);
    return body;
  };
}

/** Repeats the request after a short time if the server is overloaded and answers 503. */
async function request(app: FastifyInstance, options: InjectOptions): Promise<LightMyRequestResponse> {
  const answer = await app.inject(options);
  if (answer.statusCode !== 503) return answer;
  await setTimeout(500);
  return request(app, options);
}
