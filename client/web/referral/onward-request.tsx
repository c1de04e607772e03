/** The request that the consent forms show: who asks, who would receive the referral, and on which basis. */

import type { ComponentChildren } from 'preact';
import { agency } from '../../../domain/routing/directory.ts';
import type { Country } from '../../../domain/vocabulary.ts';
import { countryName } from '../../i18n/countries.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';

/** The request for consent to an onward referral. */
export function OnwardRequest({ view, recipientId }: { view: ReferralView; recipientId: string | undefined }) {
  const { t, language } = useViewer();
  const { referral, names, lookup } = view;
  const recipient = referral.recipients.find(({ id }) => id === recipientId);
  if (recipient === undefined || recipient.onward.state !== 'consent-asked') return null;
  const { choice } = recipient.onward;
  const clock = referral.clocks.findLast(
    ({ name, subject }) =>
      name === 'consent-onward' && subject.of === 'recipient' && subject.recipientId === recipient.id,
  );
  const type = agency(lookup.directory, choice.agencyId)?.type;
  const place = (point: string, agencyId: string, country: string) => (
    <>
      {names.point(point)}
      <br />
      {names.agency(agencyId)}, {countryName(language, country)}
    </>
  );
  const rows: [string, ComponentChildren][] = [
    [t('clarification:onward.asked-by'), place(recipient.contactPointId, recipient.agencyId, recipient.country)],
    [
      t('clarification:onward.receiver'),
      <>
        {place(choice.contactPointId, choice.agencyId, choice.country)}
        {type && ` (${t(`codes:agencyType.${type}`)})`}
      </>,
    ],
    [t('clarification:consent.handling'), t(`codes:handlingCode.${referral.facts.handlingCode}`)],
    [t('referral:fact.instrument'), t(`codes:legalInstrument.${referral.facts.legalInstrument}`)],
    [t('referral:fact.basis'), <TransferBasis view={view} country={choice.country} />],
  ];
  if (clock) {
    rows.push([t('everywhere:column.due'), <DateAndTime at={clock.dueAt} />]);
    rows.push([t('supervisor:explain.at-end'), t(`codes:expiryAction.${clock.onExpiry}`)]);
  }
  return (
    <dl class="govuk-summary-list">
      {rows.map(([label, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{label}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Directive (EU) 2016/680 chapter V: a transfer to a country outside the EU needs a basis of its own. */
function TransferBasis({ view, country }: { view: ReferralView; country: Country }) {
  const { t, language } = useViewer();
  const { referral, lookup } = view;
  const { transferBasis = 'within-eu' } = referral.facts;
  if (lookup.directory.withinEu.includes(country)) {
    return <>{t('clarification:consent.no-basis-needed', { country: countryName(language, country) })}</>;
  }
  if (transferBasis === 'within-eu') return <Tag colour="red">{t('codes:passedOver.needs-transfer-basis')}</Tag>;
  return <>{t(`codes:transferBasis.${transferBasis}`)}</>;
}
