/** Every request is answered within the time limit. */

import { setTimeout } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { limitAnswerTime, withinAnswerTime } from '../../../client/http/answer-timeout.ts';
import { addRetryAfter } from '../../../client/http/retry-after.ts';
import { answerErrors } from '../../../client/web/error-pages.tsx';
import { atEnd } from '../../support/at-end.ts';

test('a slow answer becomes 503 with Retry-After, a quick one is sent', async () => {
  const app = fastify();
  atEnd(() => app.close());
  addRetryAfter(app);
  answerErrors(app);
  limitAnswerTime(app, 20);
  app.get('/api/never', () => new Promise(() => {}));
  app.get('/api/fails-later', () => setTimeout(40).then(() => Promise.reject(new Error('too late'))));
  app.get('/api/soon', async () => ({ done: true }));
  app.get('/api/at-once', (_, reply) => reply.send({ done: true }));
  for (const url of ['/api/never', '/api/fails-later']) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'ENGINE_UNAVAILABLE']);
    expect(answer.headers['retry-after']).toBe('5');
  }
  for (const url of ['/api/soon', '/api/at-once']) expect((await app.inject(url)).json()).toEqual({ done: true });
});

test('the time that hooks take is deducted from the time of the handler', async () => {
  const app = fastify();
  atEnd(() => app.close());
  addRetryAfter(app);
  answerErrors(app);
  limitAnswerTime(app, 60);
  app.addHook('onRequest', (request) => withinAnswerTime(request, setTimeout(40)));
  app.get('/api/soon', () => setTimeout(40, { done: true }));
  expect((await app.inject('/api/soon')).statusCode).toBe(503);
});
