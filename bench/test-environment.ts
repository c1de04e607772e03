/** The environment of the measurements: separate servers, and the workers of Liaise and the baseline in this process. */

import { setTimeout } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { lettersOfEntry } from '../domain/consequences.ts';
import type { Database } from '../prisma/store/connect.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import { readWorkerConfig } from '../worker/config.ts';
import { startWorker } from '../worker/create-worker.ts';
import { workflowIdOf } from '../workflows/messages.ts';
import { bareWorkload, startBareWorker } from './bare-worker.ts';
import { cleanupStack } from './cleanup-stack.ts';
import { runLifecycle } from './lifecycle.ts';
import { type BenchServers, openServers } from './servers.ts';
import type { Workload } from './workload.ts';

export interface TestEnvironment extends BenchServers {
  bare: Workload;
  /** With `letters` off, no letters are decided or sent. */
  liaise(letters: 'on' | 'off'): Workload & { live: () => ReturnType<typeof runLifecycle> };
  /** The size of the workflow bundle without its source map. */
  bundleBytes: number;
}

/** @param more environment variables of the worker */
export async function openEnvironment(more: Record<string, string> = {}): Promise<TestEnvironment> {
  const { atEnd, stop } = cleanupStack();
  const servers = await openServers();
  atEnd(servers.stop);
  const { environment, temporal, players } = servers;
  // A worker signs in to the database with its own role.
  const asEngine = { ...environment, LIAISE_DATABASE_URL: environment['LIAISE_ENGINE_DATABASE_URL'], ...more };
  const { keyring, policies, ...config } = readWorkerConfig(asEngine);
  const bundle = await bundleWorkflows();
  let letters: 'on' | 'off' = 'on';
  const worker = await startWorker({
    ...{ config, keyring, policies, bundle },
    consequences: (...about) => (letters === 'on' ? lettersOfEntry(...about) : []),
  });
  atEnd(worker.stop);
  const bareWorker = await startBareWorker(config.temporal.address);
  atEnd(bareWorker.stop);
  return {
    ...servers,
    stop,
    bare: bareWorkload(new Client({ connection: temporal.connection })),
    liaise: (wanted) => {
      const runWithLetters = () => {
        letters = wanted;
        return runLifecycle(players);
      };
      return {
        live: runWithLetters,
        lifecycle: async () => (await runWithLetters()).taken,
        settle: () => allLettersSent(players.db),
        events: async () => eventsOf(temporal, workflowIdOf((await runWithLetters()).referralId)),
      };
    },
    bundleBytes: bundle.code.replace(/\n\/\/# sourceMappingURL=.*/s, '').length,
  };
}

/** Waits until no letter is waiting. */
export async function allLettersSent(db: Database): Promise<void> {
  while ((await db.letter.count({ where: { status: 'waiting' } })) > 0) await setTimeout(20);
}

async function eventsOf(temporal: Client, workflowId: string): Promise<number> {
  const handle = temporal.workflow.getHandle(workflowId);
  await handle.result();
  return (await handle.describe()).historyLength;
}
