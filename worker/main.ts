/** Starts a worker from environment variables, and stops it gracefully on a signal. */

import { ConfigFault } from '../client/platform/config.ts';
import { startEndpoint } from '../client/platform/endpoint.ts';
import { readFlags } from '../client/platform/read-flags.ts';
import { sendingTo, startTracing } from '../client/platform/start-tracing.ts';
import { workflowBundle } from './bundle.ts';
import { readWorkerConfig, workerVariables } from './config.ts';
import { startWorker } from './create-worker.ts';
import { watchedPages } from './health-endpoints.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createObserver } from './observer.ts';
import { installSdk } from './sdk.ts';

const { values } = readFlags('worker', { options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  const lines = Object.entries(workerVariables.shape).map(
    ([name, { description }]) => `  ${name}  ${description ?? ''}`,
  );
  console.log(`Runs the workflows of referrals and sends letters. Environment variables:\n${lines.join('\n')}`);
} else {
  await main();
}

async function main(): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const config = readWorkerConfig(process.env);
    const { keyring, policies, taskQueues, observe, tracesTo } = config;
    const log = openLog();
    const metrics = createMetrics();
    const sdkMetrics = await installSdk(log.sdk, { metrics: observe !== undefined });
    closers.push(startTracing('liaise-worker', ...(await sendingTo(tracesTo))));
    const observer = createObserver({ log, metrics });
    const worker = await startWorker({ config, keyring, policies, bundle: await workflowBundle(), observer });
    // An error that stopped the worker is reported by `done`.
    const stop = () => worker.stop().catch(() => {});
    closers.push(stop);
    const endpoint =
      observe && (await startEndpoint({ ...observe, pages: watchedPages({ worker, metrics, sdkMetrics }) }));
    if (endpoint) closers.push(endpoint.close);
    log.ready(taskQueues, endpoint?.url);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        log.stopping();
        void stop();
      });
    }
    await worker.done;
    log.stopped();
  } catch (error) {
    console.error(error instanceof ConfigFault ? error.message : error);
    process.exitCode = 1;
  }
  for (const close of closers.reverse()) await close();
}
