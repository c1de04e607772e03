/** Lets the server stop as soon as the requests in progress are answered. */

import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * When the server closes, ends all connections once no request is in progress. Node.js itself ends only those that have had a
 * request. Browsers also open connections in advance, and each of those would delay the end of the process by more than a minute.
 */
export function closeConnections(app: FastifyInstance): void {
  const connections = new Set<Socket>();
  let inProgress = 0;
  let isClosing = false;
  const endUnused = () => {
    if (isClosing && inProgress === 0) for (const connection of connections) connection.destroySoon();
  };
  app.server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
    endUnused();
  });
  app.server.on('request', (_request, response) => {
    inProgress += 1;
    response.once('close', () => {
      inProgress -= 1;
      endUnused();
    });
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    endUnused();
  });
}
