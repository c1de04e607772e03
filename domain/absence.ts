/** Absences of people, and who gets their letters meanwhile. */

import { dayIn, isoDate } from './clocks/local-day.ts';
import type { Instant } from './vocabulary.ts';

/** The present or next absence of a person. Both dates are days of absence: `2026-12-24`. */
export interface Absence {
  from: string;
  until: string;
  /** The person who acts meanwhile. */
  deputyId?: string;
}

/** The longest absence, in days. Before a longer one, the work should be handed over. */
export const LONGEST_ABSENCE_DAYS = 366;

/** Whether the person is absent at that time. Days begin and end in `zone`, an IANA time zone. */
export function isAbsent({ from, until }: Absence, zone: string, at: Instant): boolean {
  const today = isoDate(dayIn(at, zone));
  return from <= today && today <= until;
}
