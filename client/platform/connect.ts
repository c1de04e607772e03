/** Connects to Temporal with encrypted payloads. */

import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { isPlacedOnly } from '../../prisma/store/sealing-state.ts';
import { type CodecOptions, payloadCodec } from './codec.ts';
import type { TemporalPlace } from './temporal-config.ts';
import { takeTraceAlong } from './tracing.ts';

/** What a connection to Temporal needs. */
export interface TemporalConnectOptions extends TemporalPlace {
  keyring: Keyring;
  /** Tells whether data of the previous version is still opened. Default: it is not. */
  db?: Database;
}

/** Data converter for client and worker, which must use the same one. */
export function dataConverter(options: CodecOptions): DataConverter {
  return {
    failureConverterPath: workflowModule('failure-converter'),
    payloadConverterPath: workflowModule('payload-converter'),
    payloadCodecs: [payloadCodec(options)],
  };
}

/** The `.ts` or `.js` file, whichever extension this file has. */
function workflowModule(name: string): string {
  return join(import.meta.dirname, `../../workflows/${name}${extname(import.meta.filename)}`);
}

const ACCEPTANCE_CACHE_MS = 5_000;

/** Whether data of the previous version is still opened. Once it is refused, it is refused for good. */
export function unplacedAcceptance(db: Database): () => Promise<boolean> {
  let isRefused = false;
  let validUntil = 0;
  return async () => {
    if (isRefused || performance.now() < validUntil) return !isRefused;
    isRefused = await isPlacedOnly(db);
    validUntil = performance.now() + ACCEPTANCE_CACHE_MS;
    return !isRefused;
  };
}

/**
 * By default gRPC retries more and more rarely, up to two minutes. Acts would then fail long after Temporal is back.
 */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 1_000 };

/** Connects on the first call. Close with `client.connection.close()`. */
export function connectTemporal({ namespace, keyring, db, ...place }: TemporalConnectOptions): Client {
  const connection = closableConnection(place);
  const interceptors = { workflow: [takeTraceAlong] };
  const codec = { keyring, ...(db && { acceptsUnplaced: unplacedAcceptance(db) }) };
  return new Client({ connection, namespace, dataConverter: dataConverter(codec), interceptors });
}

type ConnectedPlace = Omit<TemporalPlace, 'namespace'>;

/** The options of the SDK for clients and workers alike. */
export function connectionOptions({ address, tls, apiKey }: ConnectedPlace) {
  return { address, ...(tls && { tls }), ...(apiKey !== undefined && { apiKey }) };
}

/**
 * A call whose caller has given up may still be retried. A retry on a closed channel throws in a timer, which would end the
 * process. So closing schedules no further retry, and waits for those that are scheduled (5 s at most).
 */
function closableConnection(place: ConnectedPlace): Connection {
  const retry = defaultGrpcRetryOptions();
  let isClosing = false;
  let lastRetryAt = 0;
  const interceptor = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !isClosing && retry.retryableDecider(attempt, status),
    delayFunction: (attempt, status) => {
      const delayMs = retry.delayFunction(attempt, status);
      lastRetryAt = Math.max(lastRetryAt, Date.now() + delayMs);
      return delayMs;
    },
  });
  const connection = Connection.lazy({
    ...connectionOptions(place),
    channelArgs: RECONNECT,
    interceptors: [interceptor],
  });
  const close = connection.close.bind(connection);
  connection.close = async () => {
    isClosing = true;
    const waitMs = lastRetryAt - Date.now();
    if (waitMs >= 0) await delay(waitMs + TIMER_TOLERANCE_MS);
    await close();
  };
  return connection;
}

/** Timers fire late on a busy machine. */
const TIMER_TOLERANCE_MS = 50;
