/** The summary on which a second administrator confirms clock policies: what changes, and last month as it would have been. */

import { diffPolicies, type PolicyChange } from '../../../domain/clocks/policy-diff.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { day, formatSpan } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { ClockShift, PolicyConsequences } from '../../queries/policy-consequences.ts';
import type { ClockTotals } from '../../queries/policy-simulation.ts';
import { type Column, Table } from '../parts/table.tsx';
import { useViewer } from '../viewer.ts';
import { shownChanges } from './policy-changes.ts';

/** Rows that fit on a page. Administrators see no referrals, so no row is about one. */
const MOST = 50;

/** The differences and the simulation. */
export function PolicyConsequencesPart({ of }: { of: PolicyConsequences }) {
  const { t, language } = useViewer();
  const { before, after, simulation, shifts } = of;
  const { from, to, referrals, all, totals } = simulation;
  const counts = { done: formatNumber(referrals, language), all: formatNumber(all, language) };
  return (
    <>
      <Table
        caption={t('policies:diff')}
        titled
        rows={shownChanges(before, after, { t, language })}
        empty={t('policies:same-words')}
        columns={[
          { key: 'clock', title: t('policies:clock'), cell: ({ clock }) => clock || '–' },
          { key: 'field', title: t('administrator:proposal.field'), cell: ({ field }) => field },
          { key: 'before', title: t('policies:before'), cell: (change) => change.before || '–' },
          { key: 'after', title: t('policies:after'), cell: (change) => change.after || '–' },
        ]}
      />
      <EachField changes={diffPolicies(before, after)} />
      <h2 class="govuk-heading-m">{t('policies:simulation')}</h2>
      <p class="govuk-body">
        {t('policies:period', { from: day(from, language, 'UTC'), to: day(to, language, 'UTC') })}{' '}
        {t(referrals < all ? 'policies:partial' : 'policies:whole', counts)}
      </p>
      <Totals rows={totals} />
      {shifts.length > MOST && (
        <p class="govuk-body">{t('policies:first', { shown: MOST, all: formatNumber(shifts.length, language) })}</p>
      )}
      <Shifts rows={shifts.slice(0, MOST)} />
    </>
  );
}

/** The fields of the file, also those that the first table does not show, such as texts in other languages. */
function EachField({ changes }: { changes: readonly PolicyChange[] }) {
  const { t } = useViewer();
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">{t('policies:each-field')}</summary>
      <Table
        caption={t('policies:each-field')}
        rows={changes}
        empty={t('policies:same')}
        columns={[
          {
            key: 'field',
            title: t('administrator:proposal.field'),
            cell: ({ clock = '', field }) => `${clock} ${field}`,
          },
          { key: 'before', title: t('policies:before'), cell: ({ before }) => valueText(before) },
          { key: 'after', title: t('policies:after'), cell: ({ after }) => valueText(after) },
        ]}
      />
    </details>
  );
}

function valueText(value: unknown): string {
  return value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}

function Totals({ rows }: { rows: readonly ClockTotals[] }) {
  const { t, language } = useViewer();
  const number = numberColumn<ClockTotals>(language);
  return (
    <Table
      caption={t('policies:totals')}
      titled
      rows={rows}
      empty={t('policies:none')}
      columns={[
        { key: 'name', title: t('policies:clock'), cell: ({ name }) => t(`codes:clockName.${name}`) },
        number('recorded', t('policies:recorded'), (row) => row.recorded),
        number('simulated', t('policies:simulated'), (row) => row.simulated),
        number('recordedBreaches', t('policies:recordedMissed'), (row) => row.recordedBreaches),
        number('simulatedBreaches', t('policies:simulatedMissed'), (row) => row.simulatedBreaches),
      ]}
    />
  );
}

function numberColumn<Row>(language: Language) {
  return (key: string, title: string, value: (row: Row) => number): Column<Row> => ({
    ...{ key, title, number: true },
    cell: (row) => formatNumber(value(row), language),
  });
}

function Shifts({ rows }: { rows: readonly ClockShift[] }) {
  const { t, language } = useViewer();
  const number = numberColumn<ClockShift>(language);
  return (
    <Table
      caption={t('policies:changed')}
      titled
      rows={rows}
      empty={t('policies:none')}
      columns={[
        { key: 'clock', title: t('policies:clock'), cell: ({ name }) => t(`codes:clockName.${name}`) },
        { key: 'change', title: t('policies:change'), cell: (row) => shiftText(row, t) },
        number('clocks', t('policies:number'), (row) => row.clocks),
        number('recordedBreaches', t('policies:recordedMissed'), (row) => row.recordedBreaches),
        number('simulatedBreaches', t('policies:simulatedMissed'), (row) => row.simulatedBreaches),
      ]}
    />
  );
}

function shiftText({ change, minutes }: ClockShift, t: Translate): string {
  if (change !== 'shifted') return t(`policies:${change}`);
  if (minutes === 0) return t('policies:unmoved');
  return t(minutes < 0 ? 'policies:earlier' : 'policies:later', { span: formatSpan(Math.abs(minutes), t) });
}
