/** A calendar of due instants as iCalendar (RFC 5545), for subscription by calendar programs. */

import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { Instant } from '../vocabulary.ts';

/** One due instant. */
export interface DueEvent {
  /** The same for as long as the task exists, also if its due instant moves. */
  uid: string;
  dueAt: Instant;
  /** When the content of the event last changed. */
  changedAt: Instant;
  summary: string;
  description: string;
  url: string;
}

/** How often programs should read the calendar again, in seconds. */
export const REFRESH_SECONDS = 900;

/**
 * The calendar as a file. Events have a start and no end (RFC 5545, 3.6.1). They therefore do not show their owner as busy.
 * Without METHOD, DTSTAMP is the time of the last change (3.8.7.2), so equal events give equal files.
 */
export function formatCalendar(name: string, events: readonly DueEvent[]): string {
  const calendar = ical({ name, prodId: '//Liaise//Deadlines//EN', scale: 'GREGORIAN', ttl: REFRESH_SECONDS });
  for (const { uid, dueAt, changedAt, summary, description, url } of events) {
    calendar.createEvent({
      ...{ id: uid, summary, description, url, start: new Date(dueAt), stamp: new Date(changedAt) },
      ...{ class: ICalEventClass.CONFIDENTIAL, transparency: ICalEventTransparency.TRANSPARENT },
    });
  }
  return calendar.toString();
}
