/** The summary on which a second administrator confirms clock policies: what changes, and last month as it would have been. */

import type { ClockEnd } from '../../../domain/clocks/simulate.ts';
import { day, formatInstant } from '../../i18n/dates.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { PolicyConsequences } from '../../queries/policy-consequences.ts';
import type { ChangedClock, ClockTotals } from '../../queries/policy-simulation.ts';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';

/** Rows that fit on a page. */
const MOST = 50;

/** The differences and the simulation. */
export function PolicyConsequencesPart({ of: { changes, simulation } }: { of: PolicyConsequences }) {
  const { t, language } = useViewer();
  const { from, to, referrals, all, totals, changed } = simulation;
  const counts = { done: formatNumber(referrals, language), all: formatNumber(all, language) };
  return (
    <>
      <Table
        caption={t('policies:diff')}
        titled
        rows={changes}
        empty={t('policies:same')}
        columns={[
          {
            key: 'clock',
            title: t('policies:clock'),
            cell: ({ clock, field }) => (clock ? `${clock} ${field}` : field),
          },
          { key: 'before', title: t('policies:before'), cell: ({ before }) => valueText(before) },
          { key: 'after', title: t('policies:after'), cell: ({ after }) => valueText(after) },
        ]}
      />
      <h2 class="govuk-heading-m">{t('policies:simulation')}</h2>
      <p class="govuk-body">
        {t('policies:period', { from: day(from, language, 'UTC'), to: day(to, language, 'UTC') })}{' '}
        {t(referrals < all ? 'policies:partial' : 'policies:whole', counts)}
      </p>
      <Totals rows={totals} />
      {changed.length > MOST && (
        <p class="govuk-body">{t('policies:first', { shown: MOST, all: formatNumber(changed.length, language) })}</p>
      )}
      <Changed rows={changed.slice(0, MOST)} />
    </>
  );
}

function valueText(value: unknown): string {
  return value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}

function Totals({ rows }: { rows: readonly ClockTotals[] }) {
  const { t, language } = useViewer();
  const number = (key: Exclude<keyof ClockTotals, 'name'>, title: string): Column<ClockTotals> => ({
    ...{ key, title, number: true },
    cell: (row) => formatNumber(row[key], language),
  });
  return (
    <Table
      caption={t('policies:totals')}
      titled
      rows={rows}
      empty={t('policies:none')}
      columns={[
        { key: 'name', title: t('policies:clock'), cell: ({ name }) => t(`codes:clockName.${name}`) },
        number('recorded', t('policies:recorded')),
        number('simulated', t('policies:simulated')),
        number('recordedBreaches', t('policies:recordedMissed')),
        number('simulatedBreaches', t('policies:simulatedMissed')),
      ]}
    />
  );
}

function Changed({ rows }: { rows: readonly ChangedClock[] }) {
  const { t } = useViewer();
  return (
    <Table
      caption={t('policies:changed')}
      titled
      rows={rows}
      empty={t('policies:none')}
      columns={[
        { key: 'referral', title: t('policies:referral'), cell: ({ reference }) => reference },
        { key: 'clock', title: t('policies:clock'), cell: ({ name }) => t(`codes:clockName.${name}`) },
        { key: 'recorded', title: t('policies:recorded'), cell: ({ recorded }) => <End of={recorded} /> },
        { key: 'simulated', title: t('policies:simulated'), cell: ({ simulated }) => <End of={simulated} /> },
      ]}
    />
  );
}

function End({ of }: { of: ClockEnd | undefined }) {
  const { t, language, zone } = useViewer();
  if (of === undefined) return <>{t('policies:absent')}</>;
  const at = (instant: string) => formatInstant(instant, language, zone);
  const end = of.endedAt ? t('policies:ended', { at: at(of.endedAt) }) : t('policies:open');
  return (
    <>{[t('policies:due', { at: at(of.dueAt) }), end, ...(of.breached ? [t('policies:missed')] : [])].join('; ')}</>
  );
}
