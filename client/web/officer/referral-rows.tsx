/** Referrals as rows: unread ones marked, the next clock as time left, the reference as the link. */

import type { ComponentChildren } from 'preact';
import { taskOfPart } from '../../../domain/agency-tasks.ts';
import { unanswered } from '../../../domain/lifecycle/row.ts';
import type { ListQuery } from '../../../domain/list-query.ts';
import type { ListedFacts } from '../../../prisma/store/referrals.ts';
import { countryName } from '../../i18n/countries.ts';
import type { Names } from '../../i18n/render-sentence.ts';
import type { ListRow } from '../../queries/list.ts';
import { AgencyName } from '../parts/agency-name.tsx';
import { DateAndTime } from '../parts/due.tsx';
import { NextClock } from '../parts/next-clock.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { RecipientTag, StatusTag, UrgencyTag } from '../parts/tag.tsx';
import { selectionValue } from '../referral/many-acts.tsx';
import { useViewer } from '../viewer.ts';
import { Handler, ListedReference, OwedTask, UnreadLegend } from './listed-referral.tsx';
import { isSelectAll, Selector } from './selection.tsx';

/** The columns that a list of referrals can show. */
export type ColumnName =
  | 'select'
  | 'reference'
  | 'kind'
  /** The kind, with the crime areas below it. */
  | 'crime'
  | 'urgency'
  | 'status'
  | 'ours'
  | 'sender'
  | 'recipients'
  | 'handler'
  | 'owes'
  | 'next'
  | 'submitted'
  | 'changed';

/** The form that rows are selected for. */
export const ACKNOWLEDGE = '/inbox/acknowledge';

/** Whether there is anything to be acknowledged; whether it may be is the table's to say. */
export function maySelect({ recipientStatus }: ListRow): boolean {
  return recipientStatus !== undefined && unanswered.includes(recipientStatus);
}

interface Props {
  caption: string;
  rows: readonly ListRow[];
  names: Names;
  /** By id of the referral; for the column `crime`. */
  facts?: ReadonlyMap<string, ListedFacts>;
  show: readonly ColumnName[];
  /** Absent if the order is fixed. */
  sorted?: Pick<ListQuery, 'sort' | 'order'>;
  empty: ComponentChildren;
  titled?: boolean;
  /** More rows may follow, without a link to a next page. */
  isPart?: boolean;
}

/** A table of referrals with the chosen columns. */
export function ReferralRows(props: Props) {
  const { caption, rows, names, facts, show, sorted, empty, titled = false, isPart = false } = props;
  const columns = useColumns(names, facts);
  return (
    <>
      <Table
        caption={caption}
        columns={show.map((name) => columns[name])}
        rows={rows}
        empty={empty}
        titled={titled}
        isPart={isPart}
        rowKey={({ referralId }) => referralId}
        isEmergency={({ urgency }) => urgency === 'emergency'}
        {...(sorted && { sorted: { by: sorted.sort, order: sorted.order } })}
      />
      <UnreadLegend rows={rows} />
    </>
  );
}

function useColumns(names: Names, facts?: Props['facts']): Record<ColumnName, Column<ListRow>> {
  const { t, language, address } = useViewer();
  const checked = isSelectAll(address);
  return {
    select: {
      key: 'select',
      title: t('everywhere:column.select'),
      action: true,
      cell: (row) =>
        maySelect(row) && (
          <Selector reference={row.reference} value={selectionValue(row)} checked={checked} action={ACKNOWLEDGE} />
        ),
    },
    reference: {
      ...{ key: 'reference', title: t('everywhere:column.reference'), sorts: true },
      cell: (row) => <ListedReference row={row} />,
    },
    kind: { key: 'kind', title: t('everywhere:column.kind'), cell: ({ kind }) => t(`codes:kind.${kind}`) },
    crime: {
      ...{ key: 'kind', title: t('everywhere:column.kind') },
      cell: ({ kind, referralId }) => (
        <>
          {t(`codes:kind.${kind}`)}
          {facts?.get(referralId)?.crimeAreas.map((area) => (
            <div class="govuk-hint desk-crime">{t(`codes:crimeArea.${area}`)}</div>
          ))}
        </>
      ),
    },
    urgency: {
      ...{ key: 'urgency', title: t('everywhere:column.urgency'), sorts: true },
      cell: ({ urgency }) => <UrgencyTag urgency={urgency} />,
    },
    status: {
      key: 'status',
      title: t('everywhere:column.status'),
      cell: ({ status }) => <StatusTag status={status} />,
    },
    ours: {
      ...{ key: 'ours', title: t('everywhere:column.status') },
      cell: ({ recipientStatus }) => recipientStatus && <RecipientTag status={recipientStatus} />,
    },
    sender: {
      ...{ key: 'sender', title: t('everywhere:column.sender') },
      cell: ({ senderAgencyId }) => <AgencyName name={names.agency(senderAgencyId)} />,
    },
    recipients: {
      ...{ key: 'recipients', title: t('everywhere:column.recipients') },
      cell: ({ recipients }) =>
        [...new Set(recipients.map(({ country }) => countryName(language, country)))].join(', '),
    },
    handler: {
      ...{ key: 'handler', title: t('everywhere:column.handler') },
      cell: ({ handler }) => <Handler id={handler} names={names} />,
    },
    owes: {
      ...{ key: 'due', title: t('everywhere:column.owes'), sorts: true },
      cell: (row) => <OwnTask row={row} />,
    },
    next: {
      ...{ key: 'due', title: t('everywhere:column.next'), sorts: true },
      cell: (row) => <NextClock row={row} />,
    },
    submitted: {
      ...{ key: 'submitted', title: t('everywhere:column.submitted'), sorts: true },
      cell: ({ submittedAt }) => <DateAndTime at={submittedAt} />,
    },
    changed: {
      ...{ key: 'changed', title: t('everywhere:column.changed'), sorts: true },
      cell: ({ changedAt }) => <DateAndTime at={changedAt} />,
    },
  };
}

/** What the agency must do next, in a list of open parts. If no clock of the agency runs, the task of its part. */
function OwnTask({ row: { owes, status, recipientStatus } }: { row: ListRow }) {
  const { t } = useViewer();
  if (owes) return <OwedTask owes={owes} />;
  if (recipientStatus === undefined) return null;
  return (
    <>
      <div>{t(`waiting:do.${taskOfPart(status, recipientStatus)}`)}</div>
      <span class="desk-quiet">{t('everywhere:time.none')}</span>
    </>
  );
}
