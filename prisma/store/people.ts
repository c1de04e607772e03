/** Reads people and the roles that they hold at agencies. */

import type { Absence } from '../../domain/absence.ts';
import type { Person as Acting, Role } from '../../domain/people.ts';
import { type AbsenceColumns, absenceOfRow } from './absences.ts';
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

/** A person with the present or next absence. */
interface ListedPerson extends KnownPerson {
  absence?: Absence;
}

/** Returns a person with their roles; undefined if there is none of that id. */
export async function findPerson(db: Queries, personId: string): Promise<KnownPerson | undefined> {
  const row = await db.person.findFirst({ where: { id: personId }, include: { memberships: true } });
  if (row === null) return undefined;
  const { memberships, ...person } = row;
  return { ...person, memberships: byAgency(memberships) };
}

/** Returns all people with their roles. */
export async function listPeople(db: Queries): Promise<ListedPerson[]> {
  const rows = await db.person.findMany({ include: { memberships: true }, orderBy: { id: 'asc' } });
  return rows.map(({ memberships, absentFrom, absentUntil, deputyId, ...person }) => {
    const absence = absenceOfRow({ absentFrom, absentUntil, deputyId });
    return { ...person, memberships: byAgency(memberships), ...(absence && { absence }) };
  });
}

/** A person or system of an agency: the roles held there, whether receipts are wanted, and the present or next absence. */
export interface Member {
  agencyId: string;
  personId: string;
  roles: Role[];
  receipts: boolean;
  /** IANA time zone. */
  zone: string;
  absence?: Absence;
}

/** Returns the members of the agencies, by id. */
export async function membersOf(db: Queries, agencyIds: readonly string[]): Promise<Member[]> {
  const rows = await db.$queryRaw<(Omit<Member, 'absence'> & AbsenceColumns)[]>`
    SELECT agency_id AS "agencyId", person_id AS "personId", array_agg(role) AS roles, person.receipts, person.zone,
           person.absent_from AS "absentFrom", person.absent_until AS "absentUntil", person.deputy_id AS "deputyId"
    FROM membership JOIN person ON person.id = person_id
    WHERE agency_id = ANY(${[...agencyIds]}::text[])
    GROUP BY agency_id, person_id, person.id ORDER BY person_id, agency_id`;
  return rows.map(({ absentFrom, absentUntil, deputyId, ...member }) => {
    const absence = absenceOfRow({ absentFrom, absentUntil, deputyId });
    return { ...member, ...(absence && { absence }) };
  });
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

/** The ids of the people with this id, or with this text in their name in any case. An id without an account counts too. */
export async function peopleNamed(db: Queries, text: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM person WHERE strpos(lower(name), lower(${text})) > 0 AND id <> ${text}`;
  return [text, ...rows.map(({ id }) => id)];
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
