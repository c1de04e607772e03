/** Worker threads that share the work of a check or a rebuild. Each has its own connections to the database. */

import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { ComparedRange } from '../log/compare-range.ts';
import type { CheckTask } from './check-thread.ts';
import type { CheckWork } from './check-work.ts';
import type { ExaminedReferral } from './examine.ts';

/** Threads that do the work of a check or a rebuild. */
export interface CheckThreads extends CheckWork {
  /** Ends the threads. */
  close(): Promise<void>;
}

/** The extension is `.ts` under tsx, and `.js` in the compiled build. */
const PROGRAM = new URL(`./check-thread${extname(import.meta.filename)}`, import.meta.url).href;

/** A thread has one task that it works on, and one that waits for the database. */
const TASKS = 2;

/** In megabytes. Without a limit, V8 lets the heap of each thread grow to a share of the machine's memory. */
const MEMORY = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 };

/** Starts threads. @param databaseUrl of a role that reads every row */
export function openCheckThreads(databaseUrl: string, threads: number): CheckThreads {
  const pool = new Piscina<CheckTask>({
    filename: PROGRAM,
    ...{ minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: TASKS },
    workerData: { databaseUrl, connections: TASKS },
    // The threads read no configuration, so they hold no keys.
    env: {},
    resourceLimits: MEMORY,
  });
  // Without a listener, the event would end the process. The tasks of the thread fail.
  pool.on('error', () => {});
  return {
    // One more of each waits in the queue, so that no thread waits for this one.
    ahead: threads * (TASKS + 1),
    compareRange: async (range): Promise<ComparedRange> => pool.run({ range }),
    examine: async (referrals): Promise<ExaminedReferral[]> => pool.run({ referrals }),
    differing: async (ids): Promise<string[]> => pool.run({ ids }),
    close: () => pool.destroy(),
  };
}
