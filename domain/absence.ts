/** Absences of people, and who gets their letters meanwhile. */

import type { Instant } from './vocabulary.ts';

/** The present or next absence of a person. Both dates are days of absence: `2026-12-24`. */
export interface Absence {
  from: string;
  until: string;
  /** The person who acts meanwhile. */
  deputyId?: string;
}

/** The longest absence, in days. Whoever is away for longer should hand over the work. */
export const LONGEST_ABSENCE_DAYS = 366;

/** Whether the person is absent at that time. Days begin and end in `zone`, an IANA time zone. */
export function isAbsent({ from, until }: Absence, zone: string, at: Instant): boolean {
  const today = dateIn(zone, at);
  return from <= today && today <= until;
}

/** The date in a time zone. */
export function dateIn(zone: string, at: Instant): string {
  // The Swedish format is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at));
}
