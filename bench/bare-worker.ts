/** The baseline: one update for each act of a lifecycle, to a workflow that does nothing. */

import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { bare, bareUpdate } from './bare-workflow.ts';
import { ACT_NAMES, type Workload } from './workload.ts';

const TASK_QUEUE = 'bare';

export function bareWorkload(temporal: Client): Workload {
  const begin = () =>
    temporal.workflow.start(bare, {
      workflowId: `bare/${crypto.randomUUID()}`,
      taskQueue: TASK_QUEUE,
      args: [ACT_NAMES.length],
    });
  const play = async (handle: Awaited<ReturnType<typeof begin>>) => {
    const taken: number[] = [];
    for (const number of ACT_NAMES.keys()) {
      const began = performance.now();
      await handle.executeUpdate(bareUpdate, { args: [number] });
      taken.push(performance.now() - began);
    }
    return taken;
  };
  return {
    lifecycle: async () => play(await begin()),
    events: async () => {
      const handle = await begin();
      await play(handle);
      return (await handle.describe()).historyLength;
    },
  };
}

export async function startBareWorker(address: string): Promise<{ stop(): Promise<void> }> {
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: `${import.meta.dirname}/bare-workflow.ts`,
    logger: new DefaultLogger('ERROR'),
  });
  const worker = await Worker.create({ connection, taskQueue: TASK_QUEUE, workflowBundle });
  const running = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
