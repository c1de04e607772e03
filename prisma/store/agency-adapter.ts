/** A driver adapter that sets the agency of each query in the database, in one round trip with the query. */

import type { Writable } from 'node:stream';
import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolClient } from 'pg';
import { currentAgency } from './agency-scope.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;
type Query = Parameters<Adapter['queryRaw']>[0];

/** The parts of adapter and transaction that are not in their types. `performIO` sends one query. */
interface Internals<Client> {
  client: Client;
  pgOptions: unknown;
  performIO(
    this: Pick<Internals<unknown>, 'client' | 'pgOptions' | 'onError'>,
    query: Pick<Query, 'sql'>,
  ): Promise<unknown>;
  onError(error: unknown): never;
}

/** The setting holds until the end of the transaction. */
const SET_AGENCY = { name: 'agency', text: `SELECT set_config('liaise.agency', $1, true)` };

/** Needs a pool with `pipeline: true`. */
export class AgencyPrismaPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    scopeQueries(adapter as unknown as Internals<{ connect(): Promise<PoolClient> }>);
    const { startTransaction } = adapter;
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await startTransaction.call(adapter, isolationLevel);
      scopeTransaction(transaction as Transaction & Internals<PoolClient>);
      return transaction;
    };
    return adapter;
  }
}

/** Each query outside of transactions becomes a transaction of its own. */
function scopeQueries(adapter: Internals<{ connect(): Promise<PoolClient> }>): void {
  const { performIO, pgOptions } = adapter;
  const onError = adapter.onError.bind(adapter);
  adapter.performIO = async (query) => {
    const agencyId = currentAgency();
    const client = await adapter.client.connect().catch(onError);
    try {
      // All are awaited, because a connection must not be released with answers under way.
      const [begun, agency, answer, committed] = await Promise.allSettled(
        inOneWrite(client, () => [
          client.query('BEGIN'),
          client.query({ ...SET_AGENCY, values: [agencyId] }),
          performIO.call({ client, pgOptions, onError }, query),
          // Rolls back if the query failed.
          client.query('COMMIT'),
        ]),
      );
      if (answer.status === 'rejected') throw answer.reason;
      for (const each of [begun, agency, committed]) if (each.status === 'rejected') onError(each.reason);
      return answer.value;
    } finally {
      client.release();
    }
  };
}

/** Sends the setting with the first query of the transaction, and with each query for which the agency has changed. */
function scopeTransaction(transaction: Internals<PoolClient>): void {
  const { client, performIO } = transaction;
  let last: string | undefined;
  transaction.performIO = async (query) => {
    const agencyId = currentAgency();
    const isEnd = /^(COMMIT|ROLLBACK)/.test(query.sql);
    if (isEnd || agencyId === last) {
      // A rollback to a savepoint may also revert the setting.
      if (isEnd) last = undefined;
      return performIO.call(transaction, query);
    }
    last = agencyId;
    const [agency, answer] = await Promise.allSettled(
      inOneWrite(client, () => [
        client.query({ ...SET_AGENCY, values: [agencyId] }),
        performIO.call(transaction, query),
      ]),
    );
    if (answer.status === 'rejected') throw answer.reason;
    if (agency.status === 'rejected') transaction.onError(agency.reason);
    return answer.value;
  };
}

/** Sends everything that `send` sends in one system call, which is most of the cost of a short query. */
function inOneWrite<T>(client: PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
