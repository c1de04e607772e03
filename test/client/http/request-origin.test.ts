/** The audit log states how each request came: channel, session digest and kind of address, never the address. */

import fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressClass, stateOrigin } from '../../../client/http/request-origin.ts';
import { ENGINE } from '../../../domain/people.ts';
import { addLeaf } from '../../../prisma/store/audit.ts';
import { requestOrigin, runWithOrigin } from '../../../prisma/store/request-origin.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { CAST } from '../../support/factories.ts';

let database: TestDatabase;
const app = fastify();

beforeAll(async () => {
  database = await testDatabase();
  app.decorateRequest('principal', undefined);
  app.addHook('onRequest', async (request) => {
    const id = request.headers['x-session'];
    Object.assign(request, { session: { get: () => id } });
    if (request.headers.authorization) Object.assign(request, { principal: { via: { kind: 'token' } } });
  });
  stateOrigin(app);
  const answer = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return requestOrigin();
  };
  app.post('/page', answer);
  app.post('/api/v1/referrals', answer);
});

afterAll(() => app.close());

async function originOf(url: string, headers: Record<string, string>, remoteAddress: string) {
  const response = await app.inject({ method: 'POST', url, headers, remoteAddress, payload: { some: 'body' } });
  return response.json();
}

test('a page states its session as a digest', async () => {
  const origin = await originOf('/page', { 'x-session': 'the session id' }, '203.0.113.9');
  expect(origin).toEqual({ channel: 'page', session: expect.stringMatching(/^[0-9a-f]{32}$/), address: 'public' });
});

test('the API states the digest of its token', async () => {
  const one = await originOf('/api/v1/referrals', { authorization: 'Bearer one' }, '10.2.3.4');
  const other = await originOf('/api/v1/referrals', { authorization: 'Bearer other' }, '10.2.3.4');
  expect(one).toEqual({ channel: 'api', session: expect.stringMatching(/^[0-9a-f]{32}$/), address: 'private' });
  expect(other.session).not.toBe(one.session);
});

test.each([
  ['127.0.0.1', 'loopback'],
  ['::1', 'loopback'],
  ['192.168.1.1', 'private'],
  ['172.31.0.1', 'private'],
  ['172.32.0.1', 'public'],
  ['fd00::1', 'private'],
  ['2001:db8::1', 'public'],
  ['::ffff:10.0.0.1', 'private'],
] as const)('%s is a %s address', (address, expected) => {
  expect(addressClass(address)).toBe(expected);
});

test('leaves of people state the origin of the request; leaves of the engine do not', async () => {
  const { db } = database;
  await runWithOrigin({ channel: 'command' }, async () => {
    await addLeaf(db, { operation: 'sign-in', by: CAST.sender, about: { session: 'signed-in' } });
    await addLeaf(db, { operation: 'sign-in', by: ENGINE, about: { refused: 'sign-in', code: 'UNKNOWN_PERSON' } });
  });
  await addLeaf(db, { operation: 'sign-in', by: CAST.sender, about: { session: 'signed-out' } });
  const leaves = (await db.auditLeaf.findMany({ orderBy: { id: 'asc' } })).map(({ leaf }) => leaf);
  expect(leaves).toMatchObject([{ v: 2, via: { channel: 'command' } }, { v: 2 }, { v: 2 }]);
  expect(leaves.slice(1).filter((leaf) => Object(leaf).via !== undefined)).toEqual([]);
});
