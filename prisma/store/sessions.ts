/** Browsers that are signed in. A session is found by the digest of what the cookie holds. */

import type { Queries } from './connect.ts';
import { type UserAccount, WHO_COLUMNS, WHO_JOINS, type WhoRow, whoOf } from './user-accounts.ts';

export interface OpenSession {
  who: UserAccount;
  agencyId: string;
  startedAt: Date;
  seenAt: Date;
}

export interface NewSession {
  digest: string;
  personId: string;
  agencyId: string;
  startedAt: Date;
  seenAt: Date;
}

/** Whatever its age; undefined where there is none, or the person holds no role anywhere any more. */
export async function findSession(db: Queries, digest: string): Promise<OpenSession | undefined> {
  const rows = await db.$queryRaw<(WhoRow & { worksFor: string; startedAt: Date; seenAt: Date })[]>`
    SELECT known.agency_id AS "worksFor", known.started_at AS "startedAt", known.seen_at AS "seenAt", ${WHO_COLUMNS}
    FROM session known ${WHO_JOINS} WHERE known.digest = ${digest} ORDER BY membership.role`;
  const who = whoOf(rows);
  const [first] = rows;
  return who && first && { who, agencyId: first.worksFor, startedAt: first.startedAt, seenAt: first.seenAt };
}

export async function addSession(db: Queries, session: NewSession): Promise<void> {
  await db.session.create({ data: session });
}

export async function sessionSeen(db: Queries, digest: string, seenAt: Date): Promise<void> {
  await db.session.updateMany({ where: { digest, seenAt: { lt: seenAt } }, data: { seenAt } });
}

/** The same session under another id, at work for another agency; it lasts no longer. False where it has just ended. */
export async function moveSession(
  db: Queries,
  digest: string,
  to: { digest: string; agencyId: string },
): Promise<boolean> {
  const { count } = await db.session.updateMany({ where: { digest }, data: to });
  return count > 0;
}

export async function removeSession(db: Queries, digest: string): Promise<void> {
  await db.session.deleteMany({ where: { digest } });
}

/** On every device. */
export async function removeSessionsOf(db: Queries, personId: string): Promise<void> {
  await db.session.deleteMany({ where: { personId } });
}

export async function removeSessionsBefore(db: Queries, startedAt: Date): Promise<void> {
  await db.session.deleteMany({ where: { startedAt: { lt: startedAt } } });
}
