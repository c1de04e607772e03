/** Converts the text of a value to what a field takes: by a code table, a time format, or as it is. */

import { DateTime } from 'luxon';
import type { SourceLeaf } from './leaves.ts';
import type { MappedField, MappingFile } from './mapping-file.ts';

export type FieldValue = string | boolean;

export interface ConvertedValue {
  value: FieldValue;
  leaves: readonly SourceLeaf[];
  /** The code table had only an entry for all other values (`*`): the term itself is kept as particulars. */
  isBroader: boolean;
}

/** The value of a field from the text of a leaf; undefined if there is no text, or it cannot be converted. */
export function convert(
  leaf: SourceLeaf,
  field: MappedField,
  tables: MappingFile['tables'],
): ConvertedValue | undefined {
  const text = leaf.text.trim();
  if (text === '') return undefined;
  if (field.table !== undefined) return translate(leaf, text, tables[field.table] ?? {});
  const value = field.time === undefined ? text : instantOf(text, field.time);
  return value === undefined ? undefined : { value, leaves: [leaf], isBroader: false };
}

function translate(
  leaf: SourceLeaf,
  text: string,
  table: Readonly<Record<string, FieldValue>>,
): ConvertedValue | undefined {
  const exact = Object.hasOwn(table, text) ? table[text] : undefined;
  const value = exact ?? (Object.hasOwn(table, ANY_OTHER) ? table[ANY_OTHER] : undefined);
  return value === undefined ? undefined : { value, leaves: [leaf], isBroader: exact === undefined };
}

const ANY_OTHER = '*';

function instantOf(text: string, { format, zone }: { format: string; zone: string }): string | undefined {
  return DateTime.fromFormat(text, format, { zone }).toUTC().toISO() ?? undefined;
}
