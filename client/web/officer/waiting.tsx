/** Waiting for us: everything that the agency must do now, of any kind, by time left, with the acts that do it. */

import type { FastifyInstance } from 'fastify';
import type { Task } from '../../../domain/agency-tasks.ts';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { Key } from '../../i18n/i18n.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { listOverdue, type OverdueDeadlines } from '../../queries/overdue.ts';
import { countWaiting, listWaiting, type TaskCounts, type WaitingRow } from '../../queries/waiting.ts';
import { showPage } from '../page.tsx';
import { EmergencySound } from '../parts/emergency-sound.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Table } from '../parts/table.tsx';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { OverdueTable } from '../supervisor/overdue-table.tsx';
import { useViewer } from '../viewer.ts';
import { readListRequest, sendList } from './list-request.ts';
import { UnreadLegend } from './listed-referral.tsx';
import { isSelectAll, SelectAll, SelectionForm } from './selection.tsx';
import { TaskTabs } from './task-tabs.tsx';
import { isSelectable, keyOf, useWaitingColumns } from './waiting-columns.tsx';

/** Each is read with the acts that do its tasks: fewer than in a plain list. */
const LIMIT = 25;

/** Referrals of which missed deadlines are shown to supervisors. */
const OVERDUE = 5;

/** Registers the list of everything that waits for the agency. */
export function waitingPages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/waiting', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'waiting');
    const { query, isCsv } = readListRequest(request.query, { desk: 'waiting', sort: 'due', order: 'asc' });
    const lookup = await deps.lookup();
    const names = nameLookup(lookup, undefined);
    if (isCsv) return sendList(reply, { deps, principal, query, t, names });
    const isSupervisor = principal.person.roles.includes('supervisor');
    const [page, counts, overdue] = await Promise.all([
      listWaiting(deps, principal.person, { ...query, limit: LIMIT }),
      countWaiting(deps, principal.person),
      isSupervisor ? listOverdue(deps, principal.person, OVERDUE) : undefined,
    ]);
    const name = t('everywhere:nav.waiting');
    const title = counts.all > 0 ? `${name} (${formatNumber(counts.all, principal.language)})` : name;
    const done = await doneFrom(deps, request);
    const body = <Waiting {...{ ...page, counts, query, names, lookup, overdue, done }} />;
    return showPage(request, reply, { title, desk: 'waiting', live: true, body });
  });
}

interface Props {
  rows: readonly WaitingRow[];
  next?: string;
  counts: TaskCounts;
  query: ListQuery;
  names: Names;
  lookup: DirectoryLookup;
  /** For supervisors: who is late, also at other agencies. */
  overdue: OverdueDeadlines | undefined;
  done: Done | undefined;
}

function Waiting({ rows, next, counts, query, names, lookup, overdue, done }: Props) {
  const { t, address } = useViewer();
  const tab = tabOf(query);
  const selectable = new Set(rows.filter(isSelectable).map(({ reference }) => reference));
  const columns = useWaitingColumns(names, { isAllSelected: isSelectAll(address) });
  return (
    <ListLayout
      title={t('everywhere:nav.waiting')}
      {...(tab && { total: counts[tab] ?? 0 })}
      {...(query.cursor === undefined && { tasks: rows.length })}
      next={next}
      done={done}
      tabs={<TaskTabs counts={counts} current={tab && { tab }} />}
      below={overdue && <OverdueTable overdue={overdue} lookup={lookup} />}
    >
      <EmergencySound />
      <SelectAll isOffered={selectable.size > 0} />
      <Table
        caption={tab && tab !== 'all' ? t(`waiting:tab.${tab}`) : t('everywhere:nav.waiting')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        isEmergency={({ urgency }) => urgency === 'emergency'}
        empty={t(emptyText(counts, query))}
        sorted={{ by: query.sort, order: query.order }}
      />
      <UnreadLegend rows={rows} />
      {selectable.size > 0 && <SelectionForm lookup={lookup} mayAcknowledge={rows.some(mayAcknowledge)} />}
    </ListLayout>
  );
}

/** The tab of the list. Undefined if it has several filters, or one without a tab. */
function tabOf({ task, handler }: ListQuery): Task | 'all' | 'mine' | undefined {
  if (handler === undefined) return task ?? 'all';
  return handler === 'me' && task === undefined ? 'mine' : undefined;
}

function emptyText({ all }: TaskCounts, { handler }: ListQuery): Key {
  if (all === 0) return 'waiting:empty';
  return handler === 'me' ? 'waiting:none-mine' : 'waiting:none-of-kind';
}

function mayAcknowledge({ acts }: WaitingRow): boolean {
  return acts.some(({ type }) => type === 'acknowledge');
}
