/** Starts the server of pages and API from the environment and stops it in order when it is told to. */

import { parseArgs } from 'node:util';
import { connectDatabase } from '../prisma/store/connect.ts';
import { PATIENCE_MS } from './api/in-time.ts';
import { beginTraces, sendingTo } from './begin-traces.ts';
import { ConfigFault } from './config.ts';
import { connectTemporal } from './connect.ts';
import { json, startEndpoint } from './endpoint.ts';
import { createEngine } from './engine.ts';
import { refuseMissingKeys } from './keys-in-use.ts';
import { ipLocator } from './locate-ip.ts';
import { openLines } from './log-lines.ts';
import { type DoorMetrics, doorMetrics } from './metrics.ts';
import { openReader } from './read.ts';
import { buildServer } from './server.ts';
import { readServerConfig, serverVariables } from './server-config.ts';

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  const lines = Object.entries(serverVariables.shape).map(
    ([name, { description }]) => `  ${name}  ${description ?? ''}`,
  );
  console.log(`Serves pages and API. Reads these variables:\n${lines.join('\n')}`);
} else {
  await main();
}

async function main(): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const config = readServerConfig(process.env);
    const { databaseUrl, keyring, listen } = config;
    closers.push(beginTraces('liaise-web', ...(await sendingTo(config.tracesTo))));
    const db = connectDatabase({ databaseUrl, patienceMs: PATIENCE_MS });
    closers.push(() => db.$disconnect());
    await refuseMissingKeys(db, keyring);
    const temporal = connectTemporal({ ...config.temporal, keyring });
    closers.push(() => temporal.connection.close());
    const log = openLines();
    const metrics = doorMetrics();
    const app = await buildServer({
      ...config,
      db,
      log,
      engine: createEngine({
        db,
        temporal,
        keyring,
        told: (asked, traceId) => {
          const { act, code, referralId, actId, beganAt, endedAt } = asked;
          log.info({ act, code, referralId, actId, traceId, ms: endedAt - beganAt }, 'act');
          metrics.asked(asked);
        },
      }),
      reader: openReader({ db, keyring }),
      locateIps: ipLocator(config.ipDatabase),
    });
    closers.push(() => app.close());
    const address = await app.listen(listen);
    const endpoint = config.observe && (await startEndpoint({ ...config.observe, pages: watchedPages(metrics) }));
    if (endpoint) closers.push(endpoint.close);
    log.info({ address, observe: endpoint?.url }, 'Server ready');
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    log.info('Server stopping');
  } catch (error) {
    console.error(error instanceof ConfigFault ? error.message : error);
    process.exitCode = 1;
  }
  for (const close of closers.reverse()) await close();
}

function watchedPages({ registry }: DoorMetrics) {
  return {
    '/health': async () => json(200, { alive: true }),
    '/metrics': async () => ({ status: 200, type: registry.contentType, body: await registry.metrics() }),
  };
}
