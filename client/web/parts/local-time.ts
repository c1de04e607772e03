/** Instants as a `datetime-local` field of a form shows them. */

import { DateTime } from 'luxon';

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
