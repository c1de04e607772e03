/** The server stops as soon as the requests in progress are answered. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeConnections } from '../../../client/http/close-connections.ts';

/** Far less than the minute for which Node.js waits, and enough on a busy machine. */
const STOPS_WITHIN_MS = 20_000;

/** A server whose address `/slow` answers only once the server has begun to close. */
async function serving() {
  const app = fastify();
  closeConnections(app);
  const begun = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<void>();
  app.addHook('preClose', async () => closing.resolve());
  app.get('/slow', async () => {
    begun.resolve();
    await closing.promise;
    return { done: true };
  });
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }), begun: begun.promise };
}

/** A connection as browsers open it in advance, without a request. */
async function unusedConnection(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

function stopped(app: Awaited<ReturnType<typeof serving>>['app']): Promise<string> {
  const late = setTimeout(STOPS_WITHIN_MS, 'late', { ref: false });
  return Promise.race([app.close().then(() => 'stopped'), late]);
}

test('a connection that has sent nothing does not delay the end of the server', async () => {
  const { app, url } = await serving();
  const socket = await unusedConnection(url);
  const end = once(socket, 'close');
  socket.resume();
  expect(await stopped(app)).toBe('stopped');
  await end;
});

test('a request in progress is answered first', async () => {
  const { app, url, begun } = await serving();
  await unusedConnection(url);
  const answer = fetch(`${url}/slow`);
  await begun;
  const end = stopped(app);
  expect(await (await answer).json()).toEqual({ done: true });
  expect(await end).toBe('stopped');
});
