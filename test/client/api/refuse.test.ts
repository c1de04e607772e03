/** Requests that the API refuses: each gets a problem with a stable code. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { type Caller, callerOf, codeOf } from './api-client.ts';

let desk: TestDesk;
let noor: Caller;
let quinn: Caller;
let reference: string;

beforeAll(async () => {
  desk = await testDesk();
  reference = (await (await RecordedReferral.submit(desk, 'quinn.quartz')).read()).reference;
  noor = await callerOf(desk, 'noor.rowan');
  quinn = await callerOf(desk, 'quinn.quartz');
});

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a body', () => {
  test.each([
    ['that is not JSON', '{"a":', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['with a prototype', '{"__proto__":{"a":1}}', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['of a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['that is a file', '<report/>', { 'content-type': 'application/xml' }, 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['with the same name twice', '{"text":"a","text":"b"}', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['with the same name twice, once escaped', '{"a":[{}],"\\u0061" : 1}', JSON_TYPE, 400, 'BODY_NOT_READABLE'],
    ['that is null', 'null', JSON_TYPE, 422, 'INVALID_INPUT'],
    ['that is too large', `{"text":"${'x'.repeat(300_000)}"}`, JSON_TYPE, 413, 'BODY_TOO_LARGE'],
  ])('%s is refused', async (_, body, headers, status, code) => {
    const answer = await noor.post(`/referrals/${reference}/acts/withdraw`, body, headers);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    expect(answer.body).not.toContain('xxx');
  });

  test('with several faults is refused, and every fault is named', async () => {
    const body = { urgency: 'at once', countries: ['FI', 'fi'], capability: 'investigation', Copperfield: 1, '  ': 2 };
    const answer = await noor.post(`/referrals/${reference}/acts/complete-triage`, body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      ...{ type: 'urn:liaise:problem:invalid-input', status: 422, code: 'INVALID_INPUT', field: 'urgency' },
      faults: [
        { field: 'urgency', message: 'must be one of emergency, urgent, standard, informational' },
        { field: 'countries.1', message: expect.stringContaining('two capital letters') },
        { field: '', message: 'has 2 unknown fields; remove them' },
      ],
    });
    expect(answer.body).not.toContain('at once');
    expect(answer.body).not.toContain('Copperfield');
  });

  test.each([
    ['take', '{"a":{"x":1,"b":"x"},"c":[{"x":1},{"x":2}],"d":"\\"a\\":"}', 'has 3 unknown fields; remove them'],
    ['withdraw', '{"text":"x: \\"text\\": \\\\", "more":1}', 'has 1 unknown field; remove it'],
  ])('may use a name again in another object or in a text (%s)', async (act, body, message) => {
    const answer = await noor.post(`/referrals/${reference}/acts/${act}`, body, JSON_TYPE);
    expect([answer.statusCode, answer.json().faults]).toEqual([422, [{ field: '', message }]]);
  });

  test('without required fields is refused, and each missing field is named', async () => {
    const { faults } = (await noor.post(`/referrals/${reference}/acts/complete-triage`, {})).json();
    expect(faults).toEqual([
      { field: 'urgency', message: expect.stringMatching(/^is missing; it must be one of emergency, /) },
      { field: 'capability', message: expect.stringMatching(/^is missing; it must be one of investigation, /) },
    ]);
  });

  test('may not contain a character that the database cannot store', async () => {
    const answer = await noor.post(`/referrals/${reference}/acts/assign`, { personId: 'noor\0rowan' });
    expect([answer.statusCode, answer.json().field]).toEqual([422, 'personId']);
  });

  test('may be missing if the act has no fields', async () => {
    expect(codeOf(await noor.post(`/referrals/${reference}/acts/take`))).toBe('ENGINE_UNAVAILABLE');
  });
});

describe('JSON that is not UTF-8', () => {
  const summary = 'Café';
  const json = JSON.stringify({ kind: 'case-referral', crimeAreas: ['other'], summary });
  const latin1 = Buffer.from(json, 'latin1');

  test.each([
    ['names another charset', latin1, 'application/json; charset=ISO-8859-1', 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['names another charset in quotes', latin1, 'application/json;charset="iso-8859-1"', 415, 'MEDIA_TYPE_NOT_TAKEN'],
    ['names no charset', latin1, 'application/json', 400, 'BODY_NOT_READABLE'],
    ['names UTF-8', latin1, 'application/json; charset=utf-8', 400, 'BODY_NOT_READABLE'],
    ['is UTF-16', Buffer.from(json, 'utf16le'), 'application/json; charset=utf-16', 415, 'MEDIA_TYPE_NOT_TAKEN'],
  ])('is refused if it %s, and nothing is stored', async (_, body, type, status, code) => {
    const before = await desk.db.particulars.count();
    const answer = await quinn.post('/referrals', body, { 'content-type': type });
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    expect(answer.json().detail).toMatch(/UTF-8 .*again\.$/);
    expect(await desk.db.particulars.count()).toBe(before);
  });

  test.each(['application/json', 'application/json; charset=UTF-8', 'application/json; charset="utf-8"'])(
    'is not claimed of UTF-8 sent as %s',
    async (type) => {
      const answer = await quinn.post('/referrals', Buffer.from(json), { 'content-type': type });
      expect(codeOf(answer)).toBe('ENGINE_UNAVAILABLE');
    },
  );
});

describe('a problem', () => {
  test('has a title for its type and a detail for its occurrence', async () => {
    const problems = [{ personId: 1 }, { more: 1, personId: 'x' }].map(async (body) =>
      (await noor.post(`/referrals/${reference}/acts/assign`, body)).json(),
    );
    const [one, other] = await Promise.all(problems);
    expect([one.detail, other.detail]).toEqual(['personId: must be a text', 'input: has 1 unknown field; remove it']);
    expect(one.title).not.toBe('');
    expect(other).toMatchObject({ type: one.type, title: one.title });
  });

  test('about a report file names every fault with its line and column', async () => {
    const report = readFileSync(join(import.meta.dirname, '../../domain/exchange/files/chat.xml'), 'utf8');
    const damaged = report
      .replace(/<incidentType>[^<]*/, '<incidentType>Unknown')
      .replace('</report>', '<b/></report>');
    const answer = await quinn.post('/referrals?strict=true', damaged, { 'content-type': 'application/xml' });
    expect(answer.json()).toMatchObject({
      code: 'INVALID_REPORT',
      faults: [
        { field: 'report/incidentSummary/incidentType', line: expect.any(Number), column: expect.any(Number) },
        { field: 'report', message: expect.stringMatching(/^this element is not known here; expected/) },
      ],
    });
  });

  test('with status 503 says when to try again', async () => {
    const answer = await noor.post(`/referrals/${reference}/acts/take`);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('an address', () => {
  test.each([
    ['/referrals?colour=red', undefined],
    ['/referrals?status=lost', 'status'],
    ['/referrals?limit=1e9', 'limit'],
    ['/referrals?status=held&status=closed', 'status'],
    ['/referrals?__proto__=1', undefined],
    ['/matches', 'origin'],
    ['/matches?hash=crc:1', 'hash'],
    ['/directory?country=Finland', 'country'],
  ])('%s is refused, and %s is named', async (path, field) => {
    const answer = await noor.get(path);
    expect([answer.statusCode, answer.json().field]).toEqual([422, field]);
  });

  test.each(['/referrals/%00', `/referrals/${'a'.repeat(150)}`, '/referrals/..%2fme'])(
    '%s names no referral',
    async (path) => {
      const answer = await noor.get(path);
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'UNKNOWN_REFERRAL']);
    },
  );

  test.each([
    ['/nothing', 404, 'NO_SUCH_ADDRESS'],
    ['/%ff', 400, 'ADDRESS_NOT_READABLE'],
    [`/referrals/${'a'.repeat(250)}`, 414, 'ADDRESS_NOT_READABLE'],
  ])('%s is not found', async (path, status, code) => {
    const answer = await noor.get(path);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  test.each(['text/html', 'application/xml, text/*;q=0.5', 'application/json;q=0', 'application/json;q=0, */*'])(
    'is refused if the answer must be %s',
    async (accept) => {
      const answer = await noor.get('/me', { accept });
      expect([answer.statusCode, codeOf(answer)]).toEqual([406, 'NOT_ACCEPTABLE']);
    },
  );

  test.each(['application/json', 'text/html, application/*;q=0.1', '*/*', ''])(
    'is answered if the Accept header is "%s"',
    async (accept) => {
      expect((await noor.get('/me', { accept })).statusCode).toBe(200);
    },
  );
});

describe('the caller', () => {
  test('is authenticated before the request is read', async () => {
    const url = '/api/v1/referrals';
    for (const request of [{ url }, { url: `${url}?x=y` }, { url, method: 'POST' as const, payload: { x: 'y' } }]) {
      const answer = await desk.app.inject(request);
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'NOT_SIGNED_IN']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  test('needs the form token to write with a session', async () => {
    const url = `/api/v1/referrals/${reference}/acts/take`;
    const answer = await (await desk.browser('noor.rowan')).inject({ method: 'POST', url });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'FORM_NOT_OURS']);
  });

  test('gets the remaining number of requests, and 429 beyond the limit', async () => {
    const small = await testDesk(undefined, {
      publicUrl: 'http://localhost',
      issuer: 'http://127.0.0.1:1',
      requestsPerMinute: 4,
    });
    const browser = await small.browser('noor.rowan');
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await browser.get('/api/v1/me'));
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '4', 'ratelimit-remaining': '3' });
    const last = answers.at(-1);
    expect([last?.statusCode, last && codeOf(last)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});

test('no answer of the API is cached, or interpreted as another media type', async () => {
  for (const path of ['/me', '/referrals', '/nothing']) {
    const { headers } = await noor.get(path);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  }
});
