/** Names of fields in rows: `indicators.2.country` is the country of the third indicator. */

import type { FormValues } from '../viewer.ts';

/** The parts of the name of a field in a row: list, index and field. */
export interface RowName {
  /** For example `indicators`; with a prefix in the form of an act: `addition.indicators`. */
  list: string;
  row: number;
  /** Empty if the row is a single text: `contactPoints.0`. */
  property: string;
}

const ROW = /^((?:[A-Za-z]+\.)*[A-Za-z]+)\.(\d{1,4})(?:\.(.+))?$/;

/** Undefined if the field is in no row. */
export function rowNameOf(name: string): RowName | undefined {
  const [, list, row, property = ''] = ROW.exec(name) ?? [];
  return list === undefined ? undefined : { list, row: Number(row), property };
}

/** Without empty values. Rows without any value are left out, and the rows after them are renumbered. */
export function withoutEmptyRows(values: FormValues): FormValues {
  const filled = Object.entries(values).flatMap(([name, texts]) => {
    const some = texts.map((text) => text.replaceAll('\r\n', '\n')).filter((text) => text.trim() !== '');
    return some.length === 0 ? [] : [{ name, texts: some, at: rowNameOf(name) }];
  });
  const rows = new Map<string, Set<number>>();
  for (const { at } of filled) if (at) rows.set(at.list, (rows.get(at.list) ?? new Set()).add(at.row));
  const numbers = new Map([...rows].map(([list, taken]) => [list, numbered(taken)]));
  return Object.fromEntries(
    filled.map(({ name, texts, at }) => {
      if (at === undefined) return [name, texts];
      const row = numbers.get(at.list)?.get(at.row);
      return [[at.list, row, ...(at.property === '' ? [] : [at.property])].join('.'), texts];
    }),
  );
}

/** The new number of each row. */
function numbered(rows: ReadonlySet<number>): ReadonlyMap<number, number> {
  return new Map([...rows].sort((one, other) => one - other).map((row, n) => [row, n]));
}

/** @param row for example `indicators.2`. */
export function withoutRow(values: FormValues, row: string): FormValues {
  return withoutEmptyRows(Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${row}.`))));
}
