/** Distinguishes a database that cannot answer at present from other errors. The same request may succeed later. */

import { ReferralError } from '../../domain/errors.ts';
import { Prisma } from '../generated/client.ts';

/** @throws ReferralError ENGINE_UNAVAILABLE if the database cannot answer at present; any other error as it is. */
export async function mapDatabaseOutage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ReferralError('ENGINE_UNAVAILABLE', 'The database does not answer; try again, nothing is done twice.');
  }
}

/** True if the database cannot answer at present, so that the same request may succeed later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return DRIVER_MESSAGES.test(error.message);
  const driverError: unknown = Object(error.meta)['driverAdapterError'];
  return CODES.includes(error.code) || isOfDriver(driverError);
}

/** Prisma: cannot be reached, timed out, closed the connection, no free connection, cannot start a transaction. */
const CODES = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];

/** The driver and its pool have no codes for these: a lost connection, no connection in time, and no answer in time. */
const DRIVER_MESSAGES =
  /^(Connection terminated|terminating connection|Client has encountered a connection error|Client was closed|timeout (expired|exceeded when trying to connect)|Query read timeout|connect E\w+|read E\w+|write E\w+)/;

/** Prisma's names for errors of the driver in SQL of our own. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];

/** SQLSTATE: connection exception, insufficient resources (a full disk), operator intervention, system error. */
const CLASSES = /^(08|53|57|58)/;

function isOfDriver(error: unknown): boolean {
  if (error instanceof Error && DRIVER_MESSAGES.test(error.message)) return true;
  const { kind, originalCode, message, originalMessage } = Object(Object(error).cause);
  if (KINDS.includes(kind) || CLASSES.test(String(originalCode))) return true;
  return [message, originalMessage].some((text) => typeof text === 'string' && DRIVER_MESSAGES.test(text));
}
