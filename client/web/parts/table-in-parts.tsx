/** A long table in parts. The address names the part, so that a page has at most 100 KB. */

import { useViewer } from '../viewer.ts';
import { rowsOfPage } from './numbered-page.ts';
import { PageOf } from './page-of.tsx';
import { Table, type TableProps } from './table.tsx';

interface Props<Row> extends TableProps<Row> {
  /** The query parameter with the number of the part. */
  name: string;
  /** The rows of a part. */
  size: number;
}

/** One part of the table, with links to the others. */
export function TableInParts<Row>({ name, size, rows, ...table }: Props<Row>) {
  const { page, last, shown } = usePart(rows, name, size);
  return (
    <>
      <Table {...table} rows={shown} />
      <PageOf page={page} last={last} name={name} of={table.caption} />
    </>
  );
}

/** The part of the rows that the address names; the first if it names none. */
export function usePart<Row>(
  rows: readonly Row[],
  name: string,
  size: number,
): { page: number; last: number; shown: readonly Row[] } {
  const { address } = useViewer();
  const last = Math.max(1, Math.ceil(rows.length / size));
  const asked = Number(new URL(address, 'http://localhost').searchParams.get(name) ?? '1');
  const page = Number.isInteger(asked) ? Math.min(last, Math.max(1, asked)) : 1;
  return { page, last, shown: rowsOfPage(rows, page, size) };
}
