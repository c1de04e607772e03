/** Whether the viewer of a referral may read its particulars. */

import { disclose } from '../../../domain/disclosure.ts';
import type { ReadingPurpose } from '../../../domain/reading-purposes.ts';
import type { ReferralPageDeps, ReferralView } from './referral-view.ts';

/** Whether the viewer may read particulars with a purpose, or only in an emergency; and the purpose of the current visit. */
export interface MayRead {
  access: 'any-purpose' | 'emergency' | 'none';
  visit?: ReadingPurpose | undefined;
}

/** Decided by disclosure alone. */
export async function mayRead(
  { reader }: ReferralPageDeps,
  { referral, journal, person }: ReferralView,
): Promise<MayRead> {
  if (referral.status === 'erased') return { access: 'none' };
  const { mayReadParticulars, mayReadInEmergency } = disclose(referral, person);
  if (mayReadParticulars) return { access: 'any-purpose', visit: await reader.visit(person, referral.id) };
  return { access: journal.some(mayReadInEmergency) ? 'emergency' : 'none' };
}
