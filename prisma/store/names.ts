/** Reads the names of people and agencies by id. */

import type { Queries } from './connect.ts';

/** Returns the names of people by id. */
export async function namesOfPeople(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  return named(await db.person.findMany({ where, select: { id: true, name: true } }));
}

/** Returns the names of agencies by id. */
export async function namesOfAgencies(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  return named(await db.agency.findMany({ where, select: { id: true, name: true } }));
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
