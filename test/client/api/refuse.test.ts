/** What the API refuses, and how: always a problem with a code, whatever is wrong. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { Kept } from '../../support/recorded-referral.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

let desk: TestDesk;
let noor: Caller;
let reference: string;

beforeAll(async () => {
  desk = await testDesk();
  reference = (await (await Kept.submit(desk, 'quinn.quartz')).read()).reference;
  noor = await callerOf(desk, 'noor.rowan');
});

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a body', () => {
  test.each([
    ['that is no JSON', '{"a":', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['with a prototype in it', '{"__proto__":{"a":1}}', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['of a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['that is a file', '<report/>', { 'content-type': 'application/xml' }, 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['that is too large', `{"text":"${'x'.repeat(300_000)}"}`, JSON_TYPE, 413, 'BODY_TOO_LARGE'],
  ])('%s is refused', async (_, body, headers, status, code) => {
    const answer = await noor.post(`/referrals/${reference}/acts/withdraw`, body, headers);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    expect(answer.body).not.toContain('xxx');
  });

  test('that is not as the schema says is refused with every fault', async () => {
    const body = { urgency: 'at once', countries: ['FI', 'fi'], capability: 'investigation', more: 1, '  ': 2 };
    const answer = await noor.post(`/referrals/${reference}/acts/complete-triage`, body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      ...{ type: 'urn:liaise:problem:invalid-input', status: 422, code: 'INVALID_INPUT', field: 'urgency' },
      faults: [
        { field: 'urgency', message: 'must be one of emergency, urgent, standard, informational' },
        { field: 'countries.1', message: expect.stringContaining('two capital letters') },
        { field: 'more', message: 'is not a known field' },
        { field: '  ', message: 'is not a known field' },
      ],
    });
    expect(answer.body).not.toContain('at once');
  });

  test('may not hold what the database cannot keep', async () => {
    const answer = await noor.post(`/referrals/${reference}/acts/assign`, { personId: 'noor\0rowan' });
    expect([answer.statusCode, answer.json().field]).toEqual([422, 'personId']);
  });

  test('may be missing where an act has no fields', async () => {
    expect(codeOf(await noor.post(`/referrals/${reference}/acts/take`))).toBe('ENGINE_UNAVAILABLE');
  });
});

describe('a question', () => {
  test.each([
    ['/referrals?colour=red', 'colour'],
    ['/referrals?status=lost', 'status'],
    ['/referrals?limit=1e9', 'limit'],
    ['/referrals?status=held&status=closed', 'status'],
    ['/referrals?__proto__=1', '__proto__'],
    ['/matches', 'origin'],
    ['/matches?hash=crc:1', 'hash'],
    ['/directory?country=Finland', 'country'],
  ])('%s is refused, and %s is named', async (path, field) => {
    const answer = await noor.get(path);
    expect([answer.statusCode, answer.json().field]).toEqual([422, field]);
  });

  test.each(['/referrals/%00', `/referrals/${'a'.repeat(150)}`, '/referrals/..%2fme'])(
    '%s finds none',
    async (path) => {
      const answer = await noor.get(path);
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'UNKNOWN_REFERRAL']);
    },
  );

  test.each([
    ['/nothing', 404, 'NO_SUCH_ADDRESS'],
    ['/%ff', 400, 'ADDRESS_NOT_READABLE'],
    [`/referrals/${'a'.repeat(250)}`, 414, 'ADDRESS_NOT_READABLE'],
  ])('for %s is no address', async (path, status, code) => {
    const answer = await noor.get(path);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  test.each(['text/html', 'application/xml, text/*;q=0.5', 'application/json;q=0'])(
    'whose answer must be %s is refused',
    async (accept) => {
      const answer = await noor.get('/me', { accept });
      expect([answer.statusCode, codeOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
    },
  );

  test.each(['application/json', 'text/html, application/*;q=0.1', '*/*', ''])(
    'may be answered as %s',
    async (accept) => {
      expect((await noor.get('/me', { accept })).statusCode).toBe(200);
    },
  );
});

describe('whoever asks', () => {
  test('must be known, before anything is read of what they ask', async () => {
    const url = '/api/v1/referrals';
    for (const request of [{ url }, { url: `${url}?x=y` }, { url, method: 'POST' as const, payload: { x: 'y' } }]) {
      const answer = await desk.app.inject(request);
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'NOT_SIGNED_IN']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  test('writes with a session only by the token of its forms', async () => {
    const url = `/api/v1/referrals/${reference}/acts/take`;
    const answer = await (await desk.browser('noor.rowan')).inject({ method: 'POST', url });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'FORM_NOT_OURS']);
  });

  test('hears how much may still be asked, and is refused what is too much', async () => {
    const small = await testDesk(undefined, {
      publicUrl: 'http://localhost',
      issuer: 'http://127.0.0.1:1',
      requestsPerMinute: 4,
    });
    const browser = await small.browser('noor.rowan');
    const told = [];
    for (let n = 0; n < 6; n++) told.push(await browser.get('/api/v1/me'));
    expect(told[0]?.headers).toMatchObject({ 'ratelimit-limit': '4', 'ratelimit-remaining': '3' });
    const last = told.at(-1);
    expect([last?.statusCode, last && codeOf(last)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});

test('no answer of the API is kept by a cache, or read as anything else', async () => {
  for (const path of ['/me', '/referrals', '/nothing']) {
    const { headers } = await noor.get(path);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  }
});
