/** Inbox: what waits for us, by due time, late ones first; acknowledged one by one or many at once. */

import type { FastifyInstance } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import { RECIPIENT_STATUSES } from '../../../domain/statuses.ts';
import { type ListedFacts, listedFactsOf } from '../../../prisma/store/referrals.ts';
import type { SavedView } from '../../../prisma/store/saved-views.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type ListPage, listReferrals } from '../../queries/list.ts';
import { nameLookup } from '../../queries/names.ts';
import { countWaiting, type TaskCounts } from '../../queries/waiting.ts';
import { savedViews } from '../../workspace/saved-views.ts';
import { isNarrowed, readListRequest, sendList } from '../officer/list-request.ts';
import { MarkSeen } from '../officer/mark-seen.tsx';
import { ACKNOWLEDGE, type ColumnName, maySelect, ReferralRows } from '../officer/referral-rows.tsx';
import { SavedViews } from '../officer/saved-views.tsx';
import { SELECTION, SelectAll } from '../officer/selection.tsx';
import { TaskTabs } from '../officer/task-tabs.tsx';
import { showPage } from '../page.tsx';
import { UrgencyFilter, YesNoFilter } from '../parts/filter-fields.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Form, Select, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';

const SHOWN: readonly ColumnName[] = [
  ...(['select', 'reference', 'owes', 'urgency', 'crime', 'ours', 'sender', 'handler', 'changed'] as const),
];

/** Registers the inbox of recipients. */
export function inboxPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/inbox', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'inbox');
    const { query, isCsv } = readListRequest(request.query, { desk: 'inbox', sort: 'due', order: 'asc' });
    const names = nameLookup(await deps.lookup(), undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const [page, views, counts] = await Promise.all([
      listReferrals(deps, principal.person, query),
      savedViews(deps, principal.person, '/inbox'),
      countWaiting(deps, principal.person),
    ]);
    const facts = await listedFactsOf(
      deps.db,
      page.rows.map(({ referralId }) => referralId),
    );
    const body = <Inbox {...{ page, query, views, names, counts, facts }} done={await doneFrom(deps, request)} />;
    return showPage(request, reply, { title: t('everywhere:nav.inbox'), desk: 'inbox', live: true, body });
  });
}

interface Props {
  page: ListPage;
  query: ListQuery;
  views: readonly SavedView[];
  names: Names;
  facts: ReadonlyMap<string, ListedFacts>;
  counts: TaskCounts;
  done: Done | undefined;
}

function Inbox({ page: { rows, total, next }, query, views, names, facts, counts, done }: Props) {
  const { t } = useViewer();
  const title = t('everywhere:nav.inbox');
  return (
    <ListLayout title={title} total={total} next={next} done={done} tabs={<TaskTabs counts={counts} current="inbox" />}>
      <SavedViews page="/inbox" views={views} />
      <InboxFilter query={query} />
      <SelectAll isOffered={rows.some(maySelect)} />
      <ReferralRows
        caption={title}
        rows={rows}
        names={names}
        facts={facts}
        show={SHOWN}
        sorted={query}
        empty={t(isNarrowed(query) ? 'partner:inbox.none-fits' : 'partner:inbox.empty')}
      />
      {rows.some(maySelect) && (
        // Beside the table, not around it: the boxes of its rows name the form.
        <Form id={SELECTION} action={ACKNOWLEDGE} hidden={{ key: crypto.randomUUID() }}>
          <Submit>{t('partner:inbox.acknowledge')}</Submit>
        </Form>
      )}
      {rows.some(({ unread }) => unread) && <MarkSeen page="/inbox" />}
    </ListLayout>
  );
}

function InboxFilter({ query }: { query: ListQuery }) {
  const { t } = useViewer();
  const any = t('everywhere:list.any');
  return (
    <FilterForm action="/inbox" keeps={{ sort: query.sort, order: query.order }}>
      <Select
        name="recipientStatus"
        label={t('everywhere:column.status')}
        value={query.recipientStatus}
        empty={any}
        options={RECIPIENT_STATUSES.map((value) => ({ value, label: t(`codes:recipientStatus.${value}`) }))}
      />
      <UrgencyFilter value={query.urgency} />
      <YesNoFilter name="unread" label={t('everywhere:list.unread')} value={query.unread} />
    </FilterForm>
  );
}
