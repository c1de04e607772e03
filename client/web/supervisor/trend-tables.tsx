/** The tables of the pictures of Performance: the same numbers. */

import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import { addressOfList } from '../../queries/list-address.ts';
import type { AgeGroup, TimeDistribution, Trend } from '../../queries/trends.ts';
import { Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { monthName } from './months.ts';
import { ageLabels, timeLabels } from './trend-texts.ts';

interface TrendProps {
  title: string;
  trends: readonly Trend[];
  nameOf: (key: string) => string;
}

/** A row for each month, and a column for each group: deadlines that were met, of all that ended. */
export function TrendTable({ title, trends, nameOf }: TrendProps) {
  const { t, language } = useViewer();
  const months = trends[0]?.months.map(({ month }) => month) ?? [];
  return (
    <Table
      caption={t('pictures:trend.table', { title })}
      titled
      rows={months.map((month, n) => ({ month, n }))}
      empty={t('supervisor:performance.none')}
      columns={[
        {
          ...{ key: 'month', title: t('supervisor:performance.of.month') },
          cell: ({ month }) => monthName(`${month}-01`, language),
        },
        ...trends.map(({ key, months: counts }) => ({
          ...{ key, title: nameOf(key), number: true },
          cell: ({ n }: { n: number }) => {
            const { inTime = 0, late = 0 } = counts[n] ?? {};
            return inTime + late === 0 ? '–' : `${inTime} / ${inTime + late}`;
          },
        })),
      ]}
    />
  );
}

/** A row for each range of times. */
export function TimeTable({ title, times: { counts, total } }: { title: string; times: TimeDistribution }) {
  const { t, language } = useViewer();
  const labels = timeLabels(t);
  return (
    <Table
      caption={t('pictures:table', { title })}
      rows={counts.map((count, n) => ({ count, label: labels[n] ?? '' }))}
      empty=""
      columns={[
        { key: 'range', title: t('pictures:times.took'), cell: ({ label }) => label },
        {
          ...{ key: 'count', title: t('pictures:times.answers'), number: true },
          cell: ({ count }) => formatNumber(count, language),
        },
        {
          ...{ key: 'share', title: t('pictures:times.share'), number: true },
          cell: ({ count }) => (total === 0 ? '–' : formatPercent(count / total, language)),
        },
      ]}
    />
  );
}

/** A row for each range of ages. The number of open referrals leads to their list. */
export function AgeTable({ ages }: { ages: readonly AgeGroup[] }) {
  const { t, language } = useViewer();
  const labels = ageLabels(t);
  return (
    <Table
      caption={t('pictures:table', { title: t('pictures:ages.title') })}
      rows={ages.map((age, n) => ({ ...age, label: labels[n] ?? '' }))}
      empty=""
      columns={[
        { key: 'range', title: t('pictures:ages.since'), cell: ({ label }) => label },
        {
          ...{ key: 'open', title: t('supervisor:network.load'), number: true },
          cell: ({ open, filter }) =>
            open === 0 ? '0' : <a href={addressOfList('/referrals', filter)}>{formatNumber(open, language)}</a>,
        },
        {
          ...{ key: 'overdue', title: t('supervisor:sla.breached'), number: true },
          cell: ({ overdue, filter }) =>
            overdue === 0 ? (
              '0'
            ) : (
              <a href={addressOfList('/referrals', { ...filter, breached: true })}>{formatNumber(overdue, language)}</a>
            ),
        },
      ]}
    />
  );
}
