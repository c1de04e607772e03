/** The page Performance: timeliness over a period by one dimension. Each figure links to its referrals. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ReferralError } from '../../../domain/errors.ts';
import { BUCKET_ERROR } from '../../../domain/time-buckets.ts';
import { parse } from '../../contract/parse.ts';
import { formatPercent } from '../../i18n/numbers.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import { DIMENSIONS, type Dimension, type Performance, readPerformance } from '../../queries/performance.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { pageNumber, rowsOfPage } from '../parts/numbered-page.ts';
import { PageOf } from '../parts/page-of.tsx';
import { withQuery } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { nameOfKey } from './key-name.ts';
import { chosenMonths, monthName, monthsBefore } from './months.ts';
import { performanceCsv } from './performance-csv.ts';
import { AnswersTable, TimelinessTable } from './performance-tables.tsx';

const MONTHS = 24;
/** So many of these fit on a page that is quick to come: each has the counts of twelve months. */
const ROWS = 15;

const month = z.string().regex(/^(20\d\d|2100)-(0[1-9]|1[0-2])$/, 'must be a month, for example 2026-11');
const address = z.object({
  by: z.enum(DIMENSIONS).default('country'),
  /** Of one agency, country or whatever it is by: its row alone. */
  key: z.string().max(100).exactOptional(),
  from: month.exactOptional(),
  to: month.exactOptional(),
  page: pageNumber,
  /** Exact percentiles, of one month. */
  exact: z.literal('yes').exactOptional(),
});
type PerformanceQuery = z.output<typeof address>;

/** Registers the page of Performance. */
export function performancePages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  // Figures are about no single case.
  const config = { stepUp: false } as const;
  app.get<{ Querystring: { format?: string } }>('/performance', { config }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'performance');
    const asked = parse(address, withoutEmpty(request.query));
    const months = chosenMonths(asked.from, asked.to);
    const exact = asked.exact === 'yes';
    if (exact && (months === undefined || months.from !== months.to)) {
      throw new ReferralError('INVALID_INPUT', 'Choose one month as the first and the last for exact times.', 'exact');
    }
    const names = nameLookup(await lookup(), undefined);
    const nameOf = (by: Dimension, key: string) => nameOfKey(by, key, names, principal.language, t);
    const question = { exact, ...(months && { months }) };
    if (request.query.format === 'csv') {
      const all: Performance[] = [];
      for (const by of DIMENSIONS) all.push(await readPerformance({ db }, principal.person, { by, ...question }));
      return sendCsv(reply, 'performance', performanceCsv(all, t, nameOf));
    }
    const { by, key, page } = asked;
    // Months are few, and their order is that of time.
    const slice = by === 'month' ? {} : { offset: (page - 1) * ROWS, limit: ROWS };
    const of = key === undefined ? slice : { key };
    const performance = await readPerformance({ db }, principal.person, { by, ...question, ...of });
    const body = <PerformancePage asked={asked} performance={performance} names={names} />;
    return showPage(request, reply, { title: t('everywhere:nav.performance'), desk: 'performance', body });
  });
}

interface Props {
  asked: PerformanceQuery;
  performance: Performance;
  names: Names;
}

function PerformancePage({ asked, performance, names }: Props) {
  const { t, language, address: here } = useViewer();
  const { by, key, page } = asked;
  const { months, groups } = performance;
  const rows = by === 'month' ? rowsOfPage(performance.rows, page, ROWS) : performance.rows;
  const [only] = rows;
  const looked = key === undefined || only === undefined ? performance.whole : only;
  const nameOf = (of: string) => nameOfKey(by, of, names, language, t);
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.performance')}</h1>
      <Filters asked={asked} performance={performance} />
      <p class="govuk-body">
        {t('supervisor:performance.period', {
          from: monthName(`${months.from}-01`, language),
          to: monthName(`${months.to}-01`, language),
        })}
      </p>
      <p class="desk-list-foot">
        <a href={withQuery(here, { format: 'csv', page: undefined })}>{t('everywhere:list.csv')}</a>
        <a href={`/performance/trends?${new URLSearchParams({ ...months })}`}>{t('pictures:trend.title')}</a>
      </p>
      <Precision asked={asked} months={months} />
      {key !== undefined && (
        <p class="govuk-body">
          <strong>{nameOf(key)}</strong> <a href={withQuery(here, { key: undefined })}>{t('everywhere:list.clear')}</a>
        </p>
      )}
      <TimelinessTable
        by={by}
        rows={key === undefined ? [performance.whole, ...rows] : rows}
        nameOf={(of) => (of === '' ? t('supervisor:performance.whole') : nameOf(of))}
      />
      {key === undefined && <PageOf page={page} last={Math.ceil(groups / ROWS)} />}
      <AnswersTable row={looked} what="outcomes" />
      <AnswersTable row={looked} what="grounds" />
    </>
  );
}

/** How exact the times are. One month may be calculated exactly. */
function Precision({ asked: { exact }, months }: { asked: PerformanceQuery; months: Performance['months'] }) {
  const { t, language, address: here } = useViewer();
  if (exact) return <p class="govuk-body">{t('everywhere:precision.exact')}</p>;
  const { from, to } = months;
  return (
    <p class="govuk-body">
      {t('everywhere:precision.rounded', { error: formatPercent(BUCKET_ERROR, language) })}{' '}
      {from === to ? (
        <a href={withQuery(here, { from, to, exact: 'yes' })}>{t('everywhere:precision.calculate')}</a>
      ) : (
        t('everywhere:precision.one-month')
      )}
    </p>
  );
}

function Filters({ asked: { by, from, to }, performance }: Pick<Props, 'asked' | 'performance'>) {
  const { t, language, now } = useViewer();
  const choices = monthsBefore(now, MONTHS).map((value) => ({ value, label: monthName(`${value}-01`, language) }));
  return (
    <FilterForm action="/performance">
      <Select
        name="by"
        label={t('supervisor:performance.by')}
        value={by}
        options={DIMENSIONS.map((value: Dimension) => ({ value, label: t(`supervisor:performance.of.${value}`) }))}
      />
      <Select
        name="from"
        label={t('supervisor:performance.from')}
        value={from ?? performance.months.from}
        options={choices}
      />
      <Select name="to" label={t('supervisor:performance.to')} value={to ?? now.slice(0, 7)} options={choices} />
    </FilterForm>
  );
}
