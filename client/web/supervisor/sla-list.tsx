/** SLA timelines of many referrals: one row each, with its clocks as small bars, sorted by the time that is left. */

import type { FastifyInstance } from 'fastify';
import type { ListQuery } from '../../../domain/list-query.ts';
import { parse } from '../../contract/parse.ts';
import type { HttpDependencies } from '../../http/dependencies.ts';
import { handlingText } from '../../i18n/handling-text.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { countReferrals } from '../../queries/list.ts';
import { listAddress, withoutEmpty } from '../../queries/list-address.ts';
import { listSla, type SlaRow } from '../../queries/sla-list.ts';
import { type Cell, streamCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { Due } from '../parts/due.tsx';
import { everyPage } from '../parts/every-page.ts';
import { KindFilter, UrgencyFilter, YesNoFilter } from '../parts/filter-fields.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { ListLayout } from '../parts/list-layout.tsx';
import { NextClock } from '../parts/next-clock.tsx';
import { Table } from '../parts/table.tsx';
import { StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { SmallBar } from './small-bar.tsx';

// Each is a picture too: more would not be read at once, nor loaded at once.
const ROWS = 25;

/** Registers the list of SLA timelines. */
export function slaListPages(app: FastifyInstance, { db }: HttpDependencies): void {
  app.get<{ Querystring: { format?: string } }>('/sla', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const query: ListQuery = {
      ...{ sort: 'due', order: 'asc', limit: ROWS, open: true },
      ...parse(listAddress, withoutEmpty(request.query)),
    };
    if (request.query.format === 'csv') {
      const { cursor: _, ...whole } = query;
      const pages = everyPage((cursor) =>
        listSla({ db }, principal.person, { ...whole, limit: 200, ...(cursor && { cursor }) }),
      );
      return streamCsv(reply, 'sla', { head: csvHead(t), pages, lines: (rows) => csvRows(rows, t) });
    }
    const [{ rows, next }, total] = await Promise.all([
      listSla({ db }, principal.person, query),
      countReferrals({ db }, principal.person, query),
    ]);
    const body = <SlaList query={query} rows={rows} next={next} total={total} />;
    return showPage(request, reply, { title: t('everywhere:nav.sla'), desk: 'sla', live: true, body });
  });
}

function csvHead(t: Translate): Cell[] {
  return [
    t('everywhere:column.reference'),
    t('everywhere:column.urgency'),
    t('everywhere:column.status'),
    t('supervisor:sla.clock'),
    t('supervisor:sla.state'),
    t('supervisor:sla.started'),
    t('everywhere:column.due'),
    t('referral:handling'),
  ];
}

function csvRows(rows: readonly SlaRow[], t: Translate): Cell[][] {
  return rows.flatMap(({ row, handling, clocks }) =>
    clocks.map(({ name, status, startedAt, dueAt }) => [
      row.reference,
      t(`codes:urgency.${row.urgency}`),
      t(`codes:referralStatus.${row.status}`),
      t(`codes:clockName.${name}`),
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
}

function SlaList({ query, rows, next, total }: Props) {
  const { t } = useViewer();
  return (
    <ListLayout title={t('everywhere:nav.sla')} total={total} next={next}>
      <Filters query={query} />
      <Table
        caption={t('everywhere:nav.sla')}
        sorted={{ by: query.sort, order: query.order }}
        rows={rows}
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
            ...{ key: 'due', title: t('supervisor:sla.time-left'), sorts: true },
            cell: ({ row }) => <NextClock row={row} />,
          },
          { key: 'clocks', title: t('supervisor:sla.clocks'), cell: (row) => <Clocks {...row} /> },
        ]}
      />
    </ListLayout>
  );
}

function Clocks({ row, clocks }: SlaRow) {
  const { t } = useViewer();
  return (
    <ul class="desk-clocks">
      {clocks.map((clock) => (
        <li>
          <a href={`/sla/${encodeURIComponent(row.reference)}/${clock.clockId}`}>
            {t(`codes:clockName.${clock.name}`)}
          </a>{' '}
          <SmallBar clock={clock} /> {/* Its due instant moves once it goes on: it is not late by it. */}
          {clock.pausedBy ? (
            t('supervisor:sla.paused', { reason: t(`codes:pauseReason.${clock.pausedBy}`) })
          ) : (
            <Due at={clock.dueAt} />
          )}
        </li>
      ))}
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
