/** Short lines at a bar that explain its due instant: time zones, pauses, extensions, clock changes, closed days and policy. */

import type { ClockChange, Explanation } from '../../domain/clocks/explanation.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import { extensionText } from '../i18n/clock-changes.ts';
import { day, formatInstant } from '../i18n/dates.ts';
import { offsetSentence, stepSentence } from '../i18n/deadline-steps.ts';
import type { Translate } from '../i18n/i18n.ts';
import { labelled } from '../i18n/labelled.ts';
import { withSemicolons } from '../i18n/with-semicolons.ts';
import type { Bar } from '../queries/sla-bar.ts';

interface Setting {
  t: Translate;
  language: Language;
  /** How an instant is written. */
  write: (at: Instant) => string;
  /** Whether each bar names its policy version. It need not where all have the same one, which is shown once. */
  namesPolicy?: boolean;
}

/** The lines of one bar. Nothing that did not happen has a line. */
export function barNotes(bar: Bar, setting: Setting): string[] {
  const { t, write, namesPolicy = true } = setting;
  const { lines, due, start } = bar.explanation;
  return [
    zonesText(due, setting),
    ...bar.pauses.map(({ from, to, reason, open }) =>
      t(open ? 'documents:bar.paused-since' : 'documents:bar.paused', {
        ...{ from: write(from), to: write(to), reason: t(`codes:pauseReason.${reason}`) },
      }),
    ),
    ...lines.flatMap((line) => changeText(line, start, setting)),
    ...rolledTexts(bar.explanation, setting),
    ...closedTexts(bar, setting),
    ...(namesPolicy ? [labelled(t, t('supervisor:explain.policy'), start.policyVersion)] : []),
  ];
}

/** The due instant in each zone of a party, and in the one of the clock. */
function zonesText({ at, readings }: Explanation['due'], { t, language }: Setting): string {
  const parties = readings.filter(({ of }) => of !== 'utc');
  const texts = [...Map.groupBy(parties, ({ zone }) => zone)].map(([zone, those]) => {
    const whose = those.map(({ of }) => t(`supervisor:sla.zone-of.${of}`)).join(', ');
    return `${formatInstant(at, language, zone)} (${labelled(t, zone, whose)})`;
  });
  return t('documents:bar.due', { at: withSemicolons(texts, t) });
}

function changeText(line: ClockChange, start: Explanation['start'], { t, write }: Setting): string[] {
  if (line.what === 'extended') return [labelled(t, write(line.at), extensionText(line, start, { t, at: write }))];
  if (line.what === 'offset-changed')
    return [labelled(t, write(line.at), offsetSentence(line, { t, zone: start.zone }))];
  return [];
}

/** The moves of the deadline to the next working day. */
function rolledTexts({ computation = [], start }: Explanation, { t, language, write }: Setting): string[] {
  const steps = computation.find(({ decisive }) => decisive)?.steps ?? [];
  const setting = { t, language, at: write, zone: start.zone, place: start.counting?.calendar?.place };
  return steps.flatMap((step) =>
    step.step === 'rolled-over'
      ? [stepSentence(step, { ...setting, day: (date) => day(`${date}T12:00:00.000Z`, language, 'UTC') })]
      : [],
  );
}

/** The shaded days that have a name: public holidays, and days on which the agency is closed. */
function closedTexts({ closed, startedAt, dueAt, endsAt, zone }: Bar, { t, language }: Setting): string[] {
  const end = endsAt > dueAt ? endsAt : dueAt;
  const named = closed.flatMap(({ from, to, name }) =>
    name !== undefined && from <= end && to > startedAt ? [`${day(from, language, zone)} (${name})`] : [],
  );
  return named.length > 0 ? [t('documents:bar.closed', { days: withSemicolons(named, t) })] : [];
}
