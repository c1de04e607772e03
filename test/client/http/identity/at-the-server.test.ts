/** Authentication in front of the real pages and the real API. */

import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { InjectOptions } from 'fastify';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../../prisma/store/connect.ts';
import { type Browser, NO_ADDRESSES, type TestDesk, testDesk } from '../../../support/desk.ts';
import { openIssuer } from './issuer.ts';

let desk: TestDesk;
let noor: Browser;

const SECRET = 'Copperfield-Lantern';

beforeAll(async () => {
  desk = await testDesk();
  desk.app.get('/test-bug/*', () => {
    throw new TypeError(`${SECRET}\n    at ${SECRET} (file.ts:1:1)`);
  });
  desk.app.get('/test-twice/*', async (_request, reply) => {
    reply.send('once');
    return 'twice';
  });
});

beforeEach(async () => {
  noor = await desk.browser('noor.rowan');
});

const SETTINGS = { language: 'fr', zone: 'Europe/Paris', digestHour: '' };

function multipart(fields: Record<string, string>) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xml"\r\n\r\n<a/>\r\n';
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  return { method: 'POST', url: '/settings', payload: `${parts.join('')}${file}--x--\r\n`, headers } as const;
}

describe('a form with a file', () => {
  test('is accepted with its token and refused without', async () => {
    const token = await noor.token();
    expect((await noor.inject(multipart({ ...SETTINGS, _csrf: token }))).statusCode).toBe(303);
    expect((await noor.inject(multipart({ ...SETTINGS, _csrf: 'forged' }))).statusCode).toBe(403);
    expect((await noor.inject(multipart(SETTINGS))).statusCode).toBe(403);
  });
});

describe('a session that ended while the person was typing', () => {
  test("is reported in the person's language, and the entered text is on no page until they return", async () => {
    const token = await noor.token();
    await desk.db.session.deleteMany();
    const late = await noor.inject({
      ...{ method: 'POST', url: '/settings', payload: `_csrf=${token}&zone=Mars/Copperfield` },
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'de-AT,en;q=0.5' },
    });
    expect(late.statusCode).toBe(401);
    expect(late.body).toContain('lang="de"');
    expect(late.body).toContain('href="/sign-in/start?to=%2Fsettings"');
    expect(late.body).not.toContain('Copperfield');
  });
});

