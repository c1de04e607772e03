/** Whether others acted on a referral after the person opened its page. */

import { ReferralError } from '../../../domain/errors.ts';
import type { Person } from '../../../domain/people.ts';
import type { Referral } from '../../../domain/referral.ts';
import { actIdOf } from '../../engine/idempotency.ts';
import type { View } from '../../queries/read.ts';
import type { FormValues } from '../viewer.ts';
import { othersActs, type ReferralPageDeps, type ReferralView } from './referral-view.ts';

/** The last entry that the page showed. Forms of lists and of earlier versions name the entry of the journal. */
export function seenIn(formValues: FormValues, { numbers, referral }: ReferralView): number {
  const [number] = formValues['number'] ?? [];
  const [seq] = formValues['seen'] ?? [];
  if (number !== undefined) return Number(number);
  return seq === undefined ? referral.seq : numbers.numberOf(Number(seq));
}

/** A form: the last entry that its page showed, and the idempotency key with which it is sent. */
export interface SentForm {
  seen: number;
  key: string;
}

/**
 * The check of a form against the referral at the time of the act.
 *
 * @throws ReferralError CHANGED_MEANWHILE, also from the check, if another person acted after the page was opened.
 */
export function checkOfForm(
  deps: Pick<ReferralPageDeps, 'reader'>,
  person: Person,
  { journal, lastSeq, referral: { id, reference } }: View,
  { seen, key }: SentForm,
): (current: Pick<Referral, 'seq'>) => Promise<void> | undefined {
  const assertSeen = (entries: View['journal']) => {
    if (othersActs(entries, seen, person, actIdOf(id, person, key)).length === 0) return;
    throw new ReferralError('CHANGED_MEANWHILE', 'Somebody else acted after this page was opened.');
  };
  assertSeen(journal);
  const readAgain = async () => assertSeen((await deps.reader.status(person, reference)).journal);
  return ({ seq }) => (seq === lastSeq ? undefined : readAgain());
}
