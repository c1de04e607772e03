/** Instants and spans of time in a person's language and zone; the zone is always named. */

import type { Instant } from '../../domain/vocabulary.ts';
import { type Language, LOCALES } from '../../domain/words/languages.ts';
import type { Words } from './i18n.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** `25 Nov 2026, 14:00 CET`. */
export function formatInstant(at: Instant, language: Language, timeZone: string): string {
  return format(`when/${language}/${timeZone}`, () => {
    return new Intl.DateTimeFormat(LOCALES[language], {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  }).format(new Date(at));
}

/** `25 Nov 2026`. */
export function day(at: Instant, language: Language, timeZone: string): string {
  return format(`day/${language}/${timeZone}`, () => {
    return new Intl.DateTimeFormat(LOCALES[language], { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  }).format(new Date(at));
}

/** `3 h 20 min left`, or by how much it is over. */
export function timeLeft(dueAt: Instant, now: Instant, words: Words): string {
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(now)) / 60_000);
  const time = formatSpan(Math.abs(minutes), words);
  return minutes >= 0 ? words('everywhere:time.left', { time }) : words('everywhere:time.over', { time });
}

/** The texts of both, with `#` for each number, for the script that updates countdowns. */
export function countdownTexts(words: Words): Record<'left' | 'over' | 'days' | 'hours' | 'minutes', string> {
  return {
    left: words('everywhere:time.left', { time: '#' }),
    over: words('everywhere:time.over', { time: '#' }),
    days: words('everywhere:time.days', { days: '#', hours: '#' }),
    hours: words('everywhere:time.hours', { hours: '#', minutes: '#' }),
    minutes: words('everywhere:time.minutes', { minutes: '#' }),
  };
}

/** `4 d 3 h`, `3 h 20 min` or `12 min`. */
export function formatSpan(minutes: number, words: Words): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return words('everywhere:time.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours >= 1) return words('everywhere:time.hours', { hours, minutes: whole % 60 });
  return words('everywhere:time.minutes', { minutes: whole });
}

function format(name: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known) return known;
  const made = make();
  formats.set(name, made);
  return made;
}
