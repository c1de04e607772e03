/** The connection to PostgreSQL, and what every part of the store says its queries through. */

import { PrismaPg } from '@prisma/adapter-pg';
import { Client, type ClientConfig } from 'pg';
import { type Prisma, PrismaClient } from '../generated/client.ts';

export type Database = PrismaClient;
/** Inside or outside a transaction: the same calls. */
export type Queries = Prisma.TransactionClient;

export interface ConnectOptions {
  databaseUrl: string;
  /** Connections held at the most. */
  connections?: number;
  /** A statement that takes longer is given up by the database: for doors, whose askers are gone by then. */
  patienceMs?: number;
}

/** Opens lazily: the first query connects. Close with `$disconnect()`. */
export function connectDatabase({ databaseUrl, connections = 10, patienceMs }: ConnectOptions): Database {
  const pool = {
    ...{ connectionString: databaseUrl, max: connections, connectionTimeoutMillis: 5_000, Client: ErrorTolerantClient },
    ...(patienceMs && { statement_timeout: patienceMs }),
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  return new PrismaClient({ adapter });
}

/**
 * A server that stops may say so to a connection that nobody holds yet: unheard, that would end the process. Whoever
 * takes the connection next is told.
 */
class ErrorTolerantClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** Statements that are told apart at the most; each costs the server a little memory in each connection. */
const MOST_STATEMENTS = 200;

/** A statement that has a name is parsed and planned once a connection, not at each use. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // Without a name it is planned as it comes.
    if (names.size === MOST_STATEMENTS) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
