/** Reads all pages of a list, one after the other. */

interface Page<Row> {
  rows: Row[];
  next?: string;
}

export async function* everyPage<Row>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row[], void> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await read(cursor);
    yield rows;
    cursor = next;
  } while (cursor !== undefined);
}
