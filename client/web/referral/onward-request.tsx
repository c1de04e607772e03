/** The request that the consent forms show: who asks, and who would receive the referral. */

import { agency } from '../../../domain/routing/directory.ts';
import { countryName } from '../../i18n/countries.ts';
import { DateAndTime } from '../parts/due.tsx';
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
  return (
    <dl class="govuk-summary-list">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:onward.asked-by')}</dt>
        <dd class="govuk-summary-list__value">
          {place(recipient.contactPointId, recipient.agencyId, recipient.country)}
        </dd>
      </div>
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">{t('referral:onward.receiver')}</dt>
        <dd class="govuk-summary-list__value">
          {place(choice.contactPointId, choice.agencyId, choice.country)}
          {type && ` (${t(`codes:agencyType.${type}`)})`}
        </dd>
      </div>
      {clock && (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{t('everywhere:column.due')}</dt>
          <dd class="govuk-summary-list__value">
            <DateAndTime at={clock.dueAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}
