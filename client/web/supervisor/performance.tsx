/** The page Performance: timeliness over a period by one dimension. Each figure links to its referrals. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parse } from '../../contract/parse.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import { withoutEmpty } from '../../queries/list-address.ts';
import { DIMENSIONS, type Dimension, type Performance, readPerformance } from '../../queries/performance.ts';
import { sendCsv } from '../csv.ts';
import { showPage } from '../page.tsx';
import { FilterForm } from '../parts/filter-form.tsx';
import { Select } from '../parts/form.tsx';
import { PageOf } from '../parts/page-of.tsx';
import { withQuery } from '../parts/table.tsx';
import { nameLookup } from '../referral/names.ts';
import type { ReferralPageDeps } from '../referral/referral-view.ts';
import { requireDesk } from '../require-desk.ts';
import { useViewer } from '../viewer.ts';
import { nameOfKey } from './key-name.ts';
import { monthName, monthsBefore, periodOf } from './months.ts';
import { performanceCsv } from './performance-csv.ts';
import { AnswersTable, TimelinessTable } from './performance-tables.tsx';

const MONTHS = 24;
/** So many of these fit on a page that is quick to come. */
const ROWS = 20;

const month = z.string().regex(/^(20\d\d|2100)-(0[1-9]|1[0-2])$/, 'must be a month, for example 2026-11');
const address = z.object({
  by: z.enum(DIMENSIONS).default('country'),
  /** Of one agency, country or whatever it is by: its row alone. */
  key: z.string().max(100).exactOptional(),
  from: month.exactOptional(),
  to: month.exactOptional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
type PerformanceQuery = z.output<typeof address>;

/** Registers the page of Performance. */
export function performancePages(app: FastifyInstance, { db, lookup }: ReferralPageDeps): void {
  // Figures are about no single case.
  app.get<{ Querystring: { format?: string } }>(
    '/performance',
    { config: { stepUp: false } },
    async (request, reply) => {
      const { principal, t } = requireDesk(request, 'performance');
      const asked = parse(address, withoutEmpty(request.query));
      const isCsv = request.query.format === 'csv';
      const period = periodOf(asked.from, asked.to);
      const performance = await readPerformance({ db }, principal.person, period, isCsv ? DIMENSIONS : [asked.by]);
      const names = nameLookup(await lookup(), undefined);
      const nameOf = (by: Dimension, key: string) => nameOfKey(by, key, names, principal.language, t);
      if (isCsv) return sendCsv(reply, 'performance', performanceCsv(performance, t, nameOf));
      const body = <PerformancePage asked={asked} performance={performance} names={names} />;
      return showPage(request, reply, { title: t('everywhere:nav.performance'), desk: 'performance', body });
    },
  );
}

interface Props {
  asked: PerformanceQuery;
  performance: Performance;
  names: Names;
}

function PerformancePage({ asked, performance, names }: Props) {
  const { t, language, address: here } = useViewer();
  const { by, key, page } = asked;
  const all = performance.by[by];
  const rows = key === undefined ? all.slice((page - 1) * ROWS, page * ROWS) : all.filter((row) => row.key === key);
  const [only] = rows;
  const looked = key === undefined || only === undefined ? performance.whole : only;
  const nameOf = (of: string) => nameOfKey(by, of, names, language, t);
  return (
    <>
      <h1 class="govuk-heading-l">{t('everywhere:nav.performance')}</h1>
      <Filters asked={asked} performance={performance} />
      <p class="govuk-body">
        {t('supervisor:performance.period', {
          from: monthName(performance.period.from, language),
          to: monthName(new Date(Date.parse(performance.period.before) - 1).toISOString(), language),
        })}{' '}
        <a href={withQuery(here, { format: 'csv', page: undefined })}>{t('everywhere:list.csv')}</a>
      </p>
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
      {key === undefined && <PageOf page={page} last={Math.ceil(all.length / ROWS)} />}
      <AnswersTable row={looked} what="outcomes" />
      <AnswersTable row={looked} what="grounds" />
    </>
  );
}

function Filters({ asked: { by, from, to }, performance: { period } }: Pick<Props, 'asked' | 'performance'>) {
  const { t, language, now } = useViewer();
  const months = monthsBefore(now, MONTHS).map((value) => ({ value, label: monthName(`${value}-01`, language) }));
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
        value={from ?? period.from.slice(0, 7)}
        options={months}
      />
      <Select name="to" label={t('supervisor:performance.to')} value={to ?? now.slice(0, 7)} options={months} />
    </FilterForm>
  );
}
