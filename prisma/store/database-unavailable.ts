/** Whether the database was not there, or could take nothing just now: the same may work later. */

import { Prisma } from '../generated/client.ts';

export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return LOST.test(error.message);
  return AWAY.includes(error.code) || isOfDriver(error.meta?.['driverAdapterError']);
}

/** Prisma's: cannot be reached, timed out, closed the connection, has none free, would not begin a transaction. */
const AWAY = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];

/** The driver's own, in a transaction: it has no codes. */
const LOST =
  /^(Connection terminated|terminating connection|Client has encountered a connection error|Client was closed)/;

/** What Prisma makes of a driver's error where the query was SQL of ours. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];

/** SQLSTATE: connection exception, insufficient resources (a full disk, say), operator intervention, system error. */
const CLASSES = /^(08|53|57|58)/;

function isOfDriver(error: unknown): boolean {
  const { kind, originalCode } = Object(Object(error).cause);
  return KINDS.includes(kind) || CLASSES.test(String(originalCode));
}
