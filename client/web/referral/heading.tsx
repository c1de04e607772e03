/** On top of every page of a referral, and of every print: how it may be used, which it is, how it stands. */

import type { Referral } from '../../../domain/referral.ts';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

export function Heading({ referral, title }: { referral: Referral; title?: string }) {
  const { words } = useViewer();
  const { reference, status, urgency, facts } = referral;
  return (
    <>
      <p class="desk-handling">
        <span class="govuk-visually-hidden">{words('referral:handling')}: </span>
        {words(`codes:handlingCode.${facts.handlingCode}`)} <span>{words(`codes:tlp.${facts.tlp}`)}</span>
      </p>
      <h1 class="govuk-heading-l">
        {title && <span class="govuk-caption-l">{reference}</span>}
        {title ?? reference}
      </h1>
      <p class="desk-tags">
        <StatusTag status={status} /> <UrgencyTag urgency={urgency} />
      </p>
    </>
  );
}
