/** Pages of a list that is in memory as a whole. */

const ROWS = 100;

/** A page number with the range of its rows, for a list that is read as a whole. */
export interface NumberedPage {
  number: number;
  last: number;
  /** The index of the first row on the page, and of the first row after it. */
  from: number;
  to: number;
}

/** The rows of the page with this number; those of the first page if there is no such page. */
export function pageIn(asked: string | undefined, rows: number): NumberedPage {
  const last = Math.max(1, Math.ceil(rows / ROWS));
  const wanted = Number(asked ?? 1);
  const number = Number.isInteger(wanted) && wanted >= 1 && wanted <= last ? wanted : 1;
  return { number, last, from: (number - 1) * ROWS, to: number * ROWS };
}
