/** What the forms of some acts show beside their fields, and that the view of the referral does not hold. */

import { ReferralError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/vocabulary.ts';
import { type AssignmentCandidates, assignmentCandidates } from '../../queries/candidates.ts';
import type { OfferedActType } from './act-forms.ts';
import { openReferral, type ReferralPageDeps, type ReferralView } from './referral-view.ts';

/** Facts beside the fields of a form. */
export interface FormFacts {
  /** The contact points that can be assigned. */
  candidates?: AssignmentCandidates;
  /** The other referral, of which this one may be a duplicate. */
  original?: ReferralView;
}

/** @param other the reference number of another referral in the form, if there is one */
export async function formFacts(
  deps: ReferralPageDeps,
  view: ReferralView,
  { type, other, now }: { type: OfferedActType; other: string | undefined; now: Instant },
): Promise<FormFacts> {
  // A recipient that sends the form is refused, and learns nothing of other contact points.
  if (type === 'assign-recipient' && view.isCoordinator) {
    return { candidates: await assignmentCandidates(deps.db, view.referral, view.lookup.directory, now) };
  }
  if (type !== 'mark-duplicate' || !other) return {};
  const original = await openIfVisible(deps, view, other, now);
  return original ? { original } : {};
}

async function openIfVisible(
  deps: ReferralPageDeps,
  { person, referral }: ReferralView,
  other: string,
  now: Instant,
): Promise<ReferralView | undefined> {
  try {
    const original = await openReferral(deps, person, other, now);
    return original.referral.id === referral.id ? undefined : original;
  } catch (error) {
    if (error instanceof ReferralError && error.code === 'UNKNOWN_REFERRAL') return undefined;
    throw error;
  }
}
