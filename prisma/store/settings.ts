/** What a person has decided for themselves. */

import type { Queries } from './connect.ts';

export interface Settings {
  language: string;
  /** IANA time zone. */
  zone: string;
  /** Hour of the day, in that zone, of the daily digest; null where none is wanted. */
  digestHour: number | null;
}

export async function readSettings(db: Queries, personId: string): Promise<Settings> {
  const select = { language: true, zone: true, digestHour: true } as const;
  return db.person.findUniqueOrThrow({ where: { id: personId }, select });
}

export async function saveSettings(db: Queries, personId: string, settings: Settings): Promise<void> {
  await db.person.update({ where: { id: personId }, data: settings });
}
