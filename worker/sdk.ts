/** Installs Temporal's SDK in this process: its messages go to our log, and its metrics can be read. */

import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Logger, Runtime } from '@temporalio/worker';

const HOST = '127.0.0.1';

/** After this many occupied ports in a row, the cause is something else. */
const MOST_ATTEMPTS = 10;

interface SdkOptions {
  /** Serves the SDK's metrics on a private port of this process. */
  metrics: boolean;
  /** Chooses the port. */
  choosePort?: () => Promise<number>;
}

/**
 * Call it before any other function of the SDK.
 *
 * @returns a function that reads the metrics in the Prometheus text format; they are empty without `metrics`.
 */
export async function installSdk(
  logger: Logger,
  { metrics, choosePort = freePort }: SdkOptions,
): Promise<() => Promise<string>> {
  if (!metrics) {
    install(logger);
    return async () => '';
  }
  // The SDK does not report which port it was given, so it cannot be asked to choose one.
  for (let attempt = 1; ; attempt += 1) {
    const address = `${HOST}:${await choosePort()}`;
    try {
      install(logger, address);
      return async () => (await fetch(`http://${address}/metrics`)).text();
    } catch (error) {
      if (!isAddressInUse(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

function install(logger: Logger, bindAddress?: string): void {
  const units = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true };
  Runtime.install({
    logger,
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(bindAddress && { metrics: { prometheus: { bindAddress, ...units } } }),
    },
  });
}

/** Another process can take the port before the SDK listens on it. */
function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && /address already in use/i.test(error.message);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
