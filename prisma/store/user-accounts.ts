/** Reads a person with their roles at each agency in one query, by session, identity or other key. */

import type { Role } from '../../domain/people.ts';
import { Prisma } from '../generated/client.ts';

/** A person with language, zone, colour scheme and roles, as the session needs it. */
export interface UserAccount {
  personId: string;
  name: string;
  language: string;
  zone: string;
  colourScheme: string;
  /** Agencies at which the person holds roles; at least one. */
  agencies: { id: string; name: string; coordinating: boolean; roles: Role[] }[];
}

/** One row for each role of a person. */
export interface WhoRow {
  personId: string;
  name: string;
  language: string;
  zone: string;
  colourScheme: string;
  agencyId: string;
  agency: string;
  coordinating: boolean;
  role: Role;
}

/** SQL columns. Join them to a table with the alias `known` and a column `person_id`. */
export const ACCOUNT_COLUMNS = Prisma.sql`person.id AS "personId", person.name, person.language, person.zone,
  person.colour_scheme AS "colourScheme",
  agency.id AS "agencyId", agency.name AS agency, agency.coordinating, membership.role`;
/** SQL joins for `WHO_COLUMNS`. */
export const ACCOUNT_JOINS = Prisma.sql`JOIN person ON person.id = known.person_id
  JOIN membership ON membership.person_id = person.id JOIN agency ON agency.id = membership.agency_id AND NOT agency.disabled`;

/** Builds the account from the rows; undefined if there is no person, or one without any role. */
export function whoOf(rows: readonly WhoRow[]): UserAccount | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { personId, name, language, zone, colourScheme } = first;
  const agencies = new Map<string, UserAccount['agencies'][number]>();
  for (const { agencyId: id, agency, coordinating, role } of rows) {
    const known = agencies.get(id);
    if (known) known.roles.push(role);
    else agencies.set(id, { id, name: agency, coordinating, roles: [role] });
  }
  const byName = [...agencies.values()].sort((one, other) => one.name.localeCompare(other.name));
  return { personId, name, language, zone, colourScheme, agencies: byName };
}
