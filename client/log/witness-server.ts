/** The HTTP interface of a witness: `POST /add-checkpoint`, and `GET /checkpoint?origin=` for monitors. */

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Witness, WitnessAnswer } from './witness.ts';

/** A running witness. */
export interface WitnessServer {
  url: string;
  close(): Promise<void>;
}

/** A checkpoint, its signatures and 63 hashes are a few kilobytes. */
const MAX_BYTES = 65_536;

/** Starts the server. @param port 0 for any free port */
export async function serveWitness(witness: Witness, host: string, port: number): Promise<WitnessServer> {
  const server = createServer((request, response) => {
    answerTo(witness, request)
      .catch(() => text(500, 'The witness could not answer.'))
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      });
  });
  server.requestTimeout = 10_000;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Answer = Pick<WitnessAnswer, 'body'> & { status: number; type: string };

async function answerTo(witness: Witness, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://witness');
  if (request.method === 'POST' && pathname === '/add-checkpoint') {
    const body = await bodyOf(request);
    return body === undefined ? text(413, 'The request is too large.') : witness.addCheckpoint(body);
  }
  if (request.method === 'GET' && pathname === '/checkpoint') {
    const note = witness.lastCheckpoint(searchParams.get('origin') ?? '');
    return note === undefined ? text(404, 'No checkpoint of this log was countersigned.') : text(200, note);
  }
  return text(404, 'Send checkpoints to /add-checkpoint.');
}

function text(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: body.endsWith('\n') ? body : `${body}\n` };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
