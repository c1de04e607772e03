/** The handling restrictions of a referral as one text, for files and documents. */

import type { Referral } from '../../domain/referral.ts';
import type { Translate } from './i18n.ts';

/** The handling code and the TLP level as one text. */
export function handlingText(
  t: Translate,
  { handlingCode, tlp }: Pick<Referral['facts'], 'handlingCode' | 'tlp'>,
): string {
  return t('documents:marks', { first: t(`codes:handlingCode.${handlingCode}`), second: t(`codes:tlp.${tlp}`) });
}

/** The handling text for the head of a document, with the mark of a drill. */
export function documentMarking(
  t: Translate,
  facts: Pick<Referral['facts'], 'handlingCode' | 'tlp' | 'drill'>,
): string {
  const handling = handlingText(t, facts);
  return facts.drill ? t('documents:marks', { first: t('registry:drill.mark'), second: handling }) : handling;
}
