/** Who a sign-in or a token speaks for: a row that somebody gave, or nobody. */

import type { Database, Queries } from './connect.ts';
import { type UserAccount, WHO_COLUMNS, WHO_JOINS, type WhoRow, whoOf } from './user-accounts.ts';

export interface KnownIdentity {
  who: UserAccount;
  /** Of an agency's own system: the one agency that it acts for, and what it may do. */
  system: { agencyId: string; scopes: string[] } | undefined;
}

export interface GivenIdentity {
  issuer: string;
  subject: string;
  personId: string;
  agencyId?: string;
  scopes?: string[];
}

export async function findIdentity(db: Queries, issuer: string, subject: string): Promise<KnownIdentity | undefined> {
  const rows = await db.$queryRaw<(WhoRow & { systemOf: string | null; scopes: string[] })[]>`
    SELECT known.agency_id AS "systemOf", known.scopes, ${WHO_COLUMNS} FROM identity known ${WHO_JOINS}
    WHERE known.issuer = ${issuer} AND known.subject = ${subject} ORDER BY membership.role`;
  const who = whoOf(rows);
  const [first] = rows;
  if (who === undefined || first === undefined) return undefined;
  const { systemOf, scopes } = first;
  return { who, system: systemOf === null ? undefined : { agencyId: systemOf, scopes } };
}

/** For development: those that are there already stay as they are. */
export async function giveIdentities(db: Database, given: readonly GivenIdentity[]): Promise<void> {
  await db.identity.createMany({ data: [...given], skipDuplicates: true });
}

/** For this person from now on, whoever it was for before. */
export async function setIdentity(db: Queries, { agencyId, scopes, ...given }: GivenIdentity): Promise<void> {
  const { issuer, subject } = given;
  const row = { ...given, agencyId: agencyId ?? null, scopes: scopes ?? [] };
  await db.identity.upsert({ where: { issuer_subject: { issuer, subject } }, create: row, update: row });
}

export async function identitiesOf(db: Queries, personId: string): Promise<GivenIdentity[]> {
  const rows = await db.identity.findMany({ where: { personId }, orderBy: [{ issuer: 'asc' }, { subject: 'asc' }] });
  return rows.map(({ agencyId, ...row }) => ({ ...row, ...(agencyId !== null && { agencyId }) }));
}
