/** What the summary says about retention: legal hold, review, order to erase, and the certificate of erasure. */

import type { ComponentChildren } from 'preact';
import type { Referral } from '../../../domain/referral.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { DateAndTime } from '../parts/due.tsx';
import { Form, Submit } from '../parts/form.tsx';

/** The rows that apply, each a label and its value. */
export function retentionRows(referral: Referral, t: Translate): [string, ComponentChildren][] {
  const { legalHold, retention = {}, erasureOrder, status, reference } = referral;
  const { review, until } = retention;
  const rows: [string, ComponentChildren][] = [
    [t('referral:retention.legal-hold'), legalHold && <DateAndTime at={legalHold.at} />],
    [t('referral:retention.erasure-order'), erasureOrder && <DateAndTime at={erasureOrder.at} />],
    [t('referral:retention.kept-until'), until && <DateAndTime at={until} />],
    [t('referral:retention.review-due'), review && <DateAndTime at={review.dueAt} />],
    [
      t('referral:retention.certificate'),
      status === 'erased' && (
        <Form action={`/referrals/${reference}/erasure-certificate`}>
          <Submit kind="secondary">{t('referral:retention.download')}</Submit>
        </Form>
      ),
    ],
  ];
  return rows.filter(([, value]) => Boolean(value));
}
