/** Maps a sign-in or token to the person or system that an administrator registered for it. */

import type { Database, Queries } from './connect.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_JOINS, type UserAccount, type WhoRow, whoOf } from './user-accounts.ts';

/** An identity of the OpenID provider that belongs to a person. */
export interface KnownIdentity {
  who: UserAccount;
  /** For an agency's own system: the agency that it acts for, and its scopes. */
  system: { agencyId: string; scopes: string[] } | undefined;
}

/** An identity to add to a person. */
export interface GivenIdentity {
  issuer: string;
  subject: string;
  personId: string;
  agencyId?: string;
  scopes?: string[];
}

/** Returns the person or system with this issuer and subject (OpenID Connect); undefined if none is registered. */
export async function findIdentity(db: Queries, issuer: string, subject: string): Promise<KnownIdentity | undefined> {
  const rows = await db.$queryRaw<(WhoRow & { systemOf: string | null; scopes: string[] })[]>`
    SELECT known.agency_id AS "systemOf", known.scopes, ${ACCOUNT_COLUMNS} FROM identity known ${ACCOUNT_JOINS}
    WHERE known.issuer = ${issuer} AND known.subject = ${subject} ORDER BY membership.role`;
  const who = whoOf(rows);
  const [first] = rows;
  if (who === undefined || first === undefined) return undefined;
  const { systemOf, scopes } = first;
  return { who, system: systemOf === null ? undefined : { agencyId: systemOf, scopes } };
}

/** Registers identities for development. Existing ones are not changed. */
export async function giveIdentities(db: Database, given: readonly GivenIdentity[]): Promise<void> {
  await db.identity.createMany({ data: [...given], skipDuplicates: true });
}

/** Returns the identities that are registered for a person. */
export async function identitiesOf(db: Queries, personId: string): Promise<GivenIdentity[]> {
  const rows = await db.identity.findMany({ where: { personId }, orderBy: [{ issuer: 'asc' }, { subject: 'asc' }] });
  return rows.map(({ agencyId, ...row }) => ({ ...row, ...(agencyId !== null && { agencyId }) }));
}
