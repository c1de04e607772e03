/** The pictures of Performance: trends by month, the distribution of times, and ages of open referrals, each with its table. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BUCKET_ERROR } from '../../../domain/time-buckets.ts';
import { parse } from '../../contract/parse.ts';
import { formatPercent } from '../../i18n/numbers.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { nameLookup } from '../../queries/names.ts';
import {
  type AgeGroup,
  readAges,
  readDistribution,
  readTrends,
  type TimeDistribution,
  TREND_CLOCKS,
  TREND_DIMENSIONS,
  type Trend,
} from '../../queries/trends.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { withQuery } from '../parts/table.tsx';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { ColumnChart } from './column-chart.tsx';
import { nameOfKey } from './key-name.ts';
import { chosenMonths, monthName, monthsBefore } from './months.ts';
import { SmallMultiples } from './small-multiples.tsx';
import { AgeTable, TimeTable, TrendTable } from './trend-tables.tsx';
import { ageLabels, agesSeen, timeLabels, timesSeen, trendsSeen } from './trend-texts.ts';
import { agesCsv, timesCsv, trendsCsv } from './trends-csv.ts';

const MONTHS = 24;
/** More small charts are not compared at once. The file has all. */
const GROUPS = 9;

const month = z.string().regex(/^(20\d\d|2100)-(0[1-9]|1[0-2])$/, 'must be a month, for example 2026-11');
const address = z.object({
  by: z.enum(TREND_DIMENSIONS).default('country'),
  clock: z.enum(TREND_CLOCKS).default('acknowledge'),
  from: month.exactOptional(),
  to: month.exactOptional(),
  /** Of the file: which picture it has the numbers of. */
  picture: z.enum(['trend', 'times', 'ages']).default('trend'),
});
type TrendsQuery = z.output<typeof address>;

/** Registers the page. */
export function trendPages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  // Figures are about no single case.
  const config = { stepUp: false } as const;
  app.get<{ Querystring: { format?: string } }>('/performance/trends', { config }, async (request, reply) => {
    const { principal, t } = requireDesk(request, 'performance');
    const { person, language } = principal;
    const asked = parse(address, withoutEmpty(request.query));
    const { by, clock, picture } = asked;
    const chosen = chosenMonths(asked.from, asked.to);
    const months = chosen && { months: chosen };
    const names = nameLookup(await lookup(), undefined);
    if (request.query.format === 'csv') {
      const name = `performance-${picture}`;
      if (picture === 'ages') return sendCsv(reply, name, agesCsv(await readAges({ db }, person), t));
      if (picture === 'times') {
        return sendCsv(reply, name, timesCsv(await readDistribution({ db }, person, { clock, ...months }), t));
      }
      const all = await readTrends({ db }, person, { by, clock, ...months });
      return sendCsv(
        reply,
        name,
        trendsCsv(all, by, (key) => nameOfKey(by, key, names, language, t), t),
      );
    }
    const [trends, times, ages] = await Promise.all([
      readTrends({ db }, person, { by, clock, ...months, limit: GROUPS }),
      readDistribution({ db }, person, { clock, ...months }),
      readAges({ db }, person),
    ]);
    const body = <TrendsPage {...{ asked, trends, times, ages, names }} />;
    return showPage(request, reply, { title: t('pictures:trend.title'), desk: 'performance', body });
  });
}

interface Props {
  asked: TrendsQuery;
  trends: readonly Trend[];
  times: TimeDistribution;
  ages: readonly AgeGroup[];
  names: Names;
}

function TrendsPage({ asked, trends, times, ages, names }: Props) {
  const { t, language, address: here } = useViewer();
  const { by, clock } = asked;
  const nameOf = (key: string) => nameOfKey(by, key, names, language, t);
  const what = t(`codes:clockName.${clock === 'report' ? 'outcome' : clock}`);
  const parts = { filled: t('statistics:in-time'), crossed: t('pictures:trend.late') };
  const csv = (picture: TrendsQuery['picture']) => (
    <p class="desk-list-foot">
      <a href={withQuery(here, { format: 'csv', picture })}>{t('everywhere:list.csv')}</a>
    </p>
  );
  const labels = timeLabels(t);
  const ageNames = ageLabels(t);
  return (
    <>
      <a class="govuk-back-link" href="/performance">
        {t('everywhere:nav.performance')}
      </a>
      <h1 class="govuk-heading-l">{t('pictures:trend.title')}</h1>
      <Filters asked={asked} />
      <h2 class="govuk-heading-m">{t(`pictures:trend.by.${by}`, { clock: what })}</h2>
      <p class="govuk-body">{trendsSeen(trends, nameOf, language, t)}</p>
      <SmallMultiples {...{ trends, nameOf, parts }} title={t(`pictures:trend.by.${by}`, { clock: what })} />
      <TrendTable {...{ trends, nameOf }} title={t(`pictures:trend.by.${by}`, { clock: what })} />
      {csv('trend')}
      <h2 class="govuk-heading-m">{t('pictures:times.title', { clock: what })}</h2>
      <p class="govuk-body">
        {timesSeen(times, t)} {t('pictures:times.error', { error: formatPercent(BUCKET_ERROR, language) })}
      </p>
      <ColumnChart
        title={t('pictures:times.title', { clock: what })}
        columns={times.counts.map((filled, n) => ({ label: labels[n] ?? '', filled, crossed: 0 }))}
        parts={{ filled: t('pictures:times.answers') }}
        id="times"
      />
      <TimeTable times={times} title={t('pictures:times.title', { clock: what })} />
      {csv('times')}
      <h2 class="govuk-heading-m">{t('pictures:ages.title')}</h2>
      <p class="govuk-body">{agesSeen(ages, t)}</p>
      <ColumnChart
        title={t('pictures:ages.title')}
        columns={ages.map(({ open, overdue }, n) => ({
          ...{ label: ageNames[n] ?? '', filled: open - overdue, crossed: overdue },
        }))}
        parts={{ filled: t('pictures:ages.in-time'), crossed: t('supervisor:sla.breached') }}
        id="ages"
      />
      <AgeTable ages={ages} />
      {csv('ages')}
    </>
  );
}

function Filters({ asked: { by, clock, from, to } }: { asked: TrendsQuery }) {
  const { t, language, now } = useViewer();
  const choices = monthsBefore(now, MONTHS).map((value) => ({ value, label: monthName(`${value}-01`, language) }));
  return (
    <FilterForm action="/performance/trends">
      <Select
        name="by"
        label={t('supervisor:performance.by')}
        value={by}
        options={TREND_DIMENSIONS.map((value) => ({ value, label: t(`supervisor:performance.of.${value}`) }))}
      />
      <Select
        name="clock"
        label={t('supervisor:sla.clock')}
        value={clock}
        options={TREND_CLOCKS.map((value) => ({
          ...{ value, label: t(`codes:clockName.${value === 'report' ? 'outcome' : value}`) },
        }))}
      />
      <Select
        name="from"
        label={t('supervisor:performance.from')}
        value={from ?? choices[11]?.value}
        options={choices}
      />
      <Select name="to" label={t('supervisor:performance.to')} value={to ?? choices[0]?.value} options={choices} />
    </FilterForm>
  );
}