describe('a request without a session', () => {
  test('is redirected from a page to the sign-in, and answered 401 by the API', async () => {
    const page = await desk.app.inject({ url: '/settings?saved' });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?to=%2Fsettings%3Fsaved']);
    const api = await desk.app.inject({ url: '/api/v1/referrals' });
    expect([api.statusCode, api.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(api.json()).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('writes nothing, and its body is not read', async () => {
    const answer = await desk.app.inject(multipart({ ...SETTINGS, _csrf: 'x' }));
    expect(answer.statusCode).toBe(401);
  });
});

test('every answer forbids frames and foreign scripts and styles, and sends no referrer to other sites', async () => {
  for (const url of ['/settings', '/sign-in', '/nothing-here', '/public/nothing', '/api/v1/referrals', '/health']) {
    const { headers } = await noor.get(url);
    expect(headers, url).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['content-security-policy'], url).not.toMatch(/unsafe|https?:|data:|\*/);
  }
});

test('errors before any route have the headers too', async () => {
  for (const path of ['/%E0%A4%A', '/api/v1/%E0%A4%A']) {
    const { statusCode, headers } = await desk.app.inject({ url: path });
    expect([statusCode, headers['x-content-type-options'], headers['x-frame-options']], path).toEqual([
      400,
      'nosniff',
      'DENY',
    ]);
  }
  const { app } = await testDesk(undefined, { ...NO_ADDRESSES, database: desk });
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const answers = [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 'nonsense\r\n\r\n'].map((bytes) =>
    sendRaw(Number(address.port), bytes),
  );
  const [large = '', nonsense = ''] = await Promise.all(answers);
  expect(large).toMatch(/^HTTP\/1\.1 431 [\s\S]*x-content-type-options: nosniff/);
  expect(nonsense).toMatch(/^HTTP\/1\.1 400 [\s\S]*x-content-type-options: nosniff/);
});

async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.end(bytes);
  return text(socket);
}

test('a wrong method is answered with 405 and the methods of the address', async () => {
  for (const [url, allow] of [
    ['/settings', 'GET, HEAD, POST'],
    ['/api/v1/referrals', 'GET, HEAD, POST'],
  ] as const) {
    const { statusCode, headers } = await noor.inject({ method: 'OPTIONS', url });
    expect([statusCode, headers.allow], url).toEqual([405, allow]);
  }
  expect((await noor.get('/nothing-here')).statusCode).toBe(404);
});

test('a path with encoded letters is the same path', async () => {
  const { statusCode, headers } = await desk.app.inject({ url: '/%61pi/v1/referrals' });
  expect([statusCode, headers['content-type']]).toEqual([401, expect.stringContaining('application/problem+json')]);
});

describe('the limit of requests', () => {
  /** Of one address, where two a minute are taken. */
  async function asked(...all: InjectOptions[]) {
    const { app } = await testDesk(undefined, { ...NO_ADDRESSES, database: desk, requestsPerMinute: 2 });
    const answers = [];
    for (const each of all) answers.push(await app.inject(each));
    return { answers, statuses: answers.map(({ statusCode }) => statusCode) };
  }

  test('includes sign-in requests', async () => {
    const urls = ['/sign-in', '/sign-in/start', '/sign-in', '/sign-in/callback'];
    const { answers, statuses } = await asked(...urls.map((url) => ({ url })));
    expect(statuses).toEqual([200, 503, 429, 429]);
    expect(answers.at(-1)?.headers['retry-after']).toBe('60');
    expect(answers.at(-1)?.body).toContain('Too many requests');
  });

  test('includes refused requests: invalid tokens, forms without a session', async () => {
    const forged = { url: '/api/v1/referrals', headers: { authorization: 'Bearer forged' } };
    const form = multipart({ ...SETTINGS, _csrf: 'x' });
    expect((await asked(forged, form, forged, form, forged)).statuses).toEqual([401, 401, 401, 401, 429]);
    expect((await asked(form, form, { url: '/nowhere' })).statuses).toEqual([401, 401, 429]);
  });

  test('a flood without authentication from the same address stops neither sessions, nor tokens, nor sign-in', async () => {
    const issuer = await openIssuer();
    const place = { ...NO_ADDRESSES, database: desk, requestsPerMinute: 20, issuer: issuer.url };
    const { app, browser } = await testDesk(undefined, place);
    await desk.db.identity.create({
      data: {
        issuer: issuer.url,
        subject: 'q',
        personId: 'system.quartz',
        agencyId: 'us-quartz',
        scopes: ['referrals:read'],
      },
    });
    const noor = await browser('noor.rowan');
    const iat = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer.url,
      aud: 'https://liaise.example/api',
      sub: 'q',
      scope: 'referrals:read',
      iat,
      exp: iat + 60,
    };
    const authorization = `Bearer ${await issuer.sign(claims, 'ES256')}`;
    const flood = async (options: InjectOptions) => {
      const answers = await Promise.all([...Array(100)].map(() => app.inject(options)));
      expect(answers.at(-1)?.statusCode).toBe(429);
    };
    await flood({ url: '/nothing-here' });
    expect((await app.inject({ url: '/calendar/nothing.ics' })).statusCode).toBe(404);
    await flood({ url: '/calendar/nothing.ics' });
    await flood({ url: '/api/v1/referrals', headers: { authorization: 'Bearer a.b.c' } });
    expect((await app.inject({ url: '/sign-in' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/v1/referrals', headers: { authorization } })).statusCode).toBe(200);
    expect((await noor.get('/settings')).statusCode).toBe(200);
    await flood({ url: '/sign-in/start' });
    expect((await app.inject({ url: '/api/v1/referrals', headers: { authorization } })).statusCode).toBe(200);
    expect((await noor.get('/settings')).statusCode).toBe(200);
  });

  test('a network of IPv6 addresses is counted as one', async () => {
    const from = (remoteAddress: string) => ({ url: '/sign-in', remoteAddress });
    const { statuses } = await asked(...['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:1::1'].map(from));
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test('a person is counted by however many sessions, and their neighbours at the same address are not', async () => {
    const place = { ...NO_ADDRESSES, database: desk, requestsPerMinute: 4 };
    const { browser } = await testDesk(undefined, place);
    const [one, other, neighbour] = [
      await browser('noor.rowan'),
      await browser('noor.rowan'),
      await browser('otto.rowan'),
    ];
    for (const each of [one, one, other, other]) expect((await each.get('/settings')).statusCode).toBe(200);
    expect((await other.get('/settings')).statusCode).toBe(429);
    expect((await neighbour.get('/settings')).statusCode).toBe(200);
  });

  test('health checks are never refused, and query the database at most once a second', async () => {
    let questions = 0;
    const counted = desk.pages.$extends({
      query: {
        $allOperations: ({ args, query }) => {
          questions += 1;
          return query(args);
        },
      },
    }) as unknown as Database;
    const { app } = await testDesk(undefined, {
      ...NO_ADDRESSES,
      database: { db: desk.db, pages: counted },
      requestsPerMinute: 2,
    });
    const answers = await Promise.all([...Array(20)].map(() => app.inject('/ready')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
    expect(questions).toBe(1);
  });
});

test('for any error, the log contains codes and ids, and nothing that was sent', async () => {
  const words = { payload: `{"${SECRET}"`, headers: { 'content-type': 'application/json', cookie: SECRET } };
  const asked: InjectOptions[] = [
    ...['/test-bug', '/test-twice', '/nothing', '/referrals', '/api/v1/referrals', '/%E0%A4%A'].map((path) => ({
      url: `${path}/${SECRET}?q=${SECRET}`,
    })),
    { url: `/sign-in/callback?code=${SECRET}&state=${SECRET}` },
    { url: '/api/v1/referrals', headers: { authorization: `Bearer ${SECRET}`, 'user-agent': SECRET } },
    { method: 'POST', url: `/settings?${SECRET}`, ...words },
    { method: 'POST', url: '/api/v1/referrals', ...words },
  ];
  for (const each of asked) await noor.inject(each);
  const lines = desk.log.map((line) => JSON.parse(line));
  expect(lines.map(({ error, code, msg }) => [error, code, msg])).toEqual([
    ['TypeError', undefined, 'bug'],
    ['FastifyError', 'FST_ERR_REP_ALREADY_SENT', 'error'],
    [undefined, 'NOT_SIGNED_IN', 'sign-in refused'],
  ]);
  const known = ['level', 'time', 'reqId', 'requestId', 'error', 'code', 'at', 'msg'];
  for (const line of lines) expect(known).toEqual(expect.arrayContaining(Object.keys(line)));
  expect(desk.log.join('')).not.toContain(SECRET);
});

test('no page is cached for the next person', async () => {
  for (const url of ['/settings', '/api/v1/referrals']) {
    expect((await noor.get(url)).headers['cache-control'], url).toContain('no-store');
  }
});
