/** `liaise`: runs one command, and opens the installation if the command needs it. */

import { connectDatabase } from '../../prisma/store/connect.ts';
import { runWithOrigin } from '../../prisma/store/request-origin.ts';
import type { MakeDossierPdf } from '../documents/dossier.ts';
import { createEngine } from '../engine/engine.ts';
import { readErasureSigner } from '../log/signers.ts';
import { readClientConfig, readDatabaseUrls, readGuardConfig, readTriageWeights } from '../platform/config.ts';
import { connectTemporal } from '../platform/connect.ts';
import { type Guard, guardInProcess } from '../platform/guard/guard.ts';
import { openReader } from '../queries/read.ts';
import { openCheckThreads } from '../recovery/check-threads.ts';
import type { CliDependencies } from './dependencies.ts';
import { installationVariables } from './environment.ts';
import { processIo } from './io.ts';
import { runProgram } from './program.ts';

const closers: (() => Promise<void>)[] = [];
let opened: CliDependencies | undefined;

function services(): CliDependencies {
  opened ??= open();
  return opened;
}

function open(): CliDependencies {
  const config = readClientConfig(environment());
  const { keyring, policies, readingPolicy, guardPolicy, localIdentity, logPolicy } = config;
  const connect = (databaseUrl: string, byAgency: boolean) => {
    const opening = connectDatabase({ databaseUrl, byAgency, connections: 2 });
    closers.push(() => opening.$disconnect());
    return opening;
  };
  const db = connect(config.databaseUrl, true);
  const [engineDb, readerDb] = [connect(config.engineDatabaseUrl, false), connect(config.readerDatabaseUrl, false)];
  const temporal = connectTemporal({ ...config.temporal, keyring, db });
  closers.push(() => temporal.connection.close());
  const bounded = { db, keyring, guard: guardInProcess(guardPolicy) };
  const engine = createEngine({ ...bounded, temporal });
  const reader = openReader({ ...bounded, readingPolicy });
  const openThreads = (threads: number) => openCheckThreads(config.readerDatabaseUrl, threads);
  const databases = { db, engineDb, readerDb, openCheckThreads: openThreads };
  const { erasureRegister: path, erasureKey } = config;
  const erasures = { path, signer: () => readErasureSigner(erasureKey) };
  const policiesInForce = { policies, readingPolicy, logPolicy };
  return { engine, reader, ...databases, temporal, keyring, ...policiesInForce, localIdentity, erasures };
}

function guard(): Guard {
  const { guardPolicy, reportSchemaFile } = readGuardConfig(process.env);
  return guardInProcess(guardPolicy, reportSchemaFile);
}

/** One command needs the code of the pages. */
const makeDossierPdf: MakeDossierPdf = async (...args) =>
  (await import('../web/referral/make-dossier-pdf.ts')).makeDossierPdf(...args);

function environment(): NodeJS.ProcessEnv {
  return installationVariables(process.env, process.cwd());
}

function databaseUrl(): string {
  return readDatabaseUrls(environment()).databaseUrl;
}

// If the value is invalid, the configuration reports it to the commands that read it.
const { OTEL_EXPORTER_OTLP_ENDPOINT: tracesTo = '' } = process.env;
if (URL.canParse(tracesTo)) {
  const { startTracing: beginTraces, sendingTo } = await import('../platform/start-tracing.ts');
  closers.push(beginTraces('liaise-cli', ...(await sendingTo(tracesTo))));
}
process.exitCode = await runWithOrigin({ channel: 'command' }, () =>
  runProgram(
    process.argv.slice(2),
    { services, guard, triageWeights: () => readTriageWeights(process.env), makeDossierPdf, environment, databaseUrl },
    processIo(process),
  ),
);
for (const close of closers.reverse()) await close();
