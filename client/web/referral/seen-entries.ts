/** Whether others acted on a referral after the person opened its page. */

import { ReferralError } from '../../../domain/errors.ts';
import type { Person } from '../../../domain/people.ts';
import type { FormValues } from '../viewer.ts';
import { othersActs, type ReferralPageDeps, type ReferralView } from './referral-view.ts';

/** The last entry that the page showed. Forms of lists and of earlier versions name the entry of the journal. */
export function seenIn(formValues: FormValues, { numbers, referral }: ReferralView): number {
  const [number] = formValues['number'] ?? [];
  const [seq] = formValues['seen'] ?? [];
  if (number !== undefined) return Number(number);
  return seq === undefined ? referral.seq : numbers.numberOf(Number(seq));
}

/** @throws ReferralError CHANGED_MEANWHILE if another person acted after entry `seen`. */
export async function assertSeen(
  deps: ReferralPageDeps,
  person: Person,
  reference: string,
  seen: number,
): Promise<void> {
  const { journal } = await deps.reader.status(person, reference);
  if (othersActs(journal, seen, person).length === 0) return;
  throw new ReferralError('CHANGED_MEANWHILE', 'Somebody else acted after this page was opened.');
}
