/** `/health` for the process manager, `/ready` for the load balancer. */

import type { FastifyInstance } from 'fastify';
import type { Database } from '../../prisma/store/connect.ts';

/** The database is checked at most once in this time, however many requests arrive. */
const CACHE_MS = 1_000;

/** Registers `/health` and `/ready`. */
export function addHealth(app: FastifyInstance, db: Database): void {
  let last = { at: 0, isReady: Promise.resolve(false) };
  app.get('/health', () => ({ status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const now = Date.now();
    if (now - last.at > CACHE_MS) last = { at: now, isReady: databaseAnswers(db) };
    if (await last.isReady) return { status: 'ready' };
    return reply.code(503).send({ status: 'no database' });
  });
}

async function databaseAnswers(db: Database): Promise<boolean> {
  try {
    await db.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
