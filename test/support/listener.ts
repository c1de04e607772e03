/** Keeps a port open from the choice of its number until a server uses it. */

import { createServer } from 'node:net';
import type { FastifyInstance, FastifyListenOptions } from 'fastify';
import { listenOn } from '../../dev/ports.ts';

export interface Listener {
  port: number;
  /** The server takes over the open port, and closes it when the server closes. */
  handTo(app: FastifyInstance): Promise<void>;
}

export async function openListener(): Promise<Listener> {
  const server = createServer();
  const port = await listenOn(server, 0, 'The server of pages');
  return {
    port,
    // Fastify passes its options to `server.listen`, which also accepts an open server.
    handTo: async (app) => void (await app.listen(server as FastifyListenOptions)),
  };
}
