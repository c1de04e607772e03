/** How the due instant of a clock was computed: each day that did not count, each move, and which period decides. */

import type { DeadlineStep } from '../../../domain/clocks/deadline.ts';
import type { ComputedPeriod, Explanation } from '../../../domain/clocks/explanation.ts';
import { holidayNameIn } from '../../../domain/clocks/working-days.ts';
import type { Language } from '../../../domain/words/languages.ts';
import { day, formatInstant, formatSpan } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useViewer } from '../viewer.ts';

/** What the sentences need: the language, and the zone and place of the clock. */
interface Setting {
  t: Translate;
  language: Language;
  zone: string;
  place: string | undefined;
}

/** The periods that were compared, each with its steps. Shows nothing for clocks of earlier versions. */
export function ClockComputation({ explanation: { computation, start } }: { explanation: Explanation }) {
  const { t, language } = useViewer();
  if (computation === undefined) return null;
  const setting: Setting = { t, language, zone: start.zone, place: start.counting?.calendar?.place };
  return (
    <>
      <h2 class="govuk-heading-m">{t('computation:title')}</h2>
      {computation.map((period) => (
        <>
          <h3 class="govuk-heading-s">{heading(period, t)}</h3>
          <ol class="govuk-list govuk-list--number">
            {period.steps.flatMap((step) => {
              const text = stepSentence(step, setting);
              return text === undefined ? [] : [<li>{text}</li>];
            })}
            <li>
              {t(period.decisive ? 'computation:period.ends-decisive' : 'computation:period.ends', {
                at: formatInstant(period.dueAt, language, start.zone),
              })}
            </li>
          </ol>
        </>
      ))}
    </>
  );
}

function heading({ of, amount, unit, source }: ComputedPeriod, t: Translate): string {
  const span = t(`timeline:span.${unit}`, { count: amount });
  const law = source ? ` (${t('computation:period.law', { source })})` : '';
  return t('everywhere:labelled', { label: t(`computation:period.${of}`), value: `${span}${law}` });
}

/** Undefined for the end, and for changes of the clocks, which the table of events shows. */
function stepSentence(step: DeadlineStep, setting: Setting): string | undefined {
  const { t, language, zone } = setting;
  switch (step.step) {
    case 'started':
      return t('computation:step.started', { at: formatInstant(step.at, language, zone) });
    case 'first-hour-excluded':
      return t('computation:step.first-hour-excluded', { at: formatInstant(step.until, language, zone) });
    case 'first-day-excluded':
    case 'end-of-month':
    case 'last-day':
      return t(`computation:step.${step.step}`, { day: dayText(step.day, language) });
    case 'half-day':
      return t('computation:step.half-day', {
        day: dayText(step.day, language),
        name: step.name,
        at: step.closesAt,
      });
    case 'not-counted':
    case 'rolled-over':
      return t(`computation:step.${step.step}`, {
        day: dayText(step.day, language),
        reason: reasonText(step, setting),
      });
    case 'paused': {
      const [from, to] = [step.from, step.to].map((at) => formatInstant(at, language, zone));
      return t('computation:step.paused', { from: from ?? '', to: to ?? '', moved: movedText(step, t) });
    }
    case 'offset-changed':
    case 'due':
      return undefined;
  }
}

function dayText(date: string, language: Language): string {
  return day(`${date}T12:00:00.000Z`, language, 'UTC');
}

function reasonText(
  { day: date, why, name = '' }: Extract<DeadlineStep, { step: 'not-counted' | 'rolled-over' }>,
  { t, language, place }: Setting,
): string {
  const local = why === 'holiday' ? holidayNameIn(place, date, name, language) : name;
  return t(`computation:why.${why}`, { name: local });
}

function movedText({ moved, unit }: Extract<DeadlineStep, { step: 'paused' }>, t: Translate): string {
  if (moved === 0) return t('computation:moved.none');
  if (unit === 'days') return t('computation:moved.days', { count: moved });
  return t('computation:moved.time', { time: formatSpan(moved / 60_000, t) });
}
