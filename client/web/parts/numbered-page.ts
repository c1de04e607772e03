/** A page of a list that is in memory as a whole: which rows stand on it. */

const ROWS = 100;

export interface NumberedPage {
  number: number;
  last: number;
  /** Of the rows, the first that stands on it, and the first that does not any more. */
  from: number;
  to: number;
}

/** What names no page there is means the first. */
export function pageIn(asked: string | undefined, rows: number): NumberedPage {
  const last = Math.max(1, Math.ceil(rows / ROWS));
  const wanted = Number(asked ?? 1);
  const number = Number.isInteger(wanted) && wanted >= 1 && wanted <= last ? wanted : 1;
  return { number, last, from: (number - 1) * ROWS, to: number * ROWS };
}
