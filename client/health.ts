/** Whether this process lives, and whether it can serve: for whoever restarts it, and whoever sends requests to it. */

import type { FastifyInstance } from 'fastify';
import type { Database } from '../prisma/store/connect.ts';

export function addHealth(app: FastifyInstance, db: Database): void {
  app.get('/health', () => ({ status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    try {
      await db.$queryRaw`SELECT 1`;
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'no database' });
    }
  });
}
