/** Whether this process lives, and whether it can serve: for whoever restarts it, and whoever sends requests to it. */

import type { FastifyInstance } from 'fastify';
import type { Database } from '../../prisma/store/connect.ts';

/** So long an answer of the database is good for everybody: it is asked no oftener, whoever asks us. */
const GOOD_FOR_MS = 1_000;

export function addHealth(app: FastifyInstance, db: Database): void {
  let asked = { at: 0, isThere: Promise.resolve(false) };
  app.get('/health', () => ({ status: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const now = Date.now();
    if (now - asked.at > GOOD_FOR_MS) asked = { at: now, isThere: isThere(db) };
    if (await asked.isThere) return { status: 'ready' };
    return reply.code(503).send({ status: 'no database' });
  });
}

async function isThere(db: Database): Promise<boolean> {
  try {
    await db.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
