/** The page Statistics and its yearly report: the requests of a year, which do not change after the year is over. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { REQUEST_SIDES } from '../../../domain/statistics/request-events.ts';
import { KINDS, LEGAL_INSTRUMENTS } from '../../../domain/vocabulary.ts';
import { parse } from '../../contract/parse.ts';
import { year } from '../../contract/statistics.ts';
import { day } from '../../i18n/dates.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import {
  monthsOfYear,
  REQUEST_DIMENSIONS,
  type RequestStatistics,
  readRequestStatistics,
} from '../../queries/request-statistics.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { withQuery } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { AnswersChart, TimesChart } from './statistics-charts.tsx';
import { statisticsCsv } from './statistics-csv.ts';
import { RefusalTables, RequestsTable } from './statistics-tables.tsx';

/** Years in the filter. */
const YEARS = 6;

const address = z.object({
  year: year.exactOptional(),
  side: z.enum(REQUEST_SIDES).exactOptional(),
  kind: z.enum(KINDS).exactOptional(),
  instrument: z.enum(LEGAL_INSTRUMENTS).exactOptional(),
});

/** Registers the page and the report. */
export function statisticsPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  // Figures are about no single case.
  const config = { stepUp: false } as const;
  const read = async (request: FastifyRequest) => {
    const { principal, t } = requireDesk(request, 'statistics');
    const { year = new Date().getUTCFullYear(), ...of } = parse(address, withoutEmpty(request.query));
    const statistics = await readRequestStatistics({ db }, principal.person, { months: monthsOfYear(year), ...of });
    return { principal, t, year, statistics };
  };
  app.get<{ Querystring: { format?: string } }>('/statistics', { config }, async (request, reply) => {
    const { principal, t, year, statistics } = await read(request);
    if (request.query.format === 'csv') {
      const { side, onlyKind = '', onlyInstrument = '' } = statistics;
      const name = ['statistics', year, side, onlyKind, onlyInstrument].filter((part) => part !== '').join('-');
      return sendCsv(reply, name, statisticsCsv(statistics, principal.language, t));
    }
    const body = <StatisticsPage year={year} statistics={statistics} />;
    return showPage(request, reply, { title: t('everywhere:nav.statistics'), desk: 'statistics', body });
  });
  app.get('/statistics/report', { config }, async (request, reply) => {
    const { principal, t, year, statistics } = await read(request);
    const { agency } = nameLookup(await lookup(), undefined);
    const body = <Report year={year} statistics={statistics} agency={agency(principal.person.agencyId)} />;
    return showPage(request, reply, {
      title: t('statistics:report.title', { year: String(year) }),
      desk: 'statistics',
      body,
    });
  });
}

interface Props {
  year: number;
  statistics: RequestStatistics;
}

function queryOf(year: number, { side, onlyKind, onlyInstrument }: RequestStatistics): string {
  const limits = { ...(onlyKind && { kind: onlyKind }), ...(onlyInstrument && { instrument: onlyInstrument }) };
  return String(new URLSearchParams({ year: String(year), side, ...limits }));
}

function StatisticsPage({ year, statistics }: Props) {
  const { t, address: here } = useViewer();
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.statistics')}</h1>
      <Filters year={year} statistics={statistics} />
      <Summary year={year} statistics={statistics} />
      <ul class="govuk-list">
        <li>
          <a href={`/statistics/report?${queryOf(year, statistics)}`}>
            {t('statistics:report.title', { year: String(year) })}
          </a>
        </li>
        <li>
          <a href={withQuery(here, { format: 'csv' })}>{t('everywhere:list.csv')}</a>
        </li>
      </ul>
      <Figures statistics={statistics} />
    </>
  );
}

