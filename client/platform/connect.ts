/** Connects to Temporal with encrypted payloads. */

import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from '../../domain/keyring.ts';
import { payloadCodec } from './codec.ts';
import { takeTraceAlong } from './tracing.ts';

/** Address, namespace and key ring for a connection to Temporal. */
export interface TemporalConnectOptions {
  /** `host:port` of the Temporal frontend. */
  address: string;
  namespace: string;
  keyring: Keyring;
}

/** The `.ts` or `.js` file, whichever extension this file has. */
const FAILURE_CONVERTER = join(
  import.meta.dirname,
  `../../workflows/failure-converter${extname(import.meta.filename)}`,
);

/** Data converter for client and worker, which must use the same one. */
export function dataConverter(keyring: Keyring): DataConverter {
  return { failureConverterPath: FAILURE_CONVERTER, payloadCodecs: [payloadCodec(keyring)] };
}

/**
 * By default gRPC retries more and more rarely, up to two minutes. Acts would then fail long after Temporal is back.
 */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 1_000 };

/** Connects on the first call. Close with `client.connection.close()`. */
export function connectTemporal({ address, namespace, keyring }: TemporalConnectOptions): Client {
  const connection = closableConnection(address);
  const interceptors = { workflow: [takeTraceAlong] };
  return new Client({ connection, namespace, dataConverter: dataConverter(keyring), interceptors });
}

/**
 * A call whose caller has given up may still be retried. A retry on a closed channel throws in a timer, which would end the
 * process. So closing schedules no further retry, and waits for those that are scheduled (5 s at most).
 */
function closableConnection(address: string): Connection {
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
  const connection = Connection.lazy({ address, channelArgs: RECONNECT, interceptors: [interceptor] });
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
