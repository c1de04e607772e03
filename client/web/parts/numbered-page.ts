/** Pages of a list that is in memory as a whole. */

import { z } from 'zod';

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
export function pageIn(asked: string | undefined, rows: number, size = ROWS): NumberedPage {
  const last = Math.max(1, Math.ceil(rows / size));
  const wanted = Number(asked ?? 1);
  const number = Number.isInteger(wanted) && wanted >= 1 && wanted <= last ? wanted : 1;
  return { number, last, from: (number - 1) * size, to: number * size };
}

/** A page number in an address, for `parse`. */
export const pageNumber = z.coerce.number().int().min(1).max(1000).default(1);

/** The rows of the page with this number, of `size` rows each. */
export function rowsOfPage<Row>(rows: readonly Row[], number: number, size: number): readonly Row[] {
  return rows.slice((number - 1) * size, number * size);
}
