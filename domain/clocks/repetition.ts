/** How often a clock starts again when it expires, and with which period. */

import { hasRecipientAtWork } from '../recipient-search.ts';
import type { Clock, Referral } from '../referral.ts';
import type { AppliedPolicy } from './applied-policy.ts';
import type { Span } from './counting.ts';

/** The terms with which a clock starts, and how it is repeated afterwards. */
export interface Repetition {
  applied: AppliedPolicy;
  /** How often it starts again when it expires. */
  repeats: number;
  /** The period with which it starts again without end, after these. */
  thereafter: Span | undefined;
}

/** Whether the clock starts again when it expires. */
export function isRepeating(counted: Clock['counted']): boolean {
  const { repeats, thereafter } = counted?.counting ?? {};
  return repeats !== undefined || thereafter !== undefined;
}

/**
 * How the clock starts: for the first time, or because `expired` did. While a recipient works on the referral, the search for
 * another one is not repeated.
 */
export function repetition(applied: AppliedPolicy, expired: Clock | undefined, after: Referral): Repetition {
  const { policy, terms } = applied;
  const { repeats = 1, thereafter } = expired?.counted?.counting ?? {};
  const next = thereafter ? { ...applied, terms: { ...terms, ...thereafter } } : applied;
  if (policy.id === 'find-recipient' && hasRecipientAtWork(after)) {
    return { applied: next, repeats: 0, thereafter: undefined };
  }
  if (thereafter) return { applied: next, repeats: 1, thereafter };
  const left = expired ? repeats - 1 : (policy.repeats ?? 0);
  return { applied, repeats: left, thereafter: left === 0 ? terms.thereafter : undefined };
}
