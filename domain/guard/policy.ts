/** The limits on what the texts of one referral may hold over its whole life. An installation can change them. */

import { z } from 'zod';
import { parsePolicy } from '../input-messages.ts';
import { SEARCHED_BYTES } from './assess.ts';

const bytes = z.int().min(0).max(SEARCHED_BYTES);

const policySchema = z
  .strictObject({
    /** Bytes that neither a language nor the grammar of an identifier accounts for. */
    opaque: bytes,
    /** Bytes of identifiers. */
    identifiers: bytes,
    /** The number of hash values. */
    hashes: z.int().min(0).max(100_000),
  })
  .refine(
    ({ opaque, identifiers }) => opaque + identifiers <= SEARCHED_BYTES,
    `opaque and identifiers together must be at most ${SEARCHED_BYTES} bytes, because more is not searched for files`,
  );

export type GuardPolicy = z.infer<typeof policySchema>;

/** The bounds that SECURITY.md states. */
export const defaultGuardPolicy: GuardPolicy = { opaque: 2 * 1024, identifiers: 32 * 1024, hashes: 500 };

/** @throws Error that lists every fault of the policy with its field. */
export function parseGuardPolicy(data: unknown): GuardPolicy {
  return parsePolicy(policySchema, 'guard policy', data);
}
