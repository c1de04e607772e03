/** Opening hours and the opening time of a desk, in a person's language. */

import {
  type OpeningHours,
  parseHours,
  rangeText,
  WEEKDAYS,
  type Weekday,
} from '../../domain/routing/opening-hours.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { type Language, LOCALES } from '../../domain/words/languages.ts';
import { typesetDate } from '../../domain/words/typography.ts';
import { translatorFor } from './i18n.ts';
import { withSemicolons } from './with-semicolons.ts';

/** `Monday` */
export function weekdayName(weekday: Weekday, language: Language): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(weekday)));
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** `Monday–Friday 08:00-16:00; Saturday 09:00-12:00` or `Working days 08:00-16:00`. Other texts as they are stored. */
export function hoursText(text: string, language: Language): string {
  const hours = parseHours(text);
  if (hours?.kind === 'working-days') {
    return translatorFor(language)('partner:point.working-days', { hours: hours.ranges.map(rangeText).join(', ') });
  }
  if (hours?.kind !== 'by-weekday') return text;
  const spans = spansOf(hours).map(({ first, last, ranges }) => {
    const [from, to] = [weekdayName(first, language), weekdayName(last, language)];
    return `${first === last ? from : `${from}–${to}`} ${ranges}`;
  });
  return withSemicolons(spans, translatorFor(language));
}

interface Span {
  first: Weekday;
  last: Weekday;
  ranges: string;
}

/** Consecutive weekdays with the same hours are one span. */
function spansOf({ days }: Extract<OpeningHours, { kind: 'by-weekday' }>): Span[] {
  const spans: Span[] = [];
  for (const weekday of WEEKDAYS) {
    const ranges = days.get(weekday)?.map(rangeText).join(', ');
    const latest = spans.at(-1);
    const isNext = latest !== undefined && WEEKDAYS.indexOf(latest.last) === WEEKDAYS.indexOf(weekday) - 1;
    if (ranges === undefined) continue;
    if (isNext && latest.ranges === ranges) latest.last = weekday;
    else spans.push({ first: weekday, last: weekday, ranges });
  }
  return spans;
}

/** `Monday, 30 Nov, 08:00 EET`: when a desk opens, in its own zone. */
export function openingText(at: Instant, language: Language, timeZone: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone, timeZoneName: 'short' });
  return typesetDate(format.format(new Date(at)), language);
}
