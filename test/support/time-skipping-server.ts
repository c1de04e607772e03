/** Temporal's test server, which skips time, in a separate process. */

import { Connection, type TestService } from '@temporalio/client';
import { type InternalConnectionOptions, InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import type { Duration } from '@temporalio/common';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { startChild } from '../../dev/child.ts';
import { onOwnPorts } from '../../dev/own-ports.ts';
import { assertPortFree, PortTaken, saysPortTaken } from '../../dev/ports.ts';
import { atEnd } from './at-end.ts';

export interface TimeSkippingServer {
  address: string;
  /** Moves its time forward. Timers that become due fire. */
  sleep(duration: Duration): Promise<void>;
  currentTimeMs(): Promise<number>;
}

/** Starts the program at `path`; it stops at the end of the test or file. */
export function startTimeSkippingServer(path: string): Promise<TimeSkippingServer> {
  return onOwnPorts({ port: 0 }, ({ port }) => startOn(port, path));
}

async function startOn(port: number, path: string): Promise<TimeSkippingServer> {
  await assertPortFree(port, "Temporal's test server");
  const server = await startChild({ command: path, args: [String(port)], stopSignal: 'SIGTERM' });
  const address = `127.0.0.1:${port}`;
  const options: InternalConnectionOptions = {
    ...{ address, connectTimeout: '60 seconds', channelArgs: RECONNECT_QUICKLY },
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  const connection = Connection.lazy(options);
  const testService = connection.testService as TestService;
  try {
    await Promise.race([connection.ensureConnected(), server.exited.then(({ lines }) => cannotStart(lines))]);
  } catch (error) {
    await connection.close();
    await server.stop();
    throw error;
  }
  atEnd(server.stop);
  atEnd(() => connection.close());
  return {
    address,
    sleep: async (duration) => void (await testService.unlockTimeSkippingWithSleep({ duration: msToTs(duration) })),
    currentTimeMs: async () => tsToMs((await testService.getCurrentTime({})).time),
  };
}

const RECONNECT_QUICKLY = { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 100 };

function cannotStart(lines: readonly string[]): never {
  const message = `Temporal's test server did not start: ${lines.join('\n')}`;
  throw saysPortTaken(lines) ? new PortTaken(message) : new Error(message);
}
