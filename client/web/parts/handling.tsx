/** The handling restrictions of a referral, at the top of each of its pages and prints. */

import type { Handling as Codes } from '../../../prisma/store/referrals.ts';
import type { Words } from '../../i18n/i18n.ts';
import { useViewer } from '../viewer.ts';

export function Handling({ facts: { handlingCode, tlp } }: { facts: Codes }) {
  const { words } = useViewer();
  return (
    <p class="desk-handling">
      <span class="govuk-visually-hidden">{words('referral:handling')}: </span>
      {words(`codes:handlingCode.${handlingCode}`)} <span>{words(`codes:tlp.${tlp}`)}</span>
    </p>
  );
}

export function handlingIn(words: Words, { handlingCode, tlp }: Codes): string {
  return `${words(`codes:handlingCode.${handlingCode}`)}; ${words(`codes:tlp.${tlp}`)}`;
}
