/** Deadlines of many referrals by the agency that must act: a table of the agencies, and the bars of one on a time axis. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parse } from '../../contract/parse.ts';
import { openDeadlineTexts } from '../../documents/bar-texts.ts';
import { formatInstant } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import { type DebtorSummary, type OpenDeadline, readDeadlinesOf, readDebtors } from '../../queries/open-deadlines.ts';
import type { Axis } from '../../queries/sla.ts';
import { type Cell, sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { DateAndTime, Due } from '../parts/due.tsx';
import { pageNumber, rowsOfPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { Table, withQuery } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import type { ChartRow } from './chart-row.ts';
import { SlaChart } from './sla-chart.tsx';
import { SlaLegend } from './sla-legend.tsx';

/** So many agencies and deadlines fit on a page that is quick to come. */
const AGENCIES = 20;
const DEADLINES = 20;

const address = z.object({
  /** The agency that must act; default: the first of the table. */
  agency: z.string().max(200).exactOptional(),
  page: pageNumber,
  agencies: pageNumber,
});

/** Registers the page. */
export function debtorPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  app.get<{ Querystring: { format?: string } }>('/sla/agencies', async (request, reply) => {
    const { principal, t } = requireDesk(request, 'sla');
    const { agency, page, agencies } = parse(address, withoutEmpty(request.query));
    const [debtors, known] = await Promise.all([readDebtors({ db }, principal.person), lookup()]);
    const names = nameLookup(known, undefined);
    const debtor = agency ?? debtors[0]?.agencyId ?? '';
    const isFile = request.query.format === 'csv';
    const slice = isFile ? { offset: 0 } : { offset: (page - 1) * DEADLINES, limit: DEADLINES };
    const { axis, deadlines } = await readDeadlinesOf({ db }, principal.person, { debtor, ...slice });
    if (isFile) return sendCsv(reply, `sla-${debtor}`, csvRows(deadlines, names, t));
    const body = <Debtors {...{ debtors, debtor, axis, deadlines, names, page, agencies }} />;
    return showPage(request, reply, { title: t('pictures:debtors.title'), desk: 'sla', body });
  });
}

function csvRows(deadlines: readonly OpenDeadline[], names: Names, t: Translate): Cell[][] {
  const head = [
    ...[t('waiting:overdue.who'), t('everywhere:column.reference'), t('supervisor:sla.clock')],
    ...[t('supervisor:sla.state'), t('supervisor:sla.started'), t('everywhere:column.due'), t('pictures:sla.late-by')],
  ];
  const rows = deadlines.map(({ agencyId, reference, name, state, startedAt, dueAt, breach }): Cell[] => [
    ...[names.agency(agencyId), reference, t(`codes:clockName.${name}`), t(`codes:clockStatus.${state}`)],
    ...[startedAt, dueAt, breach ? Math.round((Date.parse(breach.to) - Date.parse(breach.from)) / 36_000) / 100 : 0],
  ]);
  return [head, ...rows];
}

interface Props {
  debtors: readonly DebtorSummary[];
  debtor: string;
  axis: Axis;
  deadlines: readonly OpenDeadline[];
  names: Names;
  page: number;
  agencies: number;
}

