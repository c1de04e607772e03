/** `POST /api/v1/guard`: reports what the guard would do, stores nothing, and repeats no content. */

import { beforeAll, describe, expect, test } from 'vitest';
import { jpegOf } from '../../domain/guard/files.ts';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { type Caller, callerOf } from './api-client.ts';

const CANARY = 'Marsilio';
const PICTURE = jpegOf().toString('base64');
const JSON_TYPE = { 'content-type': 'application/json' };
const XML_TYPE = { 'content-type': 'application/xml' };
const TEXT_TYPE = { 'content-type': 'text/plain' };

let desk: TestDesk;
let quinn: Caller;

beforeAll(async () => {
  desk = await testDesk();
  quinn = await callerOf(desk, 'quinn.quartz');
});

/** The number of rows of every table that a body could reach. */
async function stored() {
  const { db } = desk;
  return Promise.all([db.particulars.count(), db.auditLeaf.count(), db.draft.count(), db.actKey.count()]);
}

describe('a body is examined as', () => {
  test.each([
    ['a referral', JSON.stringify({ summary: CANARY }), JSON_TYPE, { form: 'referral', verdict: 'accepted' }],
    ['a report', '<fileDetails><reportId>1</reportId><fileId>1</fileId></fileDetails>', XML_TYPE, { form: 'report' }],
    ['a text', `${CANARY} wrote this.`, TEXT_TYPE, { form: 'text', verdict: 'accepted' }],
    ['a text, if JSON is not well-formed', `{"${CANARY}"`, JSON_TYPE, { form: 'text' }],
    ['nothing that is text', jpegOf().toString('latin1'), TEXT_TYPE, { form: 'binary', verdict: 'refused' }],
  ])('%s', async (_, body, headers, expected) => {
    const payload = expected.form === 'binary' ? jpegOf() : body;
    const answer = await quinn.post('/guard', payload, headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject(expected);
    expect(answer.body).not.toContain(CANARY);
  });
});

test('refused content is in no answer and no log, and nothing is stored', async () => {
  const before = await stored();
  const body = JSON.stringify({ summary: CANARY, [`${CANARY}'s`]: PICTURE, note: `${PICTURE} ${CANARY}` });
  const { body: answer } = await quinn.post('/guard', body, JSON_TYPE);
  const { verdict, findings } = JSON.parse(answer);
  expect(verdict).toBe('refused');
  for (const path of ['note', '*']) {
    expect(findings).toContainEqual(expect.objectContaining({ path, outcome: 'refused', reason: 'looks-like-file' }));
  }
  for (const text of [answer, ...desk.log]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(PICTURE.slice(40, 60));
  }
  expect(await stored()).toEqual(before);
});

test('requests without authentication are refused, and so is a body larger than a report, by its length', async () => {
  const stranger = await desk.app.inject({ method: 'POST', url: '/api/v1/guard', payload: 'a', headers: TEXT_TYPE });
  expect(stranger.statusCode).toBe(401);
  expect((await quinn.post('/guard', 'a '.repeat(1_100_000), TEXT_TYPE)).statusCode).toBe(413);
  expect((await quinn.post('/guard', 'a', { 'content-type': 'image/png' })).statusCode).toBe(415);
});
