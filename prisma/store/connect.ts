/** The connection to PostgreSQL, and what every part of the store says its queries through. */

import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/client.ts';

export type Database = PrismaClient;
/** Inside or outside a transaction: the same calls. */
export type Queries = Prisma.TransactionClient;

export interface ConnectOptions {
  databaseUrl: string;
  /** Connections held at the most. */
  connections?: number;
}

/** Opens lazily: the first query connects. Close with `$disconnect()`. */
export function connectDatabase({ databaseUrl, connections = 10 }: ConnectOptions): Database {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: connections, connectionTimeoutMillis: 5_000 });
  return new PrismaClient({ adapter });
}
