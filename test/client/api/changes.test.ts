/** Streams of changes for pages and systems: content, reconnection, and the end with session, token or role. */

import { once } from 'node:events';
import type { FastifyRequest } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeStreams } from '../../../client/api/changes.ts';
import { type GivenIdentity, giveIdentities } from '../../../prisma/store/identities.ts';
import { deleteIdentity, insertPerson, setRoles } from '../../../prisma/store/people-edit.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { openIssuer } from '../http/identity/issuer.ts';

const UNINVOLVED = 'ee-aspen';

let desk: TestDesk;
let url: string;
/** The client of `/api/left-early` disconnects when the request has arrived. Its stream is opened after that. */
let leaving = new AbortController();
/** Of the system of an agency that no referral reaches: its streams hold nothing but heartbeats. */
let uninvolved: GivenIdentity;
let tokenFor: (seconds: number, subject?: string) => Promise<string>;

beforeAll(async () => {
  const issuer = await openIssuer();
  desk = await testDesk(undefined, { publicUrl: 'http://localhost', issuer: issuer.url });
  const { app, db } = desk;
  const quick = { heartbeatMs: 20, maxMissed: 2 };
  const handler = changeStreams(app, { db }, quick);
  app.get('/api/quick', { exposeHeadRoute: false }, handler);
  app.get('/api/left-early', { exposeHeadRoute: false, preHandler: untilLeft }, handler);
  const identity = { issuer: issuer.url, scopes: ['referrals:read'] };
  uninvolved = { ...identity, subject: 'aspen', personId: 'system.aspen', agencyId: UNINVOLVED };
  const address = { email: 'system@ee-aspen.example', language: 'en', zone: 'Europe/Tallinn' };
  await insertPerson(db, { id: 'system.aspen', name: 'Aspen system', ...address });
  await setRoles(db, 'system.aspen', UNINVOLVED, ['service', 'liaison-officer']);
  await giveIdentities(db, [
    { ...identity, subject: 'quartz', personId: 'system.quartz', agencyId: 'us-quartz' },
    uninvolved,
  ]);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  tokenFor = (seconds, sub = 'quartz') => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer.url, aud: 'https://liaise.example/api', sub, scope: 'referrals:read' };
    return issuer.sign({ ...claims, iat: now, exp: now + seconds }, 'ES256');
  };
});

async function untilLeft({ raw }: FastifyRequest): Promise<void> {
  const left = once(raw.socket, 'close');
  leaving.abort();
  await left;
}

