/** Stores the announcements of operators. */

import type { Announcement } from '../../domain/announcement.ts';
import type { Database, Queries } from './connect.ts';

/** Returns the announcements that neither ended nor were withdrawn, in the order of their beginning. */
export async function readAnnouncements(db: Queries): Promise<Announcement[]> {
  const rows = await db.announcement.findMany({
    where: { withdrawnAt: null, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, kind, startsAt, endsAt }) => ({
    ...{ id, kind: kind as Announcement['kind'], from: startsAt.toISOString() },
    ...(endsAt && { to: endsAt.toISOString() }),
  }));
}

/** Adds an announcement. */
export async function addAnnouncement(db: Database, { id, kind, from, to }: Announcement, by: string): Promise<void> {
  await db.announcement.create({ data: { id, kind, startsAt: from, endsAt: to ?? null, announcedBy: by } });
}

/** Returns false if there is no such announcement, or it was withdrawn before. */
export async function withdrawAnnouncement(db: Database, id: string, by: string): Promise<boolean> {
  const data = { withdrawnAt: new Date(), withdrawnBy: by };
  const { count } = await db.announcement.updateMany({ where: { id, withdrawnAt: null }, data });
  return count > 0;
}
