/** An overloaded process refuses requests, and its liveness check still passes. */

import fastify from 'fastify';
import { expect, test, vi } from 'vitest';
import { refuseUnderPressure } from '../../../client/http/pressure.ts';
import { addRetryAfter } from '../../../client/http/retry-after.ts';
import { answerErrors } from '../../../client/web/error-pages.tsx';
import { atEnd } from '../../support/at-end.ts';

test('an overloaded server answers 503, and still answers health checks', async () => {
  const app = fastify();
  atEnd(() => app.close());
  addRetryAfter(app);
  answerErrors(app);
  await refuseUnderPressure(app, { maxHeapUsedBytes: 1, sampleInterval: 1 });
  app.get('/api/anything', () => ({ done: true }));
  app.get('/health', () => ({ status: 'alive' }));
  const refused = await vi.waitFor(async () => {
    const answer = await app.inject('/api/anything');
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'ENGINE_UNAVAILABLE']);
    return answer;
  }, 30_000);
  expect(refused.headers['retry-after']).toBe('5');
  expect((await app.inject('/health')).statusCode).toBe(200);
});
