/** Tables: numbers right-aligned, columns that sort by a link, and empty ones that say what would be here. */

import type { ComponentChildren } from 'preact';
import { useViewer } from '../viewer.ts';
import { ScrollingSection } from './scrolling-section.tsx';

/** One column of a table. */
export interface Column<Row> {
  /** Unique in the table, and what it is sorted by where `sorts`. */
  key: string;
  title: string;
  cell: (row: Row) => ComponentChildren;
  number?: boolean;
  /** Has only what can be pressed or selected: a print leaves the column out. */
  action?: boolean;
  /** Whether a list that is `sorted` may be sorted by it; the value of `sort` in the address. */
  sorts?: boolean;
}

/** A table and what it shows if it has no rows. */
export interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Says what would be here, and how it gets here. */
  empty: ComponentChildren;
  sorted?: { by: string; order: 'asc' | 'desc' };
  /** Shows the caption to those who see as well. */
  titled?: boolean;
  /** Identifies a row. With it, rows keep their places while the page is open: new ones wait until the person shows them. */
  rowKey?: (row: Row) => string;
  /** More rows may follow: one that leaves the table is not known to be done. A link to the next page says the same. */
  isPart?: boolean;
  /** Whether the script announces the row if it is new. */
  isEmergency?: (row: Row) => boolean;
}

/** A table with more columns has smaller letters, so that a desktop shows all of them. */
const MOST_COLUMNS = 11;

/** Stated, because browsers drop the roles of tables that the styles for phones show as blocks. */
const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

/** A table, or a text if it has no rows. On phones, each row is a list of labelled values. */
export function Table<Row>(props: TableProps<Row>) {
  if (!props.rowKey) return <TableOrText {...props} />;
  return (
    <div data-holds={props.caption} {...(props.isPart && { 'data-part': '' })}>
      {/* The script offers new rows here. The place has a height, so that the table does not move. */}
      <div class="desk-held desk-no-print" role="status" />
      <TableOrText {...props} />
    </div>
  );
}

function TableOrText<Row>(props: TableProps<Row>) {
  const { t } = useViewer();
  const { caption, columns, rows, empty, sorted, titled = false, rowKey, isEmergency } = props;
  if (rows.length === 0) {
    return (
      <>
        {titled && <h2 class="govuk-heading-m">{caption}</h2>}
        <p class="govuk-inset-text">{empty}</p>
      </>
    );
  }
  return (
    <ScrollingSection class="desk-table-wrap" label={caption}>
      <table
        {...ROLE.table}
        class={columns.length > MOST_COLUMNS ? 'govuk-table desk-dense' : 'govuk-table'}
        data-moves=""
      >
        <caption class={titled ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'}>
          {caption}
        </caption>
        <thead {...ROLE.group} class="govuk-table__head">
          <tr {...ROLE.row} class="govuk-table__row" data-label={t('everywhere:list.order')}>
            {columns.map((column) => (
              <Heading column={column} sorted={sorted} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.group} class="govuk-table__body">
          {rows.map((row) => (
            <tr
              {...ROLE.row}
              class="govuk-table__row"
              {...(rowKey && { 'data-row': rowKey(row) })}
              {...(isEmergency?.(row) && { 'data-emergency': '' })}
            >
              {columns.map((column) => (
                <td {...ROLE.cell} class={classOf('govuk-table__cell', column)} data-label={column.title}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingSection>
  );
}

function Heading<Row>({ column, sorted }: { column: Column<Row>; sorted: TableProps<Row>['sorted'] }) {
  const { address, t } = useViewer();
  const { key, title, sorts } = column;
  const isBy = sorted?.by === key;
  const order = isBy && sorted.order === 'asc' ? 'desc' : 'asc';
  return (
    <th
      {...ROLE.header}
      scope="col"
      class={classOf('govuk-table__header', column)}
      {...(isBy && { 'aria-sort': sorted.order === 'asc' ? ('ascending' as const) : ('descending' as const) })}
    >
      {sorts && sorted ? (
        <a href={withQuery(address, { sort: key, order, cursor: undefined })}>
          {title}
          <span class="govuk-visually-hidden"> ({t('everywhere:list.sort', { column: title })})</span>
          {isBy && <span aria-hidden="true">{sorted.order === 'asc' ? ' ▲' : ' ▼'}</span>}
        </a>
      ) : (
        title
      )}
    </th>
  );
}

function classOf<Row>(block: string, { number, action }: Column<Row>): string {
  return [block, number && 'desk-number', action && 'desk-no-print'].filter(Boolean).join(' ');
}

/** The address of the same page with other query values; undefined removes one. */
export function withQuery(address: string, values: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address, 'http://localhost');
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}
