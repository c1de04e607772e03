/** Nobody waits for ever. */

import { setTimeout } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { limitAnswerTime, withTimeout } from '../../../client/http/with-timeout.ts';
import { answerErrors } from '../../../client/web/error-pages.tsx';
import { atEnd } from '../../support/at-end.ts';

test('an answer that takes too long is refused with 503, and one that comes is given', async () => {
  const app = fastify();
  atEnd(() => app.close());
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

test('what was waited for before the page is not there for the page any more', async () => {
  const app = fastify();
  atEnd(() => app.close());
  answerErrors(app);
  limitAnswerTime(app, 60);
  app.addHook('onRequest', (request) => withTimeout(request, setTimeout(40)));
  app.get('/api/soon', () => setTimeout(40, { done: true }));
  expect((await app.inject('/api/soon')).statusCode).toBe(503);
});
