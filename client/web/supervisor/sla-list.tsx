/** SLA timelines of many referrals: one row each, with its clocks as small bars, sorted by the time that is left. */

import type { FastifyInstance } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import { parse } from '../../contract/parse.ts';
import { handlingText } from '../../i18n/handling-text.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { countReferrals } from '../../queries/list.ts';
import { listAddress, withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import { listSla, type SlaRow } from '../../queries/sla-list.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Due } from '../parts/due.tsx';
import { everyPage } from '../parts/every-page.ts';
import { KindFilter, UrgencyFilter, YesNoFilter } from '../parts/filter-fields.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { Table } from '../parts/table.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { SmallBar } from './small-bar.tsx';

// Each is a picture too: more would not be read at once, nor loaded at once.
const ROWS = 25;
/** Of a referral. The page of the referral has all. */
const CLOCKS = 3;

/** Registers the list of SLA timelines. */
export function slaListPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  app.get<{ Querystring: { format?: string } }>('/sla', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const query: ListQuery = {
      ...{ sort: 'due', order: 'asc', limit: ROWS, open: true },
      ...parse(listAddress, withoutEmpty(request.query)),
    };
    const names = nameLookup(await lookup(), undefined);
    if (request.query.format === 'csv') {
      const { cursor: _, ...whole } = query;
      const pages = everyPage((cursor) =>
        listSla({ db }, principal.person, { ...whole, limit: 200, ...(cursor && { cursor }) }),
      );
      return streamCsv(reply, 'sla', { head: csvHead(t), pages, lines: (rows) => csvRows(rows, names, t) });
    }
    const [{ rows, next }, total] = await Promise.all([
      listSla({ db }, principal.person, query),
      countReferrals({ db }, principal.person, query),
    ]);
    const body = <SlaList {...{ query, rows, next, total, names }} />;
    return showPage(request, reply, { title: t('everywhere:nav.sla'), desk: 'sla', live: true, body });
  });
}

function csvHead(t: Translate): Cell[] {
  return [
    t('everywhere:column.reference'),
    t('everywhere:column.urgency'),
    t('everywhere:column.status'),
    t('supervisor:sla.clock'),
    t('waiting:overdue.who'),
    t('supervisor:sla.state'),
    t('supervisor:sla.started'),
    t('everywhere:column.due'),
    t('referral:handling'),
  ];
}

function csvRows(rows: readonly SlaRow[], names: Names, t: Translate): Cell[][] {
  return rows.flatMap(({ row, handling, clocks }) =>
    clocks.map(({ name, debtor, status, startedAt, dueAt }) => [
      row.reference,
      t(`codes:urgency.${row.urgency}`),
      t(`codes:referralStatus.${row.status}`),
      t(`codes:clockName.${name}`),
      names.agency(debtor.agencyId),
      t(`codes:clockStatus.${status}`),
      startedAt,
      dueAt,
      handlingText(t, handling),
    ]),
  );
}

interface Props {
  query: ListQuery;
  rows: readonly SlaRow[];
  next: string | undefined;
  total: number;
  names: Names;
}

function SlaList({ query, rows, next, total, names }: Props) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.sla')} total={total} next={next}>
      <p class="govuk-body">
        <a href="/sla/agencies">{t('pictures:debtors.title')}</a>
      </p>
      <Filters query={query} />
      {rows.length > 0 && <Seen rows={rows} />}
      <Table
        caption={t('everywhere:nav.sla')}
        sorted={{ by: query.sort, order: query.order }}
        rows={rows}
        rowKey={({ row }) => row.reference}
        empty={t('supervisor:sla.none')}
        columns={[
          {
            ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
            cell: ({ row: { reference } }) => (
              <a class="desk-reference" href={`/sla/${encodeURIComponent(reference)}`}>
                {reference}
              </a>
            ),
          },
          {
            ...{ key: 'urgency', title: t('everywhere:column.urgency'), sorts: true },
            cell: ({ row }) => <UrgencyTag urgency={row.urgency} />,
          },
          {
            ...{ key: 'status', title: t('everywhere:column.status') },
            cell: ({ row }) => <StatusTag status={row.status} />,
          },
          {
            ...{ key: 'due', title: t('supervisor:sla.clocks'), sorts: true },
            cell: (row) => <Clocks {...row} names={names} />,
          },
        ]}
      />
    </ListLayout>
  );
}

/** What the small bars show, in words. */
function Seen({ rows }: Pick<Props, 'rows'>) {
  const { t, now } = useViewer();
  const overdue = rows.filter(({ row }) => row.breached).length;
  const risk = rows.filter(
    ({ row: { breached, riskAt } }) => !breached && riskAt !== undefined && riskAt <= now,
  ).length;
  return <p class="govuk-body">{t('pictures:sla.seen', { count: rows.length, overdue, risk })}</p>;
}

function Clocks({ row: { reference }, clocks, names }: SlaRow & { names: Names }) {
  const { t } = useViewer();
  const href = `/sla/${encodeURIComponent(reference)}`;
  const more = clocks.length - CLOCKS;
  if (clocks.length === 0) return <>{t('everywhere:time.none')}</>;
  return (
    <ul class="desk-clocks">
      {clocks.slice(0, CLOCKS).map((clock) => (
        <li>
          <span>
            <a href={`${href}/${clock.clockId}`}>{t(`codes:clockName.${clock.name}`)}</a>
            <br />
            {t('documents:bar.must-act', { agency: names.agency(clock.debtor.agencyId) })}
          </span>
          <SmallBar clock={clock} /> {/* Its due instant moves once it goes on: it is not late by it. */}
          {clock.pausedBy ? (
            t('supervisor:sla.paused', { reason: t(`codes:pauseReason.${clock.pausedBy}`) })
          ) : (
            <Due at={clock.dueAt} />
          )}
        </li>
      ))}
      {more > 0 && (
        <li>
          <a href={href}>{t('pictures:sla.more', { count: more })}</a>
        </li>
      )}
    </ul>
  );
}

function Filters({ query }: { query: ListQuery }) {
  const { t } = useViewer();
  return (
    <FilterForm action="/sla" keeps={{ sort: query.sort, order: query.order }}>
      <UrgencyFilter value={query.urgency} />
      <KindFilter value={query.kind} />
      <YesNoFilter name="breached" label={t('supervisor:sla.breached')} value={query.breached} />
      <YesNoFilter name="atRisk" label={t('supervisor:sla.at-risk')} value={query.atRisk} />
    </FilterForm>
  );
}
