/** Whether the database was not there, or did not answer in time: the same may work later. */

import { Prisma } from '../generated/client.ts';

/** Cannot be reached, timed out, closed the connection, has none free, would not begin a transaction. */
const AWAY = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];

export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && AWAY.includes(error.code);
}
