/** The computation of one deadline as text of a language: one line for each step. */

import { localTime } from '../../domain/clocks/calendar.ts';
import type { Deadline, Period } from '../../domain/clocks/deadline.ts';
import type { Language } from '../../domain/words/languages.ts';
import { stepSentence } from './deadline-steps.ts';
import { translatorFor } from './i18n.ts';

/** Several lines without a final line feed. Times are local times of the zone of the period; `place` names its holidays. */
export function deadlineText(
  { dueAt, steps }: Deadline,
  { amount, unit, zone }: Period,
  { language = 'en', place }: { language?: Language; place?: string | undefined } = {},
): string {
  const t = translatorFor(language);
  const setting = {
    ...{ t, language, zone, place },
    at: (instant: string) => localTime(instant, zone),
    day: (date: string) => date,
  };
  return [
    `${t(`timeline:span.${unit}`, { count: amount })} (${zone})`,
    ...steps.flatMap((step) => (step.step === 'due' ? [] : [`  ${stepSentence(step, setting)}`])),
    '',
    t('everywhere:labelled', { label: t('everywhere:column.due'), value: `${setting.at(dueAt)} (${dueAt})` }),
  ].join('\n');
}
