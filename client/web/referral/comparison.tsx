/** Referrals side by side by their codes, in one table that marks what differs, before one is closed as a duplicate. */

import type { ComponentChildren } from 'preact';
import { currentUrgency } from '../../../domain/current-urgency.ts';
import { formatInstant } from '../../i18n/dates.ts';
import { HandlingTags } from '../parts/handling.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { CurrentUrgency, StatusTag, Tag } from '../parts/tag.tsx';
import { useViewer } from '../viewer.ts';
import { SharedWith } from './duplicate-list.tsx';
import type { ReferralView } from './referral-view.ts';
import { everySummaryRow } from './summary-rows.ts';

/** One line of the table. */
interface Line {
  label: string;
  cells: readonly ComparedCell[];
}

/** What a referral has in a line. `value` is compared; undefined if the line is no comparison. */
interface ComparedCell {
  value?: string;
  shown: ComponentChildren;
}

/** A referral beside the one that it may duplicate. */
export function Comparison({ view, original }: { view: ReferralView; original: ReferralView }) {
  const { t } = useViewer();
  const { reference } = view.referral;
  const isFound = view.duplicates.some(({ referralId }) => referralId === original.referral.id);
  return (
    <section class="desk-part" aria-label={t('officer:compare.title', { reference })}>
      <p class="govuk-body">
        {isFound ? (
          <SharedWith duplicates={view.duplicates} referralId={original.referral.id} />
        ) : (
          t('officer:compare.nothing-shared')
        )}
      </p>
      <ComparisonTable view={view} others={[original]} />
    </section>
  );
}

interface Props {
  view: ReferralView;
  others: readonly ReferralView[];
  /** Further lines, each with a cell for each of the others. */
  further?: readonly { label: string; cell: (other: ReferralView) => ComponentChildren }[];
}

/** A table with a column for each referral. Values that differ from those of the first referral are marked in words. */
export function ComparisonTable({ view, others, further = [] }: Props) {
  const { t } = useViewer();
  const compared = [view, ...others];
  const lines: Line[] = [
    ...useLines(compared),
    ...further.map(({ label, cell }) => ({
      label,
      cells: [{ shown: null }, ...others.map((other) => ({ shown: cell(other) }))],
    })),
  ];
  const columns: Column<Line>[] = [
    { key: 'fact', title: t('officer:compare.fact'), cell: ({ label }) => <strong>{label}</strong> },
    ...compared.map(({ referral: { reference } }, n) => ({
      ...{ key: reference, title: reference },
      cell: ({ cells: [first, ...rest] }: Line) =>
        n === 0 ? first?.shown : <Beside cell={rest[n - 1]} first={first} />,
    })),
  ];
  return <Table caption={t('officer:compare.table')} columns={columns} rows={lines} empty="" />;
}

function Beside({ cell, first }: { cell: ComparedCell | undefined; first: ComparedCell | undefined }) {
  const { t } = useViewer();
  return (
    <>
      {cell?.shown}
      {cell?.value !== first?.value && (
        <>
          {' '}
          <Tag colour="yellow">{t('officer:compare.differs')}</Tag>
        </>
      )}
    </>
  );
}

/** The lines with a value in at least one of the referrals. */
function useLines(compared: readonly ReferralView[]): Line[] {
  const { t, language, zone, now } = useViewer();
  const at = (instant: string) => formatInstant(instant, language, zone);
  const summaries = compared.map((view) => everySummaryRow<string>(view, { t, language, now, at }));
  const unstated = <span class="desk-quiet">{t('officer:compare.unstated')}</span>;
  const facts = (summaries[0] ?? []).map(([label], n) => {
    const values = summaries.map((rows) => rows[n]?.[1] ?? '');
    return { label, values, cells: values.map((value) => ({ value, shown: value === '' ? unstated : value })) };
  });
  const line = (label: string, cell: (view: ReferralView) => ComparedCell): Line => ({
    label,
    cells: compared.map(cell),
  });
  return [
    line(t('everywhere:column.reference'), ({ referral: { reference } }) => ({
      shown: (
        <a class="desk-compared" href={`/referrals/${reference}`}>
          {reference}
        </a>
      ),
    })),
    line(t('referral:handling'), ({ referral: { facts } }) => ({
      value: `${facts.handlingCode} ${facts.tlp}`,
      shown: <HandlingTags facts={facts} />,
    })),
    line(t('everywhere:column.status'), ({ referral: { status } }) => ({
      value: status,
      shown: <StatusTag status={status} />,
    })),
    line(t('everywhere:column.urgency'), ({ referral }) => ({
      value: currentUrgency(referral),
      shown: <CurrentUrgency referral={referral} />,
    })),
    ...facts.filter(({ values }) => values.some((value) => value !== '')),
  ];
}
