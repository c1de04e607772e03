/** Changes of people, their roles and identities by administrators. Call them within `editDirectory`. */

import type { Account, PersonDetails } from '../../domain/administration/directory-edit.ts';
import type { Role } from '../../domain/people.ts';
import { withoutAgency } from './agency-scope.ts';
import { deleteFeedsOf } from './calendar-feeds.ts';
import type { Queries } from './connect.ts';
import { deleteSavedForm } from './saved-forms.ts';
import { removeSessionsOf } from './sessions.ts';

/** Adds a person. */
export async function insertPerson(tx: Queries, person: PersonDetails): Promise<void> {
  await tx.person.create({ data: person });
}

/** Updates a person's details. */
export async function writePerson(tx: Queries, { id, ...data }: PersonDetails): Promise<void> {
  await tx.person.update({ where: { id }, data });
}

/**
 * Deletes what identifies a person: name, address, settings, sign-in accounts and sessions, calendars, drafts and a saved form. The id stays:
 * journal and audit log name who acted by it.
 */
export async function pseudonymisePerson(tx: Queries, personId: string): Promise<void> {
  await tx.identity.deleteMany({ where: { personId } });
  await removeSessionsOf(tx, personId);
  await deleteSavedForm(tx, personId);
  await deleteFeedsOf(tx, personId);
  const drafts = (await tx.draft.findMany({ where: { personId } })).map(({ id }) => id);
  await tx.dataKey.deleteMany({ where: { referralId: { in: drafts } } });
  await tx.particulars.deleteMany({ where: { referralId: { in: drafts } } });
  await tx.draft.deleteMany({ where: { personId } });
  const data = { name: personId, email: '', language: 'en', zone: 'UTC', digestHour: null, receipts: false };
  const noAbsence = { absentFrom: null, absentUntil: null, deputyId: null };
  await tx.person.update({ where: { id: personId }, data: { ...data, ...noAbsence } });
}

/** Replaces the person's roles at that agency. No roles removes the person from the agency, with the calendar there. */
export async function setRoles(tx: Queries, personId: string, agencyId: string, roles: readonly Role[]): Promise<void> {
  await tx.membership.deleteMany({ where: { personId, agencyId, role: { notIn: [...roles] } } });
  if (roles.length === 0) await deleteFeedsOf(tx, personId, agencyId);
  await tx.membership.createMany({
    data: roles.map((role) => ({ personId, agencyId, role })),
    skipDuplicates: true,
  });
}

/** Counts the people who hold the role at the agency. */
export async function countHolders(db: Queries, agencyId: string, role: Role): Promise<number> {
  return await db.membership.count({ where: { agencyId, role } });
}

/** Registers an identity for a person. */
export async function insertIdentity(tx: Queries, account: Account): Promise<void> {
  const { agencyId, scopes = [], ...rest } = account;
  await tx.identity.create({ data: { ...rest, agencyId: agencyId ?? null, scopes } });
}

/** Removes the identity and the sessions that it started. Returns false if it was not that person's. */
export async function deleteIdentity(
  tx: Queries,
  account: Pick<Account, 'issuer' | 'subject' | 'personId'>,
): Promise<boolean> {
  const { issuer, subject, personId } = account;
  const { count } = await tx.identity.deleteMany({ where: { issuer, subject, personId } });
  if (count > 0) await removeSessionsOf(tx, personId);
  return count > 0;
}

/** Counts the open sessions of a person. */
export async function countSessions(db: Queries, personId: string): Promise<number> {
  return await withoutAgency(() => db.session.count({ where: { personId } }));
}
