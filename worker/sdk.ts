/** Temporal's SDK in this process: what it says goes to our log, what it counts can be asked for. */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Logger, Runtime } from '@temporalio/worker';

const HOST = '127.0.0.1';

/**
 * Before anything else of the SDK is used. With `counting` it listens on a port of its own, which only this process knows.
 *
 * @returns what reads its counts, as Prometheus does.
 */
export async function installSdk(logger: Logger, { counting }: { counting: boolean }): Promise<() => Promise<string>> {
  const bindAddress = counting ? `${HOST}:${await freePort()}` : undefined;
  const units = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true };
  Runtime.install({
    logger,
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(bindAddress && { metrics: { prometheus: { bindAddress, ...units } } }),
    },
  });
  return async () => (bindAddress ? (await fetch(`http://${bindAddress}/metrics`)).text() : '');
}

/** The SDK does not say which port it was given, so it is not asked to choose one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
