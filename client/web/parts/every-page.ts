/** All rows of a list that is read a page at a time, for a file; as many as one can still work with. */

const MOST_ROWS = 10_000;

interface Page<Row> {
  rows: Row[];
  next?: string;
}

export async function everyPage<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  return rows.slice(0, MOST_ROWS);
}
