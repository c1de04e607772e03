/** The heading of the explanation of a deadline, and the name of who must meet it. */

import type { Explanation } from '../../../domain/clocks/explanation.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { ReferralView } from './referral-view.ts';
import { subjectName } from './subject-name.ts';

type Named = Pick<ReferralView, 'referral' | 'names'>;

/** `Deadline: Acknowledgement, Finnish Alder`; with its id if another deadline of the referral has the same title. */
export function clockTitle({ clockId, start }: Explanation, { referral, names }: Named, t: Translate): string {
  const about = subjectName(start.subject, names.recipient, t);
  const hasTwin = referral.clocks.some(
    ({ id, name, subject }) =>
      id !== clockId && name === start.name && subjectName(subject, names.recipient, t) === about,
  );
  const name = [t(`codes:clockName.${start.name}`), about].filter(Boolean).join(', ');
  return t('everywhere:labelled', {
    label: t('referral:column.clock'),
    value: hasTwin ? `${name} (${clockId})` : name,
  });
}

/** The contact point, if a recipient must act. Undefined for other parties, whose role says who they are. */
export function debtorName({ start: { debtor, subject } }: Explanation, { names }: Named): string | undefined {
  return debtor === 'recipient' && subject.of === 'recipient' ? names.recipient(subject.recipientId) : undefined;
}
