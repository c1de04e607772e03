/** The messages between the benchmark and the process of another engine. */

import { z } from 'zod';

/** The rows that Liaise wrote for an act. The other engines write the same rows. */
export const writtenAct = z.object({
  /** Whether the engine performs the act by itself. */
  byEngine: z.boolean(),
  /** Whether the next act can be requested only after this one is complete. */
  isAwaited: z.boolean(),
  /** Rows of the journal and leaves of the audit log, as stored. */
  entries: z.array(z.unknown()),
  leaves: z.array(z.unknown()),
  /** The referral after the act. */
  state: z.unknown(),
});

export const toEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), databaseUrl: z.string(), folder: z.string(), acts: z.array(writtenAct) }),
  z.object({ type: z.literal('run-lifecycle'), number: z.number() }),
  z.object({ type: z.literal('stop') }),
]);

export const fromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('completed'), number: z.number(), taken: z.array(z.number()) }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

export type WrittenAct = z.infer<typeof writtenAct>;
export type ToEngine = z.infer<typeof toEngine>;
export type FromEngine = z.infer<typeof fromEngine>;
export type EngineStart = Extract<ToEngine, { type: 'start' }>;
