/** An instant as its reader counts it: local date and time with the zone named, and the same in UTC. */

import type { Instant } from '../../domain/vocabulary.ts';
import { languageOfCode } from '../../domain/words/languages.ts';
import { SEMICOLON, typesetDate } from '../../domain/words/typography.ts';

/** `short`: `25 Nov 2026 14:00 CET`; `long` adds weekday, the zone's own name and UTC. */
export interface DueText {
  short: string;
  long: string;
}

/** @throws RangeError for a zone or locale that Intl does not support. The directory contains none. */
export function dueIn(instant: Instant, zone: string, locale: string): DueText {
  const at = new Date(instant);
  const time = timeOf(at, zone, locale);
  const utc = `${dateOf(at, 'UTC', locale)} ${timeOf(at, 'UTC', locale)}`;
  const long = `${longDateOf(at, zone, locale)} ${time}`;
  return {
    short: `${dateOf(at, zone, locale)} ${time}`,
    long: zone === 'UTC' ? long : `${long} (${zone}${SEMICOLON[languageOfCode(locale)]} ${utc})`,
  };
}

/** The zone's abbreviation distinguishes the two 02:30 of the night in autumn on which the clocks change. */
function timeOf(at: Date, timeZone: string, locale: string): string {
  return written(at, locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
}

function dateOf(at: Date, timeZone: string, locale: string): string {
  return written(at, locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
}

function longDateOf(at: Date, timeZone: string, locale: string): string {
  return written(at, locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Making one takes longer than all that is done with it in a letter. */
const formats = new Map<string, Intl.DateTimeFormat>();

function written(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return typesetDate(format.format(at), languageOfCode(locale));
}
