/** Instants as a `datetime-local` field of a form shows them. */

import { DateTime } from 'luxon';

/** From local time of the zone to an instant in UTC. Any other text stays unchanged: its schema refuses it. */
export function instantText(text: string, zone: string): string {
  return DateTime.fromISO(text, { zone }).toUTC().toISO() ?? text;
}

/**
 * From ISO 8601 with an offset to local time of the zone, with seconds only if they are not zero. Any other text stays
 * unchanged: it may be an entered text.
 */
export function localTimeText(text: string, zone: string): string {
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return text;
  const time = DateTime.fromISO(text).setZone(zone);
  if (!time.isValid) return text;
  return time.toFormat(time.second === 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss");
}
