/** Instants and spans of time in a person's language and zone; the zone is always named. */

import type { Instant } from '../../domain/vocabulary.ts';
import { type Language, LOCALES } from '../../domain/words/languages.ts';
import { typesetDate } from '../../domain/words/typography.ts';
import type { Translate } from './i18n.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `25 Nov 2026, 14:00 CET`. */
export function formatInstant(at: Instant, language: Language, timeZone: string): string {
  return dateAndTime('when', {}, at, language, timeZone);
}

/** `25 Nov 2026, 14:00:05 CET`, for times that are evidence. */
export function formatSecond(at: Instant, language: Language, timeZone: string): string {
  return dateAndTime('second', { second: '2-digit' }, at, language, timeZone);
}

function dateAndTime(
  name: string,
  more: Intl.DateTimeFormatOptions,
  at: Instant,
  language: Language,
  timeZone: string,
): string {
  const date = format(`${name}/${language}/${timeZone}`, () => {
    return new Intl.DateTimeFormat(LOCALES[language], {
      ...{ timeZone, day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...more },
    });
  }).format(new Date(at));
  return typesetDate(date, language);
}

/** `25 Nov 2026`. */
export function day(at: Instant, language: Language, timeZone: string): string {
  const written = format(`day/${language}/${timeZone}`, () => {
    return new Intl.DateTimeFormat(LOCALES[language], { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  }).format(new Date(at));
  return typesetDate(written, language);
}

/** `3 h 20 min left`, or by how much it is over. What is due in one minute of the clock has the same time left. */
export function timeLeft(dueAt: Instant, now: Instant, t: Translate): string {
  const time = formatSpan(Math.abs(minuteOf(dueAt) - minuteOf(now)), t);
  return dueAt >= now ? t('everywhere:time.left', { time }) : t('everywhere:time.over', { time });
}

/** The minute that a clock shows, as a number since 1970. */
function minuteOf(at: Instant): number {
  return Math.floor(Date.parse(at) / 60_000);
}

/** The texts of both, with `#` for each number, for the script that updates countdowns. */
export function countdownTexts(t: Translate): Record<'left' | 'over' | 'days' | 'hours' | 'minutes', string> {
  return {
    left: t('everywhere:time.left', { time: '#' }),
    over: t('everywhere:time.over', { time: '#' }),
    days: t('everywhere:time.days', { days: '#', hours: '#' }),
    hours: t('everywhere:time.hours', { hours: '#', minutes: '#' }),
    minutes: t('everywhere:time.minutes', { minutes: '#' }),
  };
}

/** `4 d 3 h`, `3 h 20 min` or `12 min`. */
export function formatSpan(minutes: number, t: Translate): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return t('everywhere:time.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours >= 1) return t('everywhere:time.hours', { hours, minutes: whole % 60 });
  return t('everywhere:time.minutes', { minutes: whole });
}

function format(name: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known) return known;
  const made = make();
  formats.set(name, made);
  return made;
}
