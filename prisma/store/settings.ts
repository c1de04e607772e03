/** A person's own settings: language, time zone and digest. */

import type { Queries } from './connect.ts';

/** The language, zone and digest hour of a person. */
export interface Settings {
  language: string;
  /** IANA time zone. */
  zone: string;
  /** Hour of the day, in that time zone, of the daily digest; null if the person does not want it. */
  digestHour: number | null;
}

/** Returns a person's settings. */
export async function readSettings(db: Queries, personId: string): Promise<Settings> {
  const select = { language: true, zone: true, digestHour: true } as const;
  return db.person.findFirstOrThrow({ where: { id: personId }, select });
}

/** Saves a person's settings. */
export async function saveSettings(db: Queries, personId: string, settings: Settings): Promise<void> {
  await db.person.update({ where: { id: personId }, data: settings });
}
