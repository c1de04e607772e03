/** Keeps the announcements of operators at hand, so that every page can show them. */

import type { FastifyInstance } from 'fastify';
import { type Announcement, isShown } from '../../domain/announcement.ts';
import { readAnnouncements } from '../../prisma/store/announcements.ts';
import type { Database } from '../../prisma/store/connect.ts';

declare module 'fastify' {
  interface FastifyInstance {
    announcements: AnnouncementCache;
  }
}

/** The announcements as they were read last. */
export interface AnnouncementCache {
  /** The present ones. If they are old, they are read again meanwhile, for the next page. */
  current(): Announcement[];
  /** Reads them if they are old. Also if the database is unavailable, the page is shown. */
  refresh(): Promise<void>;
  /** Reads them after a change. Other web servers show it after some seconds. */
  reload(): Promise<void>;
}

const CACHE_MS = 5_000;

/** Call it before the routes that show announcements are registered. */
export function keepAnnouncements(app: FastifyInstance, db: Database): void {
  let known: Announcement[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const refresh = async () => {
    if (performance.now() - readAt < CACHE_MS) return;
    readAt = performance.now();
    known = await readAnnouncements(db).catch(() => known);
  };
  const current = () => {
    void refresh();
    return known.filter((each) => isShown(each, new Date().toISOString()));
  };
  const reload = () => {
    readAt = Number.NEGATIVE_INFINITY;
    return refresh();
  };
  app.decorate('announcements', { current, refresh, reload });
}
