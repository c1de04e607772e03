/** From the values of a form to the values that a schema takes, by the type that a table gives each field. */

import { findCountry } from '../../i18n/country-list.ts';
import { instantText } from '../parts/local-time.ts';
import type { FormValues } from '../viewer.ts';
import type { ValueType } from './field-definition.ts';
import { rowNameOf, withoutEmptyRows } from './row-names.ts';

/** The fields of a form by name: a single field, or a list with the fields of a row. */
export type ReadableFields = Readonly<Record<string, ReadableField | ReadableList>>;
interface ReadableField {
  type: ValueType;
}
interface ReadableList {
  rows: Readonly<Record<string, ReadableField>>;
}

/** The values of a form, with unknown countries and unknown fields. */
export interface FieldsRead {
  values: Tree;
  /** What was entered as a country and is none, or may be several. */
  unknownCountries: readonly { field: string; text: string }[];
  /** Names that the table does not have. */
  unknownFields: readonly string[];
}

type Tree = { [name: string]: Node };
type Node = Tree | Node[] | string | number | boolean | null;

/**
 * The values as a tree, without empty fields: `indicators.0.country` becomes a property of the first indicator. A text
 * that cannot be converted stays as it is, so that the schema reports it.
 *
 * @param zone IANA time zone of the times in the form.
 */
export function readFields(fields: ReadableFields, entered: FormValues, zone: string): FieldsRead {
  const values: Tree = {};
  const unknownCountries: { field: string; text: string }[] = [];
  const unknownFields: string[] = [];
  for (const [name, texts] of Object.entries(withoutEmptyRows(entered))) {
    const type = typeOf(fields, name);
    if (type === undefined) {
      unknownFields.push(name);
      continue;
    }
    setValue(values, name, convert(type, texts, zone));
    const [text = ''] = texts;
    if (isCountry(type) && findCountry(text) === undefined) unknownCountries.push({ field: name, text });
  }
  setMissingCountries(values, fields);
  return { values, unknownCountries, unknownFields };
}

/** Undefined if the table has no such field. */
export function typeOf(fields: ReadableFields, name: string): ValueType | undefined {
  const at = rowNameOf(name);
  const field = own(fields, at?.list ?? name);
  if (field === undefined) return undefined;
  if ('rows' in field) return at && own(field.rows, at.property)?.type;
  const isNamedSo = field.type === 'texts' ? at?.property === '' : at === undefined;
  return isNamedSo ? field.type : undefined;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function convert(type: ValueType, texts: readonly string[], zone: string): Node {
  const [text = ''] = texts;
  switch (type) {
    case 'text':
    case 'texts':
      return text.trim();
    case 'codes':
      return [...texts];
    case 'flag':
      return text === 'true';
    case 'number':
      return Number(text);
    case 'instant':
      return instantText(text, zone);
    case 'country':
    case 'country-or-null':
      return findCountry(text) ?? text.trim();
  }
}

function setValue(root: Tree, name: string, value: Node): void {
  const at = rowNameOf(name);
  if (at === undefined) {
    setProperty(root, name, value);
    return;
  }
  const known = root[at.list];
  const rows: Node[] = Array.isArray(known) ? known : [];
  root[at.list] = rows;
  if (at.property === '') {
    rows[at.row] = value;
    return;
  }
  const row = rows[at.row];
  rows[at.row] = { ...(isTree(row) && row), [at.property]: value };
}

/** `handling.code` is a property of a property. */
function setProperty(root: Tree, name: string, value: Node): void {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    root[first] = value;
    return;
  }
  const known = root[first];
  const branch = isTree(known) ? known : {};
  root[first] = branch;
  setProperty(branch, rest.join('.'), value);
}

/** A row may have no country. Its schema then requires null. */
function setMissingCountries(root: Tree, fields: ReadableFields): void {
  for (const [list, field] of Object.entries(fields)) {
    const rows = root[list];
    if (!('rows' in field) || !Array.isArray(rows)) continue;
    for (const [property, { type }] of Object.entries(field.rows)) {
      if (type !== 'country-or-null') continue;
      for (const row of rows) if (isTree(row)) row[property] ??= null;
    }
  }
}

function isCountry(type: ValueType): boolean {
  return type === 'country' || type === 'country-or-null';
}

function isTree(node: Node | undefined): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
