/** The system of an agency that receives webhooks: a real https server, with a certificate of a certification authority. */

import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createAuthority } from '../../../client/platform/x509.ts';
import { atEnd } from '../../support/at-end.ts';

/** A message as it came. */
export interface Received {
  headers: Record<string, string>;
  body: string;
  path: string;
}

export interface Receiver {
  ca: string;
  port: number;
  url: string;
  received: Received[];
  /** Answers the next messages. Default: 204. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

export const HOST = 'hooks.agency.example';

/** Starts a receiver. It is stopped at the end of the test or file. */
export async function startReceiver(): Promise<Receiver> {
  const authority = createAuthority('Test authority', 1);
  const { certificate: cert, key } = authority.issue({ name: HOST, hosts: [HOST], usages: ['server'] });
  const server = createServer({ cert, key }, async (request, response) => {
    const body = await text(request);
    receiver.received.push({ headers: request.headers as Record<string, string>, body, path: request.url ?? '' });
    receiver.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    ...{ ca: authority.certificate, port, url: `https://${HOST}:${port}/liaise`, received: [] },
    answer: (_, response) => void response.writeHead(204).end(),
  };
  return receiver;
}