/** Made for printing: on paper the navigation is left out, and every page repeats the heads of its tables. */
function Report({ year, statistics, agency }: Props & { agency: string }) {
  const { t, language, now, zone } = useViewer();
  // Months are those of UTC.
  const isOver = String(year) < now.slice(0, 4);
  return (
    <>
      <a class="govuk-back-link desk-no-print" href={`/statistics?${queryOf(year, statistics)}`}>
        {t('everywhere:nav.statistics')}
      </a>
      <h1 class="govuk-heading-l">{t('statistics:report.title', { year: String(year) })}</h1>
      <button type="button" class="desk-button-plain desk-no-print" data-print="" hidden>
        {t('everywhere:list.print')}
      </button>
      <p class="govuk-body">
        <strong>{agency}</strong>. {t('statistics:report.basis')}{' '}
        {t(isOver ? 'statistics:report.made' : 'statistics:report.until', { date: day(now, language, zone) })}
      </p>
      <Summary year={year} statistics={statistics} />
      <Figures statistics={statistics} />
      <h2 class="govuk-heading-m">{t('statistics:report.how')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {(['request', 'month', 'granted', 'in-time', 'overdue', 'share', 'authorisation', 'country'] as const).map(
          (rule) => (
            <li>{t(`statistics:rule.${rule}`)}</li>
          ),
        )}
        <li>{t('statistics:rule.error', { error: formatPercent(statistics.error, language) })}</li>
      </ul>
    </>
  );
}

/** The figures of the whole in sentences. */
function Summary({ year, statistics: { side, whole, error, onlyKind, onlyInstrument } }: Props) {
  const { t, language } = useViewer();
  const ended = whole.inTime + whole.overdue;
  return (
    <p class="govuk-body">
      {onlyKind && t('statistics:summary.only-kind', { kind: t(`codes:kind.${onlyKind}`) })}{' '}
      {onlyInstrument &&
        t('statistics:summary.only-instrument', { instrument: t(`codes:legalInstrument.${onlyInstrument}`) })}{' '}
      {t(`statistics:summary.${side}`, { count: whole.requested, year: String(year) })}{' '}
      {t('statistics:summary.answers', { ...counts(whole) })}{' '}
      {ended > 0 &&
        t('statistics:summary.met', {
          ...{ inTime: formatNumber(whole.inTime, language), ended: formatNumber(ended, language) },
          ...{ share: formatPercent(whole.inTime / ended, language), overdue: formatNumber(whole.overdue, language) },
        })}{' '}
      {whole.late > 0 && t('statistics:summary.late', { ...counts(whole) })}{' '}
      {t('statistics:summary.departures', { count: whole.departures })}{' '}
      {t('statistics:rule.error', { error: formatPercent(error, language) })}
    </p>
  );
}

function counts(whole: RequestStatistics['whole']) {
  const { answered, granted, refused, onward, withoutResult, late, lateAuthorisation } = whole;
  return { answered, granted, refused, onward, withoutResult, late, lateAuthorisation };
}

function Figures({ statistics }: { statistics: RequestStatistics }) {
  return (
    <>
      <AnswersChart rows={statistics.month} />
      <TimesChart rows={statistics.month} />
      {REQUEST_DIMENSIONS.map((by) => (
        <RequestsTable statistics={statistics} by={by} />
      ))}
      <RefusalTables statistics={statistics} />
    </>
  );
}

function Filters({ year, statistics: { side, sides, onlyKind, onlyInstrument } }: Props) {
  const { t, now } = useViewer();
  const current = Number(now.slice(0, 4));
  const years = [...new Set([...Array.from({ length: YEARS }, (_, back) => current - back), year])];
  const offered = sides.includes(side) ? sides : [...sides, side];
  return (
    <FilterForm action="/statistics">
      <Select
        name="year"
        label={t('statistics:year')}
        value={String(year)}
        options={years.map((each) => ({ value: String(each), label: String(each) }))}
      />
      <Select
        name="side"
        label={t('statistics:requests')}
        value={side}
        options={offered.map((value) => ({ value, label: t(`statistics:side.${value}`) }))}
      />
      <Select
        name="kind"
        label={t('statistics:of.kind')}
        empty={t('statistics:all-kinds')}
        {...(onlyKind && { value: onlyKind })}
        options={KINDS.map((value) => ({ value, label: t(`codes:kind.${value}`) }))}
      />
      <Select
        name="instrument"
        label={t('statistics:instrument')}
        empty={t('statistics:all-instruments')}
        {...(onlyInstrument && { value: onlyInstrument })}
        options={LEGAL_INSTRUMENTS.map((value) => ({ value, label: t(`codes:legalInstrument.${value}`) }))}
      />
    </FilterForm>
  );
}
