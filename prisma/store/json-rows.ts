/** Reads rows of several tables in one query, as JSON: Prisma takes longer to convert rows than it takes to compare them. */

import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A row as JSON: instants are ISO 8601 texts. */
export type JsonRow<Row> = {
  [Field in keyof Row]: Row[Field] extends Date | null
    ? string | Exclude<Row[Field], Date>
    : Row[Field] extends bigint | null
      ? number | Exclude<Row[Field], bigint>
      : Row[Field];
};

/** A table, the field with the id of the referral, and the fields to read. */
export interface JsonTable<Row> {
  table: string;
  referralId: keyof Row & string;
  fields: readonly (keyof Row & string)[];
  /** Fields with lists, of which an empty one is stored as null. */
  lists?: readonly (keyof Row & string)[];
}

/** All fields of a table. */
export function tableOf<Row>(
  table: string,
  referralId: keyof Row & string,
  fields: { [Field in keyof Row]: Field },
  lists: readonly (keyof Row & string)[] = [],
): JsonTable<Row> {
  return { table, referralId, fields: Object.values(fields), lists };
}

/** The rows of referrals in tables of these types of row. @param Rows the type of row for each name */
export type JsonTables<Rows> = { [Name in keyof Rows]: JsonTable<Rows[Name]> };

/** Rows by the id of their referral. */
export type RowsByReferral<Rows> = { [Name in keyof Rows]: Map<string, JsonRow<Rows[Name]>[]> };

/** Prepares the query. The function that it returns reads everything as of one moment. */
export function jsonReader<Rows extends object>(
  tables: JsonTables<Rows>,
): (db: Queries, ids: readonly string[]) => Promise<RowsByReferral<Rows>> {
  const names = Object.keys(tables) as (keyof Rows & string)[];
  const parts = names.map((name) => arrayOf(tables[name]));
  const rows = Prisma.raw(`json_build_array(${parts.join(', ')})::text AS rows`);
  return async (db, ids) => {
    const [page] = await db.$queryRaw<{ rows: string }[]>`
      WITH asked AS MATERIALIZED (SELECT ${[...ids]}::uuid[] AS ids) SELECT ${rows} FROM asked`;
    const values: (unknown[][] | null)[] = JSON.parse(page?.rows ?? '[]');
    const byName = names.map((name, at) => [name, byReferral(tables[name], values[at] ?? [])]);
    return Object.fromEntries(byName);
  };
}

function arrayOf({ table, fields, referralId, lists = [] }: AnyTable): string {
  const columns = fields
    .map((field) => (lists.includes(field) ? `coalesce(${columnOf(field)}, '{}')` : columnOf(field)))
    .join(', ');
  return `(SELECT json_agg(json_build_array(${columns})) FROM ${table} WHERE ${columnOf(referralId)} = ANY(asked.ids))`;
}

/** Columns are named as fields, in snake case. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

interface AnyTable {
  table: string;
  referralId: string;
  fields: readonly string[];
  lists?: readonly string[];
}

function byReferral({ fields, referralId: key }: AnyTable, rows: readonly unknown[][]): Map<string, object[]> {
  const found = new Map<string, object[]>();
  const keyAt = fields.indexOf(key);
  for (const values of rows) {
    const row: Record<string, unknown> = {};
    for (const [at, field] of fields.entries()) row[field] = inJson(values[at]);
    const referralId = String(values[keyAt]);
    const others = found.get(referralId);
    if (others) others.push(row);
    else found.set(referralId, [row]);
  }
  return found;
}

/** As PostgreSQL writes an instant in JSON, in the time zone of the session. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)*$/;

function inJson(value: unknown): unknown {
  return typeof value === 'string' && INSTANT.test(value) ? new Date(value).toISOString() : value;
}
