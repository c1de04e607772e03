/** Where lives are measured: servers of its own, and Liaise's workers beside the bare one's in this process. */

import { setTimeout } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { consequences } from '../domain/consequences.ts';
import type { Database } from '../prisma/store/connect.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import { readWorkerConfig } from '../worker/config.ts';
import { startWorker } from '../worker/create-worker.ts';
import { workflowIdOf } from '../workflows/messages.ts';
import { bareFlow, startBareWorker } from './bare.ts';
import { closing } from './closing.ts';
import type { Flow } from './flow.ts';
import { live } from './lifecycle.ts';
import { openServers, type Servers } from './servers.ts';

export interface Place extends Servers {
  bare: Flow;
  /** `letters` off: none is decided, so none is sent. */
  liaise(letters: 'on' | 'off'): Flow & { live: () => ReturnType<typeof live> };
  /** Of the workflow bundle without its source map. */
  bundleBytes: number;
}

export async function openPlace(): Promise<Place> {
  const { atEnd, stop } = closing();
  const servers = await openServers();
  atEnd(servers.stop);
  const { environment, temporal, players } = servers;
  const { keyring, policies, ...config } = readWorkerConfig(environment);
  const bundle = await bundleWorkflows();
  let letters: 'on' | 'off' = 'on';
  const worker = await startWorker({
    ...{ config, keyring, policies, bundle },
    consequences: (...about) => (letters === 'on' ? consequences(...about) : []),
  });
  atEnd(worker.stop);
  const bareWorker = await startBareWorker(config.temporal.address);
  atEnd(bareWorker.stop);
  return {
    ...servers,
    stop,
    bare: bareFlow(new Client({ connection: temporal.connection })),
    liaise: (wanted) => {
      const liveSo = () => {
        letters = wanted;
        return live(players);
      };
      return {
        live: liveSo,
        lifecycle: async () => (await liveSo()).taken,
        settle: () => lettersOut(players.db),
        events: async () => eventsOf(temporal, workflowIdOf((await liveSo()).referralId)),
      };
    },
    bundleBytes: bundle.code.replace(/\n\/\/# sourceMappingURL=.*/s, '').length,
  };
}

/** Nobody is told anything any more. */
export async function lettersOut(db: Database): Promise<void> {
  while ((await db.letter.count({ where: { status: 'waiting' } })) > 0) await setTimeout(20);
}

async function eventsOf(temporal: Client, workflowId: string): Promise<number> {
  const handle = temporal.workflow.getHandle(workflowId);
  await handle.result();
  return (await handle.describe()).historyLength;
}
