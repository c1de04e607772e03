/** The tables of Performance: timeliness and answers. */

import type { ListFilter } from '../../../domain/list-query.ts';
import { formatSpan } from '../../i18n/dates.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import { addressOfList } from '../../queries/list-address.ts';
import type { Dimension, Figure, PerformanceRow, Timeliness } from '../../queries/performance.ts';
import { type Column, Table, withQuery } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  by: Dimension;
  rows: readonly PerformanceRow[];
  nameOf: (key: string) => string;
}

const CLOCKS = ['acknowledge', 'decide', 'report'] as const;

/** The table of the timeliness of each group. */
export function TimelinessTable({ by, rows, nameOf }: Props) {
  const { t, address } = useViewer();
  const columns: Column<PerformanceRow>[] = [
    {
      ...{ key: 'key', title: t(`supervisor:performance.of.${by}`) },
      cell: ({ key }) =>
        key === '' ? <strong>{nameOf(key)}</strong> : <a href={withQuery(address, { by, key })}>{nameOf(key)}</a>,
    },
    {
      ...{ key: 'referrals', title: t('supervisor:performance.referrals'), number: true },
      cell: ({ referrals }) => <Count of={referrals} />,
    },
    {
      ...{ key: 'recipients', title: t('supervisor:performance.recipients'), number: true },
      cell: ({ recipients, referrals: { filter } }) => <Count of={{ count: recipients, filter }} />,
    },
    ...CLOCKS.flatMap((clock): Column<PerformanceRow>[] => [
      {
        ...{ key: clock, title: t(`supervisor:performance.in-time.${clock}`), number: true },
        cell: (row) => <InTime kept={row[clock]} />,
      },
      {
        ...{ key: `${clock}-median`, title: t(`pictures:performance.median.${clock}`), number: true },
        cell: (row) => <Length of={row[clock].medianMs} list={row[clock].answered} />,
      },
      {
        ...{ key: `${clock}-p90`, title: t(`pictures:performance.p90.${clock}`), number: true },
        cell: (row) => <Length of={row[clock].p90Ms} list={row[clock].answered} />,
      },
    ]),
  ];
  return (
    <Table
      caption={t('supervisor:performance.kept')}
      titled
      rows={rows}
      columns={columns}
      empty={t('supervisor:performance.none')}
    />
  );
}

function Count({ of: { count, filter } }: { of: Figure }) {
  const { language } = useViewer();
  const text = formatNumber(count, language);
  return count === 0 ? <span>{text}</span> : <a href={addressOfList('/referrals', filter)}>{text}</a>;
}

/** The share leads to those that were in time, the number of those that were late to the late ones. */
function InTime({ kept: { measured, inTime, late } }: { kept: Timeliness }) {
  const { t, language } = useViewer();
  if (measured === 0) return <>–</>;
  return (
    <>
      <a href={addressOfList('/referrals', inTime.filter)}>
        {t('pictures:performance.share', {
          share: formatPercent(inTime.count / measured, language),
          number: formatNumber(measured, language),
        })}
      </a>
      {late.count > 0 && (
        <>
          <br />
          <a href={addressOfList('/referrals', late.filter)}>
            {t('supervisor:performance.late', { count: late.count })}
          </a>
        </>
      )}
    </>
  );
}

/** Leads to those that answered, of which it tells how long they took. */
function Length({ of, list }: { of: number | undefined; list: ListFilter }) {
  const { t } = useViewer();
  if (of === undefined) return <>–</>;
  return <a href={addressOfList('/referrals', list)}>{formatSpan(of / 60_000, t)}</a>;
}

/** Grounds of refusal, or outcomes, the most frequent first. */
export function AnswersTable({ row, what }: { row: PerformanceRow; what: 'grounds' | 'outcomes' }) {
  const { t } = useViewer();
  const rows = what === 'grounds' ? row.grounds.map(groundOf) : row.outcomes.map(outcomeOf);
  return (
    <Table
      caption={t(`supervisor:performance.${what}`)}
      titled
      rows={rows.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)}
      empty={t(`supervisor:performance.no-${what}`)}
      columns={[
        { key: 'what', title: t(`pictures:performance.${what}`), cell: ({ name }) => t(name) },
        {
          ...{ key: 'count', title: t('supervisor:performance.recipients'), number: true },
          cell: (each) => <Count of={each} />,
        },
      ]}
    />
  );
}

function groundOf({ ground, ...of }: PerformanceRow['grounds'][number]) {
  return { name: `codes:declineGround.${ground}` as const, ...of };
}

function outcomeOf({ outcome, ...of }: PerformanceRow['outcomes'][number]) {
  return { name: `codes:outcome.${outcome}` as const, ...of };
}
