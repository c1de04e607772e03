/** Answers 503 tell the client when to try again: at the API and on pages. */

import { beforeAll, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';

let desk: TestDesk;
let reference: string;

/** Temporal cannot be reached from this server. */
beforeAll(async () => {
  desk = await testDesk();
  desk.app.get('/test-hang', () => {
    throw new Error('timeout exceeded when trying to connect');
  });
  desk.app.get('/api/test-hang', () => {
    throw new Error('timeout exceeded when trying to connect');
  });
  reference = (await (await RecordedReferral.submit(desk, 'quinn.quartz')).read()).reference;
});

test('a form whose act gets no answer is shown again with Retry-After', async () => {
  const noor = await desk.browser('noor.rowan');
  const { statusCode, headers } = await noor.post(`/referrals/${reference}/acts/take`);
  expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
});

test.each(['/test-hang', '/api/test-hang'])('a database that hangs is answered with Retry-After at %s', async (url) => {
  const { statusCode, headers, body } = await (await desk.browser('noor.rowan')).get(url);
  expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  expect(body).toContain('ENGINE_UNAVAILABLE');
});
