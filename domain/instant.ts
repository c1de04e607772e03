/** Instants that the API, the database and other programs can all write: in UTC, years 0001 to 9999. */

import type { Instant } from './vocabulary.ts';

/** From ISO 8601 with a zone or an offset; null if it is no such time, or if its year in UTC has not four digits. */
export function toInstant(text: string): Instant | null {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  const instant = date.toISOString();
  return /^(?!0000)[0-9]{4}-/.test(instant) ? instant : null;
}
