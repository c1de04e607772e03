/** The tables of Statistics: requests and their answers by one dimension, and refusals by ground and by country. */

import type { DeclineGround } from '../../../domain/vocabulary.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { formatSpan } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber, formatPercent } from '../../i18n/numbers.ts';
import {
  type REQUEST_DIMENSIONS,
  type RequestRow,
  type RequestStatistics,
  refusalsByCountry,
} from '../../queries/request-statistics.ts';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { nameOfKey } from './key-name.ts';

type RequestDimension = (typeof REQUEST_DIMENSIONS)[number];

const COUNTS = [
  'requested',
  'granted',
  'refused',
  'onward',
  'withoutResult',
  'inTime',
  'late',
  'overdue',
  'departures',
] as const;

/** One table: a row for each group, and the total. */
export function RequestsTable({ statistics, by }: { statistics: RequestStatistics; by: RequestDimension }) {
  const { t, language } = useViewer();
  const rows = statistics[by];
  const columns: Column<RequestRow>[] = [
    {
      ...{ key: 'key', title: t(`statistics:of.${by}`) },
      cell: (row) =>
        row === statistics.whole ? (
          <strong>{t('supervisor:performance.whole')}</strong>
        ) : (
          requestRowName(by, row.key, language, t)
        ),
    },
    ...COUNTS.map(
      (count): Column<RequestRow> => ({
        ...{ key: count, title: t(`statistics:count.${count}`), number: true },
        cell: (row) => countText(row, count, language, t),
      }),
    ),
    ...(['averageMs', 'medianMs', 'p90Ms'] as const).map(
      (time): Column<RequestRow> => ({
        ...{ key: time, title: t(`statistics:count.${time}`), number: true },
        cell: (row) => spanText(row[time], t),
      }),
    ),
  ];
  return (
    <Table
      caption={t(`statistics:by.${by}`)}
      titled
      rows={rows.length > 0 ? [...rows, statistics.whole] : []}
      columns={columns}
      empty={t('statistics:none')}
    />
  );
}

/** The share follows the number of deadlines that were met; the authorisations follow the late answers. */
function countText(row: RequestRow, count: (typeof COUNTS)[number], language: Language, t: Translate): string {
  const text = formatNumber(row[count], language);
  // A late answer may belong to a deadline of an earlier month, which was counted when it passed.
  const ended = row.inTime + row.overdue;
  if (count === 'inTime' && ended > 0) return `${text} (${formatPercent(row.inTime / ended, language)})`;
  if (count === 'late' && row.lateAuthorisation > 0) {
    return t('statistics:of-which', { text, count: row.lateAuthorisation });
  }
  return text;
}

function spanText(milliseconds: number | undefined, t: Translate): string {
  return milliseconds === undefined ? '–' : formatSpan(milliseconds / 60_000, t);
}

/** The name of a row. An agency without a country is international. */
export function requestRowName(by: RequestDimension, key: string, language: Language, t: Translate): string {
  if (by === 'countryUrgency') {
    const [country = '', urgency = ''] = key.split(':');
    return t('statistics:and', {
      one: requestRowName('country', country, language, t),
      other: requestRowName('urgency', urgency, language, t),
    });
  }
  if (key === '') return t('statistics:international');
  const none = (id: string) => id;
  return nameOfKey(by, key, { agency: none, person: none, point: none, recipient: none, referral: none }, language, t);
}

/** The name of a country and a ground of refusal. */
export function countryAndGround(country: string, ground: DeclineGround, language: Language, t: Translate): string {
  return t('statistics:and', {
    one: requestRowName('country', country, language, t),
    other: t(`codes:declineGround.${ground}`),
  });
}

type Refusals = Pick<ReturnType<typeof refusalsByCountry>[number], 'ground' | 'count'>;

/** Refusals by ground, the most frequent first; and by country and ground. */
export function RefusalTables({ statistics }: { statistics: RequestStatistics }) {
  const { t, language } = useViewer();
  const columns: Column<Refusals>[] = [
    {
      ...{ key: 'ground', title: t('statistics:ground') },
      cell: ({ ground }) => t(`codes:declineGround.${ground}`),
    },
    {
      ...{ key: 'count', title: t('statistics:count.refused'), number: true },
      cell: ({ count }) => formatNumber(count, language),
    },
  ];
  const empty = t('statistics:no-grounds');
  return (
    <>
      <Table caption={t('statistics:grounds')} titled rows={statistics.whole.grounds} empty={empty} columns={columns} />
      <Table
        caption={t('statistics:grounds-by-country')}
        titled
        rows={refusalsByCountry(statistics)}
        empty={empty}
        columns={[
          {
            ...{ key: 'country', title: t('statistics:of.country') },
            cell: ({ country }) => requestRowName('country', country, language, t),
          },
          ...columns,
        ]}
      />
    </>
  );
}
