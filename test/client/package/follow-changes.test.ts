/** The stream of changes in the client package: partial data, reconnection, and the refusal that ends it. */

import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createLiaiseClient, followChanges, LiaiseProblem } from '../../../client/package/liaise-client.ts';
import { listenOn } from '../../../dev/ports.ts';
import { atEnd } from '../../support/at-end.ts';

const change = (seq: number) => ({
  referralId: 'a',
  reference: 'XR-2026-000001',
  seq,
  at: `2026-12-0${seq}T00:00:00.000Z`,
});
const eventOf = (seq: number) => `id: ${change(seq).at}\nevent: changed\ndata: ${JSON.stringify(change(seq))}\n\n`;

test('changes arrive in pieces, a new connection continues after the last one, and a refusal is thrown', async () => {
  const requests: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    requests.push(request.headers);
    if (requests.length === 4) {
      response.writeHead(403, { 'content-type': 'application/problem+json' });
      return response.end(JSON.stringify({ status: 403, code: 'SCOPE_REQUIRED', detail: 'The token lacks a scope.' }));
    }
    if (requests.length === 2) return response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{}');
    const text = `retry: 5000\n\n:\n\n${eventOf(requests.length)}`;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text.slice(0, -30));
    return response.end(text.slice(-30));
  });
  const baseUrl = `http://127.0.0.1:${await listenOn(server, 0, 'The server')}`;
  atEnd(async () => void server.close());
  const client = createLiaiseClient({ baseUrl, token: () => 'secret' });
  const changes = followChanges(client, { since: '2026-11-30T00:00:00.000Z', reconnectMs: 1 });
  expect([(await changes.next()).value, (await changes.next()).value]).toEqual([change(1), change(3)]);
  const refusal = await changes.next().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(LiaiseProblem);
  expect(refusal).toMatchObject({ status: 403, code: 'SCOPE_REQUIRED', message: 'The token lacks a scope.' });
  expect(requests.map((headers) => headers['last-event-id'])).toEqual([
    ...['2026-11-30T00:00:00.000Z', change(1).at, change(1).at, change(3).at],
  ]);
  expect(requests[0]).toMatchObject({ authorization: 'Bearer secret', accept: 'text/event-stream' });
});

test('the package is of the version of Liaise, with the client library that the tests use', async () => {
  const [own, whole] = [await manifest('client/package/package.json'), await manifest('package.json')];
  expect(own.version).toBe(whole.version);
  expect(own.dependencies?.['openapi-fetch']).toBe(whole.devDependencies?.['openapi-fetch']);
});

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

async function manifest(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(path, 'utf8'));
}
