/** The consequence of an act that cannot be undone, above its form. Some depend on the state of the referral. */

import type { Referral } from '../../../domain/referral.ts';
import type { Key } from '../../i18n/i18n.ts';
import { useViewer } from '../viewer.ts';
import { ACT_FORMS, type OfferedActType } from './act-forms.ts';

interface Props {
  type: OfferedActType;
  referral: Referral;
  /** The reference of the referral that this one duplicates, if it was given. */
  other: string | undefined;
}

/** The warning of an act; nothing if it has none. */
export function ActWarning({ type, referral, other = '' }: Props) {
  const { t } = useViewer();
  const warning = warningOf(type, referral, other);
  if (warning === undefined) return null;
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">{t(warning, { reference: referral.reference, other })}</strong>
    </div>
  );
}

/** Before the triage is routed, the sender withdraws alone. Later, a supervisor of the coordinator approves it. */
const SENDER_ALONE: readonly Referral['status'][] = ['received', 'awaiting-information', 'triaged'];

function warningOf(type: OfferedActType, { status, withdrawal }: Referral, other: string): Key | undefined {
  if (type === 'mark-duplicate' && other !== '') return 'referral:warning.mark-duplicate-of';
  if (type !== 'withdraw' || SENDER_ALONE.includes(status)) return ACT_FORMS[type].warning;
  return withdrawal.state === 'asked' ? 'referral:warning.withdraw-approve' : 'referral:warning.withdraw-request';
}
