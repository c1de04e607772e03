/** Starts a worker from the environment and stops it in order when it is told to. */

import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { ConfigFault } from '../client/config.ts';
import { workflowBundle } from './bundle.ts';
import { readWorkerConfig, workerVariables } from './config.ts';
import { startWorker } from './create-worker.ts';

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  const lines = Object.entries(workerVariables.shape).map(
    ([name, { description }]) => `  ${name}  ${description ?? ''}`,
  );
  console.log(`Carries referrals out. Reads these variables:\n${lines.join('\n')}`);
} else {
  await main();
}

async function main(): Promise<void> {
  try {
    const config = readWorkerConfig(process.env);
    Runtime.install({ logger: new DefaultLogger('WARN') });
    const { keyring, policies } = config;
    const worker = await startWorker({ config, keyring, policies, bundle: await workflowBundle() });
    console.log(`Worker ready on ${config.taskQueues.join(', ')}.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop());
    await worker.done;
  } catch (error) {
    console.error(error instanceof ConfigFault ? error.message : error);
    process.exitCode = 1;
  }
}
