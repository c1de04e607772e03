/** Starts the web server with the configuration from the environment, and stops it on SIGINT or SIGTERM. */

import { connectDatabase } from '../prisma/store/connect.ts';
import { registerApi } from './api/api.ts';
import { sendToDirectory } from './engine/change-directory.ts';
import { createEngine } from './engine/engine.ts';
import { ANSWER_TIMEOUT_MS } from './http/answer-timeout.ts';
import { buildServer } from './http/server.ts';
import { readServerConfig, serverVariables } from './http/server-config.ts';
import { countryLocator } from './platform/add-countries.ts';
import { gaugeClocks } from './platform/clock-offset.ts';
import { ConfigFault } from './platform/config.ts';
import { connectTemporal } from './platform/connect.ts';
import { json, startEndpoint } from './platform/endpoint.ts';
import { forgeryAlarm } from './platform/forgery-alarm.ts';
import { openGuardPool } from './platform/guard/guard-pool.ts';
import { refuseMissingKeys } from './platform/keys-in-use.ts';
import { openLines, placeOf } from './platform/log.ts';
import { keepMeasuringClocks } from './platform/measure-clocks.ts';
import { type EntryPointMetrics, entryPointMetrics } from './platform/metrics.ts';
import { readFlags } from './platform/read-flags.ts';
import { openReportSchema } from './platform/report-schema.ts';
import { sendingTo, startTracing } from './platform/start-tracing.ts';
import { openReader } from './queries/read.ts';
import { refuseBehindRegister } from './recovery/erasure-register.ts';
import { PAGES } from './web/pages.ts';

const { values } = readFlags('web server', { options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  const lines = Object.entries(serverVariables.shape).map(
    ([name, { description }]) => `  ${name}  ${description ?? ''}`,
  );
  console.log(`Serves the pages and the API. Environment variables:\n${lines.join('\n')}`);
} else {
  await main();
}

async function main(): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const config = readServerConfig(process.env);
    const { databaseUrl, keyring, guardPolicy, reportSchemaFile, listen } = config;
    closers.push(startTracing('liaise-web', ...(await sendingTo(config.tracesTo))));
    const db = connectDatabase({ databaseUrl, byAgency: true, statementTimeoutMs: ANSWER_TIMEOUT_MS });
    closers.push(() => db.$disconnect());
    await refuseMissingKeys(db, keyring, 'web');
    // A worker that starts at the same time applies the register first.
    await refuseBehindRegister(db, config.erasureRegister, { waitMs: 60_000 });
    const temporal = connectTemporal({ ...config.temporal, keyring, db });
    closers.push(() => temporal.connection.close());
    // At the start, so that a wrong file is found before the first report.
    if (reportSchemaFile !== undefined) await openReportSchema(reportSchemaFile);
    const log = openLines();
    for (const warning of config.warnings) log.warn(warning);
    const guard = openGuardPool({
      policy: guardPolicy,
      schemaFile: reportSchemaFile,
      onFault: (error) => log.error(placeOf(error), 'Guard thread ended'),
    });
    closers.push(guard.close);
    const metrics = entryPointMetrics();
    gaugeClocks(metrics.registry, db);
    const app = await buildServer(
      {
        ...config,
        db,
        log,
        guard,
        engine: createEngine({
          db,
          temporal,
          keyring,
          guard,
          onAct: (asked, traceId) => {
            const { act, code, referralId, actId, beganAt, endedAt } = asked;
            log.info({ act, code, referralId, actId, traceId, ms: endedAt - beganAt }, 'act');
            metrics.asked(asked);
          },
        }),
        reader: openReader({ db, keyring, guard, readingPolicy: config.readingPolicy }),
        changeDirectory: (request) => sendToDirectory(temporal, request),
        addCountries: countryLocator(config.ipDatabase),
        onForged: forgeryAlarm(
          db,
          (forgery) => {
            log.error({ act: forgery.what, code: 'NOT_AUTHENTIC' }, 'Forgery refused');
            metrics.forged(forgery);
          },
          (error) => log.error(error instanceof Error ? placeOf(error) : {}, 'Not written to the audit log'),
        ),
      },
      { api: registerApi, pages: PAGES },
    );
    closers.push(() => app.close());
    const address = await app.listen(listen);
    const endpoint = config.observe && (await startEndpoint({ ...config.observe, pages: watchedPages(metrics) }));
    if (endpoint) closers.push(endpoint.close);
    const stopping = new AbortController();
    const measuring = keepMeasuringClocks({ db }, stopping.signal);
    closers.push(() => {
      stopping.abort();
      return measuring;
    });
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

function watchedPages({ registry }: EntryPointMetrics) {
  return {
    '/health': async () => json(200, { alive: true }),
    '/metrics': async () => ({ status: 200, type: registry.contentType, body: await registry.metrics() }),
  };
}
