/** Wakes the letter dispatcher when letters were decided, by LISTEN and NOTIFY of PostgreSQL. */

import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from './connect.ts';

const CHANNEL = 'liaise_letters';

/** Notifications that follow each other at once are sent as one. */
export type NotifyDispatchers = () => void;

/**
 * Returns a function that notifies the dispatchers. Call it after the commit, and do not wait for it: in the transaction,
 * NOTIFY would make all commits wait for each other. A lost notification only delays letters until the next poll.
 */
export function dispatcherNotifier(db: Database): NotifyDispatchers {
  let isNotifying = false;
  let isAskedAgain = false;
  const notify = async () => {
    isNotifying = true;
    do {
      isAskedAgain = false;
      await db.$executeRawUnsafe(`NOTIFY ${CHANNEL}`).catch(() => {});
    } while (isAskedAgain);
    isNotifying = false;
  };
  return () => {
    if (isNotifying) isAskedAgain = true;
    else void notify();
  };
}

const RECONNECT_MS = 1_000;

/** Calls `onNotification` for each notification, and after each new connection, until `signal` aborts. */
export async function listenForLetters(
  databaseUrl: string,
  signal: AbortSignal,
  onNotification: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true });
    const lost = Promise.withResolvers<void>();
    client.on('error', () => lost.resolve());
    client.on('end', () => lost.resolve());
    client.on('notification', onNotification);
    const stop = () => lost.resolve();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // What was decided while no connection listened.
      onNotification();
      await lost.promise;
    } catch {
      await setTimeout(RECONNECT_MS, undefined, { signal }).catch(() => {});
    } finally {
      signal.removeEventListener('abort', stop);
      await client.end().catch(() => {});
    }
  }
}
