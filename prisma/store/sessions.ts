/**
 * Browser sessions. A session is found by the digest of the id in the cookie, before its agency is known. A person has
 * sessions at several agencies.
 */

import { Prisma } from '../generated/client.ts';
import { withoutAgency } from './agency-scope.ts';
import type { Queries } from './connect.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_JOINS, type UserAccount, type WhoRow, whoOf } from './user-accounts.ts';

/** A session that has not ended. */
export interface OpenSession {
  who: UserAccount;
  agencyId: string;
  startedAt: Date;
  seenAt: Date;
}

/** A session to store. */
export interface NewSession {
  digest: string;
  personId: string;
  agencyId: string;
  startedAt: Date;
  seenAt: Date;
  /** The session at the provider, if the provider names it. */
  providerSession?: string;
}

/** Returns a session of any age; undefined if there is none, or the person no longer holds a role anywhere. */
export async function findSession(db: Queries, digest: string): Promise<OpenSession | undefined> {
  const rows = await withoutAgency(
    () => db.$queryRaw<(WhoRow & { worksFor: string; startedAt: Date; seenAt: Date })[]>`
      SELECT known.agency_id AS "worksFor", known.started_at AS "startedAt", known.seen_at AS "seenAt", ${ACCOUNT_COLUMNS}
      FROM session known ${ACCOUNT_JOINS} WHERE known.digest = ${digest} ORDER BY membership.role`,
  );
  const who = whoOf(rows);
  const [first] = rows;
  return who && first && { who, agencyId: first.worksFor, startedAt: first.startedAt, seenAt: first.seenAt };
}

/** Stores a new session. */
export async function addSession(db: Queries, session: NewSession): Promise<void> {
  await withoutAgency(() => db.session.create({ data: session }));
}

/** Records when the session was last used. */
export async function recordSessionUse(db: Queries, digest: string, seenAt: Date): Promise<void> {
  await withoutAgency(() => db.session.updateMany({ where: { digest, seenAt: { lt: seenAt } }, data: { seenAt } }));
}

/** Changes the id and the agency of a session; its expiry stays. Returns false if the session has just ended. */
export async function moveSession(
  db: Queries,
  digest: string,
  to: { digest: string; agencyId: string },
): Promise<boolean> {
  const { count } = await withoutAgency(() => db.session.updateMany({ where: { digest }, data: to }));
  return count > 0;
}

/** A session of a person as they see it in their settings. */
export interface ListedSession {
  digest: string;
  agencyId: string;
  startedAt: Date;
  seenAt: Date;
}

/** Returns the person's sessions that started after this time, the last used first. */
export async function listSessions(db: Queries, personId: string, startedAfter: Date): Promise<ListedSession[]> {
  return withoutAgency(() =>
    db.session.findMany({
      where: { personId, startedAt: { gt: startedAfter } },
      select: { digest: true, agencyId: true, startedAt: true, seenAt: true },
      orderBy: [{ seenAt: 'desc' }, { startedAt: 'desc' }],
    }),
  );
}

/** Deletes the person's sessions but for the most recently used. */
export async function keepNewestSessions(db: Queries, personId: string, most: number): Promise<void> {
  await withoutAgency(
    () => db.$executeRaw`
      DELETE FROM session WHERE person_id = ${personId} AND digest NOT IN (
        SELECT digest FROM session WHERE person_id = ${personId} ORDER BY started_at DESC, digest LIMIT ${most})`,
  );
}

/** Deletes one session of the person. Returns false if it has ended. */
export async function removeOwnSession(db: Queries, personId: string, digest: string): Promise<boolean> {
  return (await withoutAgency(() => db.session.deleteMany({ where: { personId, digest } }))).count > 0;
}

/** Whose session was ended, and at which agency. */
export type EndedSession = Pick<NewSession, 'personId' | 'agencyId'>;

/** Deletes the sessions that began with that session at the provider. */
export function removeSessionsOfProvider(db: Queries, providerSession: string): Promise<EndedSession[]> {
  return removed(db, Prisma.sql`provider_session = ${providerSession}`);
}

/** Deletes the person's sessions for which the provider named no session of its own. */
export function removeUnnamedSessionsOf(db: Queries, personId: string): Promise<EndedSession[]> {
  return removed(db, Prisma.sql`person_id = ${personId} AND provider_session IS NULL`);
}

/** Deletes a session. */
export async function removeSession(db: Queries, digest: string): Promise<void> {
  await withoutAgency(() => db.session.deleteMany({ where: { digest } }));
}

/** Deletes the person's sessions on all devices. */
export function removeSessionsOf(db: Queries, personId: string): Promise<EndedSession[]> {
  return removed(db, Prisma.sql`person_id = ${personId}`);
}

function removed(db: Queries, condition: Prisma.Sql): Promise<EndedSession[]> {
  return withoutAgency(
    () => db.$queryRaw<EndedSession[]>`
      DELETE FROM session WHERE ${condition} RETURNING person_id AS "personId", agency_id AS "agencyId"`,
  );
}

/** Deletes sessions that started before this time. */
export async function removeSessionsBefore(db: Queries, startedAt: Date): Promise<void> {
  await withoutAgency(() => db.session.deleteMany({ where: { startedAt: { lt: startedAt } } }));
}