async function cookieOf(personId: string, agencyId: string): Promise<string> {
  const answer = await fetch(`${url}/test-sign-in/${personId}/${agencyId}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Listening {
  answer: Response;
  /** The event about the referral, once it arrives; undefined if the stream ends before. */
  heardOf(referralId: string): Promise<Record<string, unknown> | undefined>;
  /** Waits until the stream has had `count` heartbeats. */
  heartbeats(count: number): Promise<void>;
  /** The whole text, once the stream has ended. */
  ended(): Promise<string>;
  stop(): void;
}

async function listen(path: string, headers: Record<string, string>): Promise<Listening> {
  const stopping = new AbortController();
  const answer = await fetch(url + path, { headers, signal: stopping.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const more = async () => {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    text += value;
    return !done;
  };
  const events = (): Record<string, unknown>[] =>
    [...text.matchAll(/^event: changed\ndata: (.+)$/gm)].map(([, data = '']) => JSON.parse(data));
  return {
    answer,
    heardOf: async (referralId) => {
      const found = () => events().find((event) => event['referralId'] === referralId);
      while (found() === undefined && (await more()));
      return found();
    },
    heartbeats: async (count) => {
      const found = () => [...text.matchAll(/^:$/gm)].length;
      while (found() < count && (await more()));
    },
    ended: async () => {
      while (await more());
      return text;
    },
    stop: () => stopping.abort(),
  };
}

describe('a stream of changes', () => {
  test('sends a page the changes that its agency sees, and no others', async () => {
    const cookie = await cookieOf('noor.rowan', 'xr-desk');
    const coordinator = await listen('/changes', { cookie });
    const other = await listen('/api/quick', { cookie: await cookieOf('kadri.aspen', UNINVOLVED) });
    expect(coordinator.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(coordinator.answer.headers.get('cache-control')).toBe('no-store');
    const now = new Date().toISOString();
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz', {}, now);
    expect(await coordinator.heardOf(kept.id)).toEqual({
      referralId: kept.id,
      reference: (await kept.read()).reference,
      seq: expect.any(Number),
      at: now,
    });
    // If the other agency got the event, it would have it before this agency gets a second one.
    await coordinator.heardOf((await RecordedReferral.submit(desk, 'quinn.quartz', {}, new Date().toISOString())).id);
    coordinator.stop();
    await desk.db.session.deleteMany({ where: { personId: 'kadri.aspen' } });
    expect(await other.ended()).not.toContain('event:');
  });

  test('sends missed changes after a reconnection', async () => {
    const cookie = await cookieOf('noor.rowan', 'xr-desk');
    const before = new Date(Date.now() - 7_200_000).toISOString();
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz');
    const back = await listen('/changes', { cookie, 'last-event-id': before });
    expect(await back.heardOf(kept.id)).toBeDefined();
    back.stop();
  });

  test('ends if many changes were missed, and sends the rest after a reconnection', async () => {
    const cookie = await cookieOf('noor.rowan', 'xr-desk');
    const all = [];
    for (let n = 0; n < 3; n++)
      all.push(await RecordedReferral.submit(desk, 'quinn.quartz', {}, `2026-01-0${n + 1}T00:00:00.000Z`));
    let [id, text] = ['2025-12-31T00:00:00.000Z', ''];
    for (let n = 0; n < 2; n++) {
      text += await (await listen('/api/quick', { cookie, 'last-event-id': id })).ended();
      id =
        text
          .match(/^id: (.+)$/gm)
          ?.at(-1)
          ?.slice(4) ?? '';
    }
    for (const { id: referralId } of all) expect(text).toContain(referralId);
  });

  test('is open to a system until its token expires', async () => {
    const authorization = `Bearer ${await tokenFor(3600)}`;
    const stream = await listen('/api/v1/changes', { authorization, accept: 'text/event-stream' });
    const kept = await RecordedReferral.submit(desk, 'quinn.quartz', {}, new Date().toISOString());
    expect(await stream.heardOf(kept.id)).toBeDefined();
    stream.stop();
    // Within the clock tolerance the token is still accepted, but the stream ends at once.
    const over = await listen('/api/quick', { authorization: `Bearer ${await tokenFor(-5)}` });
    expect(over.answer.status).toBe(200);
    expect(await over.ended()).toBe('retry: 5000\n\n');
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const late = { authorization: `Bearer ${await tokenFor(-5)}`, accept: 'text/event-stream', 'last-event-id': since };
    expect(await (await listen('/api/v1/changes', late)).ended()).toBe('retry: 5000\n\n');
  });

  test('ends when the session does', async () => {
    const stream = await listen('/api/quick', { cookie: await cookieOf('kadri.aspen', UNINVOLVED) });
    await desk.db.session.deleteMany({ where: { personId: 'kadri.aspen' } });
    expect(await stream.ended()).toMatch(/^retry: 5000\n\n(:\n\n)*$/);
  });

  test('does not extend the session', async () => {
    const cookie = await cookieOf('otto.rowan', 'xr-desk');
    const stream = await listen('/api/quick', { cookie });
    const where = { personId: 'otto.rowan' };
    const seenAt = new Date(Date.now() - 300_000);
    await desk.pages.session.updateMany({ where, data: { seenAt } });
    await stream.heartbeats(2);
    expect(await desk.db.session.findMany({ where, select: { seenAt: true } })).toEqual([{ seenAt }]);
    stream.stop();
  });

  test('ends when the account of the token is removed', async () => {
    const { issuer, subject, personId } = uninvolved;
    const stream = await listen('/api/quick', { authorization: `Bearer ${await tokenFor(3600, subject)}` });
    await deleteIdentity(desk.db, { issuer, subject, personId });
    expect(await stream.ended()).toMatch(/^retry: 5000\n\n(:\n\n)*$/);
    await giveIdentities(desk.db, [uninvolved]);
  });

  test('ends when the role does', async () => {
    const { subject, personId } = uninvolved;
    const stream = await listen('/api/quick', { authorization: `Bearer ${await tokenFor(3600, subject)}` });
    await desk.db.membership.deleteMany({ where: { personId } });
    expect(await stream.ended()).toMatch(/^retry: 5000\n\n(:\n\n)*$/);
  });

  test('is not kept for a client that left before it was opened', async () => {
    const headers = { cookie: await cookieOf('otto.rowan', 'xr-desk') };
    // One more than a person may have. The last stream is opened before the next request is answered.
    for (let n = 0; n <= 20; n++) {
      leaving = new AbortController();
      await expect(fetch(`${url}/api/left-early`, { headers, signal: leaving.signal })).rejects.toThrow('aborted');
    }
    const stream = await listen('/api/quick', headers);
    expect(stream.answer.status).toBe(200);
    stream.stop();
  });

  test('needs authentication, and is limited to 20 for each person', async () => {
    expect((await fetch(`${url}/api/v1/changes`)).status).toBe(401);
    const cookie = await cookieOf('vera.rowan', 'xr-desk');
    const asked = { cookie, accept: 'application/json' };
    expect((await fetch(`${url}/api/v1/changes`, { headers: asked })).status).toBe(406);
    const streams = [];
    for (let n = 0; n < 20; n++) streams.push(await listen('/changes', { cookie }));
    const refused = await fetch(`${url}/api/v1/changes`, { headers: { cookie } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    for (const stream of streams) stream.stop();
  });
});
