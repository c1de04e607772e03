/** The leaves of a whole journal: each with the codes before and after its entry. */

import { apply } from '../apply.ts';
import type { JournalEntry } from '../events.ts';
import type { Referral } from '../referral.ts';
import { type AuditLeaf, type LeafContext, leafOf } from './leaf.ts';

/** Returns one leaf for each entry, in order. The journal must be complete. */
export function leavesOfJournal(
  referralId: string,
  journal: readonly JournalEntry[],
  context: Pick<LeafContext, 'restored'> = {},
): AuditLeaf[] {
  let before: Referral | undefined;
  return journal.map((entry) => {
    const after = apply(before, entry, referralId);
    const leaf = leafOf(referralId, entry, { ...context, before, after });
    before = after;
    return leaf;
  });
}
