/** From the fields of a form to what a schema describes: `indicators.0.country` becomes a row, empty fields nothing. */

import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Words } from '../../i18n/i18n.ts';
import type { Fault, FormValues } from '../viewer.ts';

const BOOLEANS = new Set(['verified', 'proxySuspected', 'viewedByReporter', 'publiclyAvailable', 'final']);
const NUMBERS = new Set(['amount']);
const MOMENTS = new Set(['observedAt', 'incidentAt', 'estimateAt', 'requestedAt', 'endsAt']);
const MANY = new Set(['countries', 'urgencyGrounds', 'crimeAreas', 'languages']);

type Tree = { [name: string]: Node };
type Node = Tree | Node[] | string | number | boolean | null;

/** What was typed, without empty fields; rows that were left empty are gone, and those after them have moved up. */
export function withoutEmptyRows(typed: FormValues): FormValues {
  const filled = Object.entries(typed)
    .map(
      ([name, values]) =>
        [name, values.map((value) => value.replaceAll('\r\n', '\n')).filter((value) => value.trim() !== '')] as const,
    )
    .filter(([, values]) => values.length > 0);
  const rows = new Map<string, Set<number>>();
  for (const [name] of filled) {
    const { list, row } = rowOf(name);
    if (list !== '') rows.set(list, (rows.get(list) ?? new Set()).add(row));
  }
  const places = new Map([...rows].map(([list, taken]) => [list, placesOf(taken)]));
  const moved = filled.map(([name, values]) => {
    const { list, row, rest } = rowOf(name);
    return [list === '' ? name : `${list}.${places.get(list)?.get(row)}${rest}`, values];
  });
  return Object.fromEntries(moved);
}

function rowOf(name: string): { list: string; row: number; rest: string } {
  const [, list = '', row = '', rest = ''] = ROW.exec(name) ?? [];
  return { list, row: Number(row), rest };
}

/** Where each row comes to stand. */
function placesOf(taken: ReadonlySet<number>): ReadonlyMap<number, number> {
  return new Map([...taken].sort((one, other) => one - other).map((row, place) => [row, place]));
}

const ROW = /^((?:[A-Za-z]+\.)*[A-Za-z]+)\.(\d{1,4})(\..+)?$/;

/** The values as a schema wants them; times are those on the walls of `zone`. */
export function coerceFormValues(typed: FormValues, zone: string): Tree {
  const root: Tree = {};
  for (const [name, values] of Object.entries(withoutEmptyRows(typed))) place(root, name.split('.'), values, zone);
  return root;
}

function place(tree: Tree, [first = '', ...rest]: readonly string[], values: readonly string[], zone: string): void {
  if (!/^[A-Za-z]+$/.test(first)) return;
  const [next, ...further] = rest;
  if (next === undefined) {
    tree[first] = leaf(first, values, zone);
  } else if (/^\d{1,4}$/.test(next)) {
    const known = tree[first];
    const list: Node[] = Array.isArray(known) ? known : [];
    tree[first] = list;
    if (further.length === 0) {
      list[Number(next)] = values[0] ?? '';
      return;
    }
    const row = list[Number(next)];
    const branch = isTree(row) ? row : emptyRow(first);
    list[Number(next)] = branch;
    place(branch, further, values, zone);
  } else {
    const known = tree[first];
    const branch = isTree(known) ? known : {};
    tree[first] = branch;
    place(branch, rest, values, zone);
  }
}

function leaf(name: string, values: readonly string[], zone: string): Node {
  const [value = ''] = values;
  if (name === 'country') return value.trim().toUpperCase();
  if (MANY.has(name)) return [...values];
  if (BOOLEANS.has(name)) return value === 'true';
  if (NUMBERS.has(name)) return Number(value);
  if (MOMENTS.has(name)) return DateTime.fromISO(value, { zone }).toUTC().toISO() ?? value;
  return value.trim();
}

/** A sign may name no country, but has to say so. */
function emptyRow(list: string): Tree {
  return list === 'indicators' ? { country: null } : {};
}

function isTree(node: Node | undefined): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** What a schema found wrong, at the fields, in the reader's language; it was asked to report what it was given. */
export function faultsIn(error: z.ZodError, words: Words, labelOf: (field: string) => string): Fault[] {
  return error.issues.map((issue) => {
    const field = issue.path.join('.');
    const label = labelOf(field);
    const what = words(isMissing(issue) ? 'everywhere:field.required' : 'everywhere:field.check');
    return { field, message: label === '' ? what : `${label}: ${what}` };
  });
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'too_small') return true;
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
}
