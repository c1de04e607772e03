/** The head of every page of a referral and of every print: handling code, reference and status. */

import type { Referral } from '../../../domain/referral.ts';
import { HandlingTags } from '../parts/handling.tsx';
import { CurrentUrgency, StatusTag, Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';

/** The heading of every page of a referral. */
export function Heading({ referral, title }: { referral: Referral; title?: string }) {
  const { t } = useViewer();
  const { reference, status, facts } = referral;
  return (
    <>
      <HandlingTags facts={facts} />
      <h1 class="govuk-heading-l">
        {title && <span class="govuk-caption-l">{reference}</span>}
        {title ?? reference}
      </h1>
      <p class="desk-tags">
        {facts.drill && <Tag colour="yellow">{t('registry:drill.mark')}</Tag>} <StatusTag status={status} />{' '}
        <CurrentUrgency referral={referral} />
      </p>
      {facts.drill && <p class="govuk-inset-text">{t('registry:drill.notice')}</p>}
    </>
  );
}
