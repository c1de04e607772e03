/** Changes of people, their roles and identities by administrators. Call them within `editDirectory`. */

import type { Role } from '../../domain/people.ts';
import { withoutAgency } from './agency-scope.ts';
import type { Queries } from './connect.ts';
import { removeSessionsOf } from './sessions.ts';

/** The details of a person that an administrator can change. */
export interface PersonDetails {
  id: string;
  name: string;
  email: string;
  language: string;
  zone: string;
}

/** Adds a person. */
export async function insertPerson(tx: Queries, person: PersonDetails): Promise<void> {
  await tx.person.create({ data: person });
}

/** Updates a person's details. */
export async function writePerson(tx: Queries, { id, ...data }: PersonDetails): Promise<void> {
  await tx.person.update({ where: { id }, data });
}

/** Replaces the person's roles at that agency. No roles removes the person from the agency. */
export async function setRoles(tx: Queries, personId: string, agencyId: string, roles: readonly Role[]): Promise<void> {
  await tx.membership.deleteMany({ where: { personId, agencyId, role: { notIn: [...roles] } } });
  await tx.membership.createMany({
    data: roles.map((role) => ({ personId, agencyId, role })),
    skipDuplicates: true,
  });
}

/** Counts the people who hold the role at the agency. */
export async function countHolders(db: Queries, agencyId: string, role: Role): Promise<number> {
  return await db.membership.count({ where: { agencyId, role } });
}

/** An identity of the OpenID provider with the person to whom it belongs. */
export interface PersonIdentity {
  issuer: string;
  subject: string;
  personId: string;
}

/** Returns the person to whom the identity belongs; undefined if it is not registered. */
export async function holderOf(
  db: Queries,
  { issuer, subject }: Omit<PersonIdentity, 'personId'>,
): Promise<string | undefined> {
  const row = await db.identity.findFirst({ where: { issuer, subject } });
  return row?.personId;
}

/** Registers an identity for a person. */
export async function insertIdentity(tx: Queries, identity: PersonIdentity): Promise<void> {
  await tx.identity.create({ data: identity });
}

/** Removes the identity and the sessions that it started. Returns false if it was not that person's. */
export async function deleteIdentity(tx: Queries, identity: PersonIdentity): Promise<boolean> {
  const { count } = await tx.identity.deleteMany({ where: identity });
  if (count > 0) await removeSessionsOf(tx, identity.personId);
  return count > 0;
}

/** Counts the open sessions of a person. */
export async function countSessions(db: Queries, personId: string): Promise<number> {
  return await withoutAgency(() => db.session.count({ where: { personId } }));
}
