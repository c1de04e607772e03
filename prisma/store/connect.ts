/** The connection to PostgreSQL that every part of the store uses. */

import { PrismaPg } from '@prisma/adapter-pg';
import { Client, type ClientConfig } from 'pg';
import { type Prisma, PrismaClient } from '../generated/client.ts';
import { AgencyPrismaPg } from './agency-adapter.ts';

/** The Prisma client. */
export type Database = PrismaClient;
/** The same calls inside and outside a transaction. */
export type Queries = Prisma.TransactionClient;

/** The URL, the number of connections and the statement timeout. */
export interface DatabaseConnectOptions {
  databaseUrl: string;
  /** Maximum number of connections. Default: 10. */
  connections?: number;
  /** For the role of the pages: queries run for the agency of the current scope (`agency-scope.ts`). */
  byAgency?: boolean;
  /**
   * Time limit of a statement, for entry points, whose callers do not wait longer. The database cancels the statement; if
   * the database does not answer either, the connection is given up a second later.
   */
  statementTimeoutMs?: number;
}

/**
 * For transactions that read and write the whole journal of a referral. Prisma's own limits, two seconds for a connection
 * and five for the transaction, are for acts.
 */
export const LONG_TRANSACTION = { maxWait: 60_000, timeout: 600_000 };

/** Opens lazily: the first query connects. Close with `$disconnect()`. */
export function connectDatabase({
  databaseUrl,
  connections = 10,
  byAgency = false,
  statementTimeoutMs: limit,
}: DatabaseConnectOptions): Database {
  const pool = {
    ...{ connectionString: databaseUrl, max: connections, connectionTimeoutMillis: 5_000, Client: ErrorTolerantClient },
    ...(limit && { statement_timeout: limit, query_timeout: limit + 1_000 }),
  };
  const options = { statementNameGenerator: statementNames() };
  const adapter = byAgency ? new AgencyPrismaPg({ ...pool, pipeline: true }, options) : new PrismaPg(pool, options);
  return new PrismaClient({ adapter });
}

/**
 * A server that stops reports it on idle connections too. Without a listener the error would end the process; the next
 * query on the connection fails instead.
 */
class ErrorTolerantClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** Maximum number of named statements: each takes memory of the server for each connection. */
const MOST_STATEMENTS = 200;

/** The server parses and plans a named statement once for each connection, not at each use. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // A statement without a name is planned at each use.
    if (names.size === MOST_STATEMENTS) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
