/** What the bench and the process of a rival tell each other, each as one message. */

import { z } from 'zod';

/** What an act wrote when Liaise carried it out; a rival writes the same rows. */
export const writtenAct = z.object({
  /** Nobody asked for it: the engine's own. */
  byEngine: z.boolean(),
  /** The act after it can only be asked for when it is done. */
  isAwaited: z.boolean(),
  /** Rows of the journal and leaves of the audit log, as stored. */
  entries: z.array(z.unknown()),
  leaves: z.array(z.unknown()),
  /** The referral after the act. */
  state: z.unknown(),
});

export const toRival = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), databaseUrl: z.string(), folder: z.string(), acts: z.array(writtenAct) }),
  z.object({ type: z.literal('live'), number: z.number() }),
  z.object({ type: z.literal('stop') }),
]);

export const fromRival = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('lived'), number: z.number(), taken: z.array(z.number()) }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

export type WrittenAct = z.infer<typeof writtenAct>;
export type ToRival = z.infer<typeof toRival>;
export type FromRival = z.infer<typeof fromRival>;
export type Start = Extract<ToRival, { type: 'start' }>;
