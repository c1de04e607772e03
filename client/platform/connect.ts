/** Connects to Temporal with encrypted payloads. */

import { extname, join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Keyring } from '../../domain/keyring.ts';
import { payloadCodec } from './codec.ts';
import { takeTraceAlong } from './tracing.ts';

export interface ConnectOptions {
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
export function connectTemporal({ address, namespace, keyring }: ConnectOptions): Client {
  const connection = Connection.lazy({ address, channelArgs: RECONNECT });
  const interceptors = { workflow: [takeTraceAlong] };
  return new Client({ connection, namespace, dataConverter: dataConverter(keyring), interceptors });
}
