/** A referral beside those that it may duplicate: a person compares their codes before one is closed as a duplicate. */

import type { FastifyInstance } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { showPage } from '../page.tsx';
import { withQuery } from '../parts/table.tsx';
import { ComparisonTable } from '../referral/comparison.tsx';
import { SharedWith } from '../referral/duplicate-list.tsx';
import { duplicateIds, openReferral, type ReferralPageDeps, type ReferralView } from '../referral/referral-view.ts';
import { listAddressIn } from '../referral/return-address.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

/** The number of referrals compared at once. The page of the referral links the others. */
const MOST = 3;

/** Registers the page that compares two referrals. */
export function comparePages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get<{ Params: { reference: string }; Querystring: { back?: unknown } }>(
    '/triage/:reference/compare',
    async (request, reply) => {
      const { principal, t } = requireDesk(request, 'triage');
      const now = new Date().toISOString();
      const open = (name: string) => openReferral(deps, principal.person, name, now);
      const view = await open(request.params.reference);
      if (!view.isCoordinator) throw new ReferralError('UNKNOWN_REFERRAL', 'It is not with your agency.');
      const ids = duplicateIds(view.referral, view.duplicates);
      const seen = ids.flatMap((id) => view.references.get(id) ?? []);
      const duplicates = await Promise.all(seen.slice(0, MOST).map(open));
      const { back: given } = request.query;
      const back = (typeof given === 'string' && listAddressIn(given)) || '/triage';
      const title = t('officer:compare.title', { reference: view.referral.reference });
      return showPage(request, reply, {
        title,
        desk: 'triage',
        body: <Compare view={view} duplicates={duplicates} title={title} back={back} />,
      });
    },
  );
}

function Compare({
  view,
  duplicates,
  title,
  back,
}: {
  view: ReferralView;
  duplicates: readonly ReferralView[];
  title: string;
  /** The triage queue as the person left it. */
  back: string;
}) {
  const { t } = useViewer();
  const { reference } = view.referral;
  const markAddress = (other: string) =>
    `/referrals/${reference}/acts/mark-duplicate?${new URLSearchParams({ other, back })}`;
  const mayMark = view.acts.some(({ type }) => type === 'mark-duplicate');
  const shared = {
    label: t('officer:compare.shared'),
    cell: (duplicate: ReferralView) => <SharedWith duplicates={view.duplicates} referralId={duplicate.referral.id} />,
  };
  const mark = {
    label: t('waiting:acts'),
    cell: ({ referral }: ReferralView) => (
      <a href={markAddress(referral.reference)}>
        {t('officer:compare.mark', { reference, other: referral.reference })}
      </a>
    ),
  };
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {duplicates.length === 0 && <p class="govuk-inset-text">{t('officer:compare.none')}</p>}
      <ComparisonTable
        view={view}
        others={duplicates}
        further={duplicates.length === 0 ? [] : [shared, ...(mayMark ? [mark] : [])]}
      />
    </>
  );
}

/** The address of the page that compares a referral, from the triage queue at `address`, where it leads back to. */
export function compareAddress(reference: string, address: string): string {
  const back = withQuery(address, { show: undefined, select: undefined });
  return `/triage/${reference}/compare?${new URLSearchParams({ back })}`;
}
