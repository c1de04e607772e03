/** Announcements of operators, which every page and the API show until they end. */

import type { Instant } from './vocabulary.ts';

/** Planned maintenance: pages and API may not answer. Outage of mail: letters are delayed. */
export const ANNOUNCEMENT_KINDS = ['maintenance', 'mail-outage'] as const;
/** What is announced. */
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** One announcement. */
export interface Announcement {
  id: string;
  kind: AnnouncementKind;
  from: Instant;
  /** Absent if the end is not known. */
  to?: Instant;
}

/** True from the announcement until its end, so that people can plan. */
export function isShown({ to }: Announcement, now: Instant): boolean {
  return to === undefined || to > now;
}
