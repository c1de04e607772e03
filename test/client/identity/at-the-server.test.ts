/** The door where it stands, before the real pages and the real API. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, NOWHERE, type TestDesk, testDesk } from '../../support/desk.ts';

let desk: TestDesk;
let noor: Browser;

beforeAll(async () => {
  desk = await testDesk();
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
  test('is taken with its token and refused without', async () => {
    const token = await noor.token();
    expect((await noor.inject(multipart({ ...SETTINGS, _csrf: token }))).statusCode).toBe(303);
    expect((await noor.inject(multipart({ ...SETTINGS, _csrf: 'forged' }))).statusCode).toBe(403);
    expect((await noor.inject(multipart(SETTINGS))).statusCode).toBe(403);
  });
});

describe('a session that ended while somebody typed', () => {
  test('is said in their language, and what they typed is on no page until they are back', async () => {
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

describe('nobody', () => {
  test('is led from a page to the sign-in, and told by the API that there is one', async () => {
    const page = await desk.app.inject({ url: '/settings?saved' });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?to=%2Fsettings%3Fsaved']);
    const api = await desk.app.inject({ url: '/api/v1/referrals' });
    expect([api.statusCode, api.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(api.json()).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  test('writes nothing, and is not even listened to', async () => {
    const answer = await desk.app.inject(multipart({ ...SETTINGS, _csrf: 'x' }));
    expect(answer.statusCode).toBe(401);
  });
});

test('every answer forbids frames, scripts and styles but files of ours, and tells no other site where one was', async () => {
  for (const url of ['/settings', '/sign-in', '/nothing-here', '/public/nothing', '/api/v1/referrals', '/health']) {
    const { headers } = await noor.get(url);
    expect(headers, url).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy'], url).not.toMatch(/unsafe|https?:|data:|\*/);
  }
});

test('signing in is counted like everything else', async () => {
  const { app } = await testDesk(undefined, { ...NOWHERE, requestsPerMinute: 2 });
  const asked = ['/sign-in', '/sign-in/start', '/sign-in', '/sign-in/callback'];
  const answers = [];
  for (const url of asked) answers.push(await app.inject(url));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 503, 429, 429]);
  expect(answers.at(-1)?.headers['retry-after']).toBe('60');
});

test('what one person saw is in no cache for the next', async () => {
  for (const url of ['/settings', '/api/v1/referrals']) {
    expect((await noor.get(url)).headers['cache-control'], url).toContain('no-store');
  }
});
