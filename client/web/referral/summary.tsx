/** The summary of a referral as a list of facts, and the certificate of its erasure. */

import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { useViewer } from '../viewer.ts';
import type { ReferralView } from './referral-view.ts';
import { summaryRows } from './summary-rows.ts';

/** The main facts of a referral as a list. */
export function Summary({ view }: { view: ReferralView }) {
  const viewer = useViewer();
  const { t } = viewer;
  const { status, reference } = view.referral;
  const rows = summaryRows(view, { ...viewer, at: (instant) => <DateAndTime at={instant} /> });
  return (
    <dl class="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
      {status === 'erased' && (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{t('referral:retention.certificate')}</dt>
          <dd class="govuk-summary-list__value">
            <Form action={`/referrals/${reference}/erasure-certificate`}>
              <Submit kind="secondary">{t('referral:retention.download')}</Submit>
            </Form>
          </dd>
        </div>
      )}
    </dl>
  );
}
