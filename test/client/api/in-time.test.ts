/** Nobody waits for ever. */

import fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerInTime } from '../../../client/api/in-time.ts';
import { answerFaults } from '../../../client/web/faults.tsx';
import { atEnd } from '../../support/at-end.ts';

test('an answer that takes too long is refused with 503, and one that comes is given', async () => {
  const app = fastify();
  atEnd(() => app.close());
  answerFaults(app);
  answerInTime(app, 20);
  app.get('/api/never', () => new Promise(() => {}));
  app.get('/api/fails-later', () => new Promise((_, refuse) => setTimeout(() => refuse(new Error('too late')), 40)));
  app.get('/api/soon', async () => ({ done: true }));
  app.get('/api/at-once', (_, reply) => reply.send({ done: true }));
  for (const url of ['/api/never', '/api/fails-later']) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'ENGINE_UNAVAILABLE']);
    expect(answer.headers['retry-after']).toBe('5');
  }
  for (const url of ['/api/soon', '/api/at-once']) expect((await app.inject(url)).json()).toEqual({ done: true });
});
