/** Worker threads that run the material guard, so that a long text delays no other request. */

import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { ReferralError } from '../../../domain/errors.ts';
import { defaultGuardPolicy, type GuardPolicy } from '../../../domain/guard/policy.ts';
import type { Guard } from './guard.ts';
import { type Check, type GuardAnswer, type GuardTask, refusalOf } from './guard-task.ts';

export interface GuardPool extends Guard {
  /** Refuses further tasks, lets those that run finish, and ends the threads. */
  close(): Promise<void>;
}

export interface GuardPoolOptions {
  policy: GuardPolicy;
  /** The operator's schema of CyberTipline reports. */
  schemaFile?: string | undefined;
  /** Milliseconds that a task may take, with the time that it waits for a thread. */
  timeoutMs: number;
  /** Tasks that may wait for a thread; each holds its text in memory. */
  queue: number;
  threads: number;
  /** The program of a thread, as a URL. */
  program: string;
  /** Called if a thread ends by an error while it has no task. The pool starts another thread. */
  onFault: (error: Error) => void;
}

/** The extension is `.ts` under tsx, and `.js` in the compiled build. */
const PROGRAM = new URL(`./guard-thread${extname(import.meta.filename)}`, import.meta.url).href;

/** The time is half of what a request may take. A text of the largest size is checked in less than a second. */
const LIMITS: GuardPoolOptions = {
  policy: defaultGuardPolicy,
  timeoutMs: 5_000,
  queue: 64,
  threads: Math.min(4, Math.max(2, availableParallelism() - 1)),
  program: PROGRAM,
  onFault: () => {},
};

/** How long a thread that is not needed is kept: starting one takes 40 to 175 ms. */
const IDLE_MS = 60_000;

/** Starts the first thread. Close the pool when the process ends. */
export function openGuardPool(options: Partial<GuardPoolOptions> = {}): GuardPool {
  const { policy, schemaFile, timeoutMs, queue, threads, program, onFault } = { ...LIMITS, ...options };
  const pool = new Piscina({
    filename: program,
    minThreads: 1,
    maxThreads: threads,
    maxQueue: queue,
    idleTimeout: IDLE_MS,
    // The threads read no configuration, so they hold no keys.
    env: {},
  });
  // Without a listener, the event would end the process.
  pool.on('error', onFault);
  const run = async <T>(check: Check, given: readonly unknown[]): Promise<T> => {
    const task: GuardTask = { check, given, policy, schemaFile };
    const answer: GuardAnswer<T> = await inTime(pool, task, timeoutMs);
    if ('refused' in answer) throw refusalOf(answer.refused);
    return answer.done;
  };
  return {
    policy,
    material: (value) => run('material', [value]),
    text: (text, field) => run('text', [text, field]),
    reports: (files, options) => run('reports', [files, options]),
    examine: (file) => run('examine', [file]),
    close: () => pool.close(),
  };
}

/** A thread whose task takes too long is ended; the pool starts another. */
async function inTime<T>(pool: Piscina, task: GuardTask, timeoutMs: number): Promise<GuardAnswer<T>> {
  const signal = AbortSignal.timeout(timeoutMs);
  if (pool.queueSize >= pool.options.maxQueue) {
    throw new ReferralError('ENGINE_UNAVAILABLE', 'Too many texts are being checked. Try again in a minute.');
  }
  try {
    return await pool.run(task, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new ReferralError(
      'ENGINE_UNAVAILABLE',
      'The text could not be checked in time, and nothing was stored. Try again, or send a shorter text.',
    );
  }
}
