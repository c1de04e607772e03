/** The computation of a deadline in sentences of a language: each day that did not count, each move, and which period decides. */

import type { DeadlineStep } from '../../domain/clocks/deadline.ts';
import type { ComputedPeriod } from '../../domain/clocks/explanation.ts';
import { holidayNameIn } from '../../domain/clocks/working-days.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import { formatSpan } from './dates.ts';
import type { Translate } from './i18n.ts';

/** What the sentences need: the language, the zone and place of the clock, and how times and days are written. */
export interface StepSetting {
  t: Translate;
  language: Language;
  zone: string;
  place: string | undefined;
  at: (instant: Instant) => string;
  day: (date: string) => string;
}

/** What is compared: its own period, or another limit, with its length and source. */
export function periodHeading({ of, amount, unit, source }: ComputedPeriod, t: Translate): string {
  const span = t(`timeline:span.${unit}`, { count: amount });
  const law = source ? ` (${t('computation:period.law', { source })})` : '';
  return t('everywhere:labelled', { label: t(`computation:period.${of}`), value: `${span}${law}` });
}

/** The end of a period, and whether it is the deadline. */
export function periodEnd({ decisive, dueAt }: ComputedPeriod, { t, at }: StepSetting): string {
  return t(decisive ? 'computation:period.ends-decisive' : 'computation:period.ends', { at: at(dueAt) });
}

/** One step. The end of a period has a sentence of its own. */
export function stepSentence(step: Exclude<DeadlineStep, { step: 'due' }>, setting: StepSetting): string {
  const { t, at, day } = setting;
  switch (step.step) {
    case 'started':
      return t('computation:step.started', { at: at(step.at) });
    case 'first-hour-excluded':
      return t('computation:step.first-hour-excluded', { at: at(step.until) });
    case 'first-day-excluded':
    case 'end-of-month':
    case 'last-day':
      return t(`computation:step.${step.step}`, { day: day(step.day) });
    case 'half-day':
      return t('computation:step.half-day', { day: day(step.day), name: step.name, at: step.closesAt });
    case 'not-counted':
    case 'rolled-over':
      return t(`computation:step.${step.step}`, { day: day(step.day), reason: reasonText(step, setting) });
    case 'paused':
      return t('computation:step.paused', { from: at(step.from), to: at(step.to), moved: movedText(step, t) });
    case 'offset-changed':
      return t('everywhere:labelled', { label: at(step.at), value: offsetSentence(step, setting) });
  }
}

/** That daylight saving time started or ended; offsets in minutes. */
export function offsetSentence(
  { from, to }: { from: number; to: number },
  { t, zone }: Pick<StepSetting, 't' | 'zone'>,
) {
  const time = formatSpan(Math.abs(to - from), t);
  return t(to > from ? 'supervisor:explain.forward' : 'supervisor:explain.back', { zone, time });
}

function reasonText(
  { day: date, why, name = '' }: Extract<DeadlineStep, { step: 'not-counted' | 'rolled-over' }>,
  { t, language, place }: StepSetting,
): string {
  const local = why === 'holiday' ? holidayNameIn(place, date, name, language) : name;
  return t(`computation:why.${why}`, { name: local });
}

function movedText({ moved, unit }: Extract<DeadlineStep, { step: 'paused' }>, t: Translate): string {
  if (moved === 0) return t('computation:moved.none');
  if (unit === 'days') return t('computation:moved.days', { count: moved });
  return t('computation:moved.time', { time: formatSpan(moved / 60_000, t) });
}
