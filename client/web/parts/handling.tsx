/** The handling restrictions of a referral, at the top of each of its pages and prints. */

import type { ReferralHandling as Codes } from '../../../prisma/store/referrals.ts';
import { labelled } from '../../i18n/labelled.ts';
import { useViewer } from '../viewer.ts';

/** The handling code and the traffic light of a referral. */
export function HandlingTags({ facts: { handlingCode, tlp } }: { facts: Codes }) {
  const { t } = useViewer();
  return (
    <p class="desk-handling">
      <span class="govuk-visually-hidden">{labelled(t, t('referral:handling'), '')}</span>
      {t(`codes:handlingCode.${handlingCode}`)} <span>{t(`codes:tlp.${tlp}`)}</span>
    </p>
  );
}
