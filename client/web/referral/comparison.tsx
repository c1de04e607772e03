/** Two referrals side by side by their codes, and what they share, before one is closed as a duplicate of the other. */

import type { ComponentChildren } from 'preact';
import { HandlingTags } from '../parts/handling.tsx';
import { CurrentUrgency, StatusTag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { SharedWith } from './duplicate-list.tsx';
import type { ReferralView } from './referral-view.ts';
import { Summary } from './summary.tsx';

/** A referral beside the one that it may duplicate. */
export function Comparison({ view, original }: { view: ReferralView; original: ReferralView }) {
  const { t } = useViewer();
  const { reference } = view.referral;
  const isFound = view.duplicates.some(({ referralId }) => referralId === original.referral.id);
  return (
    <section class="desk-part" aria-label={t('officer:compare.title', { reference })}>
      {isFound ? (
        <SharedWith duplicates={view.duplicates} referralId={original.referral.id} />
      ) : (
        <p class="govuk-body">{t('officer:compare.nothing-shared')}</p>
      )}
      <div class="desk-columns">
        <ReferralColumn view={view} />
        <ReferralColumn view={original} />
      </div>
    </section>
  );
}

/** One of the referrals that are compared. */
export function ReferralColumn({ view, children }: { view: ReferralView; children?: ComponentChildren }) {
  const { reference, status, facts } = view.referral;
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a href={`/referrals/${reference}`}>{reference}</a>
      </h2>
      <HandlingTags facts={facts} />
      <p>
        <StatusTag status={status} /> <CurrentUrgency referral={view.referral} />
      </p>
      <Summary view={view} />
      {children}
    </section>
  );
}
