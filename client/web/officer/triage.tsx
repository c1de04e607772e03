/** Triage queue: a table with filters, and one referral at a time beside it, with what the rules propose and why. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ReferralError } from '../../../domain/errors.ts';
import { intake } from '../../../domain/lifecycle/row.ts';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { Person } from '../../../domain/people.ts';
import { principalOf } from '../../http/identity/principal.ts';
import { type ListPage, listReferrals } from '../../queries/list.ts';
import { type DirectoryLookup, nameLookup } from '../../queries/names.ts';
import { countWaiting, type TaskCounts } from '../../queries/waiting.ts';
import { showPage } from '../page.tsx';
import { Form, Submit } from '../parts/form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Table, withQuery } from '../parts/table.tsx';
import { type Done, doneFrom } from '../referral/done-notice.tsx';
import { openReferral, type ReferralPageDeps, type ReferralView } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { isNarrowed, readListRequest, sendList } from './list-request.ts';
import { UnreadLegend } from './listed-referral.tsx';
import { isSelectAll, SELECTION } from './selection.tsx';
import { TaskTabs } from './task-tabs.tsx';
import { TriageCard } from './triage-card.tsx';
import { useTriageColumns } from './triage-columns.tsx';
import { TriageFilter } from './triage-filter.tsx';
import { type WaitingReferral, waitingReferrals } from './triage-rows.ts';
import { readSummary, type ShownSummary } from './triage-summary.tsx';

/** Each is read with its proposal: fewer than in a plain list. */
const LIMIT = 20;

/** Registers the triage queue. */
export function triagePages(app: FastifyInstance, deps: ReferralPageDeps): void {
  app.get('/triage', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'triage');
    const { person } = principal;
    const { query, isCsv } = readListRequest(request.query, { desk: 'triage', sort: 'due', order: 'asc' });
    const lookup = await deps.lookup();
    if (isCsv) return sendList(reply, { deps, principal, query, t, names: nameLookup(lookup, undefined) });
    const [page, counts] = await Promise.all([
      listReferrals(deps, person, { ...query, limit: LIMIT }),
      countWaiting(deps, person),
    ]);
    const [rows, opened] = await Promise.all([
      waitingReferrals(deps, person, page.rows),
      openedReferral(deps, request, page.rows[0]?.reference),
    ]);
    const summary = opened && (await readSummary(deps, request, opened));
    const done = await doneFrom(deps, request);
    const body = <Triage {...{ page, rows, opened, summary, query, counts, lookup, done }} />;
    return showPage(request, reply, { title: t('everywhere:nav.triage'), desk: 'triage', live: true, body });
  });
}

/** The referral that the address opens, as long as it waits for triage; otherwise the first of the list. */
async function openedReferral(
  deps: ReferralPageDeps,
  request: FastifyRequest,
  first: string | undefined,
): Promise<ReferralView | undefined> {
  const { person } = principalOf(request);
  const asked = Object(request.query)['show'];
  const named = typeof asked === 'string' ? await openedIfWaiting(deps, person, asked) : undefined;
  if (named !== undefined || first === undefined) return named;
  return openReferral(deps, person, first, new Date().toISOString());
}

async function openedIfWaiting(
  deps: ReferralPageDeps,
  person: Person,
  name: string,
): Promise<ReferralView | undefined> {
  try {
    const view = await openReferral(deps, person, name, new Date().toISOString());
    return view.isCoordinator && intake.includes(view.referral.status) ? view : undefined;
  } catch (error) {
    if (error instanceof ReferralError && error.code === 'UNKNOWN_REFERRAL') return undefined;
    throw error;
  }
}

interface Props {
  page: ListPage;
  rows: readonly WaitingReferral[];
  opened: ReferralView | undefined;
  summary: ShownSummary | undefined;
  query: ListQuery;
  counts: TaskCounts;
  lookup: DirectoryLookup;
  done: Done | undefined;
}

function Triage({ page: { total, next }, rows, opened, summary, query, counts, lookup, done }: Props) {
  const { t, address } = useViewer();
  const title = t('everywhere:nav.triage');
  const agreeing = rows.filter(({ agreed }) => agreed !== undefined).length;
  const columns = useTriageColumns(nameLookup(lookup, undefined), {
    isSelectable: agreeing > 0,
    isAllSelected: isSelectAll(address),
    opened: opened?.referral.reference,
  });
  return (
    <ListLayout
      title={title}
      total={total}
      next={next}
      done={done}
      tabs={<TaskTabs counts={counts} current="triage" />}
    >
      <TriageFilter query={query} directory={lookup.directory} />
      {/* Keeps its place while the queue is empty, so that the table does not move when a referral arrives. */}
      <div {...(rows.length === 0 && { class: 'desk-kept-place' })}>
        <Selection agreeing={agreeing} />
      </div>
      <div class="desk-beside">
        <div>
          <Table
            caption={title}
            columns={columns}
            rows={rows}
            rowKey={({ reference }) => reference}
            isEmergency={({ urgency }) => urgency === 'emergency'}
            empty={t(isNarrowed(query) ? 'waiting:triage.none-fits' : 'officer:triage.empty')}
            sorted={{ by: query.sort, order: query.order }}
          />
          <UnreadLegend rows={rows} />
          {agreeing > 0 && (
            <Form id={SELECTION} action="/triage/accept" hidden={{ key: crypto.randomUUID() }}>
              <Submit>{t('waiting:triage.accept')}</Submit>
            </Form>
          )}
        </div>
        {opened && <TriageCard view={opened} summary={summary} />}
      </div>
    </ListLayout>
  );
}

/** Selects the proposals that agree, or says why none can be selected. */
function Selection({ agreeing }: { agreeing: number }) {
  const { t, address } = useViewer();
  const isAll = isSelectAll(address);
  return (
    <>
      <p class="govuk-hint desk-measure">{t('waiting:triage.agreeing-hint')}</p>
      {agreeing > 0 ? (
        <p class="desk-no-print">
          <a class="govuk-link" href={withQuery(address, { select: isAll ? undefined : 'all' })}>
            {isAll ? t('waiting:select-none') : t('waiting:triage.select-agreeing', { count: agreeing })}
          </a>
        </p>
      ) : (
        <p class="desk-measure">{t('waiting:triage.none-agrees')}</p>
      )}
    </>
  );
}