function Debtors({ debtors, debtor, axis, deadlines, names, page, agencies }: Props) {
  const { t, language, zone, address: here } = useViewer();
  const summary = debtors.find(({ agencyId }) => agencyId === debtor);
  const title = t('pictures:debtors.of', { agency: names.agency(debtor) });
  const write = (at: string) => formatInstant(at, language, zone);
  const rows = deadlines.map((deadline): ChartRow => {
    const { reference, clockId, name } = deadline;
    const clock = t(`codes:clockName.${name}`);
    const href = `/sla/${encodeURIComponent(reference)}`;
    const { endsAt, startedAt, dueAt, state, breach } = deadline;
    const none = { firstDueAt: dueAt, pauses: [], warnings: [], extensions: [], closed: [] };
    return {
      bar: { ...none, endsAt, startedAt, dueAt, state, ...(breach && { breach }) },
      title: { text: reference, href },
      subtitle: clock,
      link: { href: `${href}/${clockId}`, name: t('pictures:debtors.explains', { clock, reference }) },
      texts: openDeadlineTexts(deadline, { t, now: axis.now, write }),
    };
  });
  return (
    <>
      <a class="govuk-back-link" href="/sla">
        {t('everywhere:nav.sla')}
      </a>
      <h1 class="govuk-heading-l">{t('pictures:debtors.title')}</h1>
      <p class="govuk-body">{seenText(debtors, names, t)}</p>
      <DebtorTable debtors={rowsOfPage(debtors, agencies, AGENCIES)} {...{ debtor, names }} />
      <PageOf
        page={agencies}
        last={Math.ceil(debtors.length / AGENCIES)}
        name="agencies"
        of={t('pictures:debtors.table')}
      />
      {summary && (
        <>
          <h2 class="govuk-heading-m">{title}</h2>
          <SlaChart title={t('pictures:debtors.chart', { agency: names.agency(debtor) })} axis={axis} rows={rows} />
          <PageOf page={page} last={Math.ceil(summary.open / DEADLINES)} of={title} />
          <SlaLegend bars={rows.map(({ bar }) => bar)} />
          <DeadlineTable title={title} deadlines={deadlines} />
          <p class="desk-list-foot">
            <a href={withQuery(here, { format: 'csv', page: undefined, agency: debtor })}>{t('everywhere:list.csv')}</a>
          </p>
        </>
      )}
    </>
  );
}

/** How many deadlines are open and overdue, and which agency has the most overdue. */
function seenText(debtors: readonly DebtorSummary[], names: Names, t: Translate): string {
  const sum = (of: 'open' | 'overdue') => debtors.reduce((all, each) => all + each[of], 0);
  const text = t('pictures:debtors.seen', { count: sum('open'), overdue: sum('overdue') });
  const [first] = debtors;
  if (first === undefined || first.overdue === 0) return text;
  return `${text} ${t('pictures:debtors.most', { agency: names.agency(first.agencyId), overdue: first.overdue })}`;
}

function DebtorTable({ debtors, debtor, names }: Pick<Props, 'debtors' | 'debtor' | 'names'>) {
  const { t, language } = useViewer();
  return (
    <Table
      caption={t('pictures:debtors.table')}
      titled
      rows={debtors}
      empty={t('supervisor:sla.none')}
      columns={[
        {
          ...{ key: 'agency', title: t('waiting:overdue.who') },
          cell: ({ agencyId }) => {
            const [href, name] = [`/sla/agencies?agency=${encodeURIComponent(agencyId)}`, names.agency(agencyId)];
            if (agencyId !== debtor) return <a href={href}>{name}</a>;
            return (
              <a href={href} aria-current="true">
                <strong>{name}</strong>
              </a>
            );
          },
        },
        {
          ...{ key: 'open', title: t('supervisor:sla.clocks'), number: true },
          cell: ({ open }) => formatNumber(open, language),
        },
        {
          ...{ key: 'overdue', title: t('supervisor:sla.breached'), number: true },
          cell: ({ overdue }) => formatNumber(overdue, language),
        },
        {
          ...{ key: 'first', title: t('everywhere:column.next') },
          cell: ({ firstDueAt }) => <Due at={firstDueAt} />,
        },
      ]}
    />
  );
}

function DeadlineTable({ title, deadlines }: { title: string } & Pick<Props, 'deadlines'>) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('pictures:table', { title })}
      rows={deadlines}
      empty={t('supervisor:sla.none')}
      columns={[
        {
          ...{ key: 'reference', title: t('everywhere:column.reference') },
          cell: ({ reference }) => (
            <a class="desk-reference" href={`/sla/${encodeURIComponent(reference)}`}>
              {reference}
            </a>
          ),
        },
        { key: 'clock', title: t('supervisor:sla.clock'), cell: ({ name }) => t(`codes:clockName.${name}`) },
        { key: 'state', title: t('supervisor:sla.state'), cell: ({ state }) => t(`codes:clockStatus.${state}`) },
        { key: 'started', title: t('supervisor:sla.started'), cell: ({ startedAt }) => <DateAndTime at={startedAt} /> },
        {
          ...{ key: 'due', title: t('everywhere:column.due') },
          cell: ({ state, dueAt }) => (state === 'paused' ? <DateAndTime at={dueAt} /> : <Due at={dueAt} />),
        },
      ]}
    />
  );
}
