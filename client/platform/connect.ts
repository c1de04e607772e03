/** The connection to Temporal, with everything sealed on the way. */

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

/** Source or built, as this file is. */
const FAILURE_CONVERTER = join(
  import.meta.dirname,
  `../../workflows/failure-converter${extname(import.meta.filename)}`,
);

/** Client and worker must read and write alike. */
export function dataConverter(keyring: Keyring): DataConverter {
  return { failureConverterPath: FAILURE_CONVERTER, payloadCodecs: [payloadCodec(keyring)] };
}

/** By default tries come ever more rarely, up to every two minutes: Temporal would be back, and acts still be put off. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 1_000 };

/** Connects at the first call. Close with `client.connection.close()`. */
export function connectTemporal({ address, namespace, keyring }: ConnectOptions): Client {
  const connection = Connection.lazy({ address, channelArgs: RECONNECT });
  const interceptors = { workflow: [takeTraceAlong] };
  return new Client({ connection, namespace, dataConverter: dataConverter(keyring), interceptors });
}
