/** Secret addresses of calendars. A calendar is found by the digest of its secret, before its agency is known. */

import type { AuditLeaf, DirectoryChange } from '../../domain/audit/leaf.ts';
import type { Person } from '../../domain/people.ts';
import { withoutAgency } from './agency-scope.ts';
import { addLeaf } from './audit.ts';
import type { Database, Queries } from './connect.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_JOINS, type UserAccount, type WhoRow, whoOf } from './user-accounts.ts';

type Owner = Pick<Person, 'personId' | 'agencyId'>;

/** The owner of a calendar, and the agency whose deadlines it has; undefined if no owner with any role has this digest. */
export async function findFeedOwner(
  db: Queries,
  digest: string,
): Promise<{ who: UserAccount; agencyId: string } | undefined> {
  const rows = await withoutAgency(
    () => db.$queryRaw<(WhoRow & { feedAgencyId: string })[]>`
      SELECT known.agency_id AS "feedAgencyId", ${ACCOUNT_COLUMNS}
      FROM calendar_feed known ${ACCOUNT_JOINS} WHERE known.digest = ${digest} ORDER BY membership.role`,
  );
  const who = whoOf(rows);
  const [first] = rows;
  return who && first && { who, agencyId: first.feedAgencyId };
}

/** When the address of the person's calendar at the agency was made; undefined if there is none. */
export async function feedMadeAt(db: Queries, { personId, agencyId }: Owner): Promise<Date | undefined> {
  return (await db.calendarFeed.findFirst({ where: { personId, agencyId } }))?.madeAt;
}

/** Stores the digest of a new secret. An earlier address stops working. The audit log records it in the same transaction. */
export async function saveFeed(db: Database, by: Person, digest: string): Promise<void> {
  const { personId, agencyId } = by;
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { personId, agencyId } });
    await tx.calendarFeed.createMany({ data: [{ personId, agencyId, digest, madeAt: new Date() }] });
    await addFeedLeaf(tx, by, count > 0 ? 'changed' : 'added');
  });
}

/** Deletes the address, and records that in the audit log. Does nothing if there is none. */
export async function deleteFeed(db: Database, by: Person): Promise<void> {
  const { personId, agencyId } = by;
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { personId, agencyId } });
    if (count > 0) await addFeedLeaf(tx, by, 'removed');
  });
}

/** Deletes the addresses of a person who loses access to an agency, or to all of them. */
export async function deleteFeedsOf(tx: Queries, personId: string, agencyId?: string): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { personId, ...(agencyId !== undefined && { agencyId }) } });
}

async function addFeedLeaf(tx: Queries, by: Person, change: DirectoryChange): Promise<void> {
  const about: AuditLeaf['about'] = {
    ...{ directory: 'calendar-feed', id: by.personId, change, fields: [], agencies: [by.agencyId] },
  };
  await addLeaf(tx, { operation: 'alteration', by, about });
}
