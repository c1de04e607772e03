/** My referrals: everything that the agency is party to, narrowed and in order as the address says. */

import type { FastifyInstance } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { SavedView } from '../../../prisma/store/saved-views.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type ListPage, listReferrals } from '../../queries/list.ts';
import { nameLookup } from '../../queries/names.ts';
import { savedViews } from '../../workspace/saved-views.ts';
import { navigationTextOf } from '../navigation.ts';
import { showPage } from '../page.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { ListFilterForm } from './list-filter.tsx';
import { readListRequest, sendList } from './list-request.ts';
import { MarkSeen } from './mark-seen.tsx';
import { type ColumnName, ReferralRows } from './referral-rows.tsx';
import { SavedViews } from './saved-views.tsx';

const SHOWN: readonly ColumnName[] = [
  ...(['reference', 'kind', 'urgency', 'status', 'sender', 'recipients', 'handler', 'next', 'changed'] as const),
];

/** Registers the list of all referrals of the agency. */
export function referralListPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/referrals', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'referrals');
    const { query, isCsv } = readListRequest(request.query, { sort: 'changed', order: 'desc' });
    const names = nameLookup(await deps.lookup(), undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const [page, views] = await Promise.all([
      listReferrals(deps, principal.person, query),
      savedViews(deps, principal.person, '/referrals'),
    ]);
    const body = <Referrals page={page} query={query} views={views} names={names} />;
    return showPage(request, reply, {
      title: t(navigationTextOf('referrals', principal)),
      desk: 'referrals',
      live: true,
      body,
    });
  });
}

interface Props {
  page: ListPage;
  query: ListQuery;
  views: readonly SavedView[];
  names: Names;
}

function Referrals({ page: { rows, total, next }, query, views, names }: Props) {
  const { t, principal } = useViewer();
  const title = t(navigationTextOf('referrals', principal));
  return (
    <ListLayout title={title} total={total} next={next}>
      <SavedViews page="/referrals" views={views} />
      <ListFilterForm action="/referrals" query={query} names={names} />
      <ReferralRows
        caption={title}
        rows={rows}
        names={names}
        show={SHOWN}
        sorted={query}
        empty={t('officer:no-referrals')}
      />
      {rows.some(({ unread }) => unread) && <MarkSeen page="/referrals" />}
    </ListLayout>
  );
}
