/** Reads people and the roles that they hold at agencies. */

import type { Person as Acting, Role } from '../../domain/people.ts';
import type { Queries } from './connect.ts';

/** A person with their memberships. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string;
  language: string;
  zone: string;
  memberships: { agencyId: string; roles: Role[] }[];
}

/** Returns a person with their roles; undefined if there is none of that id. */
export async function findPerson(db: Queries, personId: string): Promise<KnownPerson | undefined> {
  const row = await db.person.findFirst({ where: { id: personId }, include: { memberships: true } });
  if (row === null) return undefined;
  const { memberships, ...person } = row;
  return { ...person, memberships: byAgency(memberships) };
}

/** Returns all people with their roles. */
export async function listPeople(db: Queries): Promise<KnownPerson[]> {
  const rows = await db.person.findMany({ include: { memberships: true }, orderBy: { id: 'asc' } });
  return rows.map(({ memberships, ...person }) => ({ ...person, memberships: byAgency(memberships) }));
}

/** Returns the ids of the people who hold one of the roles at the agency. */
export async function holdersOf(db: Queries, agencyId: string, roles: readonly Role[]): Promise<string[]> {
  const where = { agencyId, role: { in: [...roles] } };
  const rows = await db.membership.findMany({ where, orderBy: { personId: 'asc' } });
  return rows.map(({ personId }) => personId);
}

/** Returns the person as acting for one agency; undefined if they hold no role there. */
export function at(person: KnownPerson, agencyId: string): Acting | undefined {
  const membership = person.memberships.find((each) => each.agencyId === agencyId);
  return membership && { kind: 'person', personId: person.id, agencyId, roles: membership.roles };
}

function byAgency(rows: readonly { agencyId: string; role: string }[]): KnownPerson['memberships'] {
  const agencies = [...new Set(rows.map(({ agencyId }) => agencyId))].sort();
  return agencies.map((agencyId) => ({
    agencyId,
    roles: rows.filter((row) => row.agencyId === agencyId).map(({ role }) => role as Role),
  }));
}

export async function namesOfPeople(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  return named(await db.person.findMany({ where, select: { id: true, name: true } }));
}

export async function namesOfAgencies(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  return named(await db.agency.findMany({ where, select: { id: true, name: true } }));
}

function named(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}
