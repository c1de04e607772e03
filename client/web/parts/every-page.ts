/** Reads all pages of a list, one after the other. */

interface RowPage<Row> {
  rows: Row[];
  next?: string;
}

/** Yields the rows of each page of a list. */
export async function* everyPage<Row>(
  read: (cursor: string | undefined) => Promise<RowPage<Row>>,
): AsyncGenerator<Row[], void> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await read(cursor);
    yield rows;
    cursor = next;
  } while (cursor !== undefined);
}
