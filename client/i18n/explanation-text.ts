/** An explanation as text of a language, for a terminal and for programs: the sentences of the page, times with seconds and offset. */

import { localTime } from '../../domain/clocks/calendar.ts';
import { basisIn } from '../../domain/clocks/clock-policy.ts';
import type { Explanation } from '../../domain/clocks/explanation.ts';
import type { ClockSubject } from '../../domain/events.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Language } from '../../domain/words/languages.ts';
import { typeset } from '../../domain/words/typography.ts';
import { changeSentence, clockTerms } from './clock-changes.ts';
import { periodEnd, periodHeading, type StepSetting, stepSentence } from './deadline-steps.ts';
import { type Translate, translatorFor } from './i18n.ts';
import { labelled } from './labelled.ts';

/** Several lines without a final line feed. Times are local times of `zone`; the default is the zone of the clock. */
export function explanationText(
  explanation: Explanation,
  language: Language = 'en',
  zone = explanation.start.zone,
): string {
  const t = translatorFor(language);
  const { lines, due, start } = explanation;
  const at = (instant: Instant) => localTime(instant, zone);
  return [
    ...heading(explanation, language, t),
    '',
    `${t('supervisor:explain.happened')} (${zone})`,
    ...lines.map((line) => `  ${at(line.at)}  ${changeSentence(line, explanation, { t, at })}`),
    ...computationLines(explanation, {
      ...{ t, language, at, zone: start.zone, place: start.counting?.calendar?.place },
      day: (date) => date,
    }),
    '',
    t('everywhere:column.due'),
    ...due.readings.map(({ of, zone, time }) => `  ${time}  ${zone}, ${t(`supervisor:sla.zone-of.${of}`)}`),
    `  ${
      due.recomputedAt === due.at
        ? t('supervisor:explain.recalculated')
        : t('supervisor:explain.damaged', { at: at(due.recomputedAt) })
    }`,
  ].join('\n');
}

function heading({ clockId, start, basis }: Explanation, language: Language, t: Translate): string[] {
  const { policyVersion: version } = start;
  const policy = basis
    ? `${version}, ${labelled(t, t(`supervisor:explain.${basis.level}`), typeset(basisIn(basis, language), language))}`
    : t('supervisor:explain.other-policy', { version });
  const terms = [...clockTerms(start, t), { name: t('supervisor:explain.policy'), value: policy }];
  const about = subjectText(start.subject);
  return [
    `${t(`codes:clockName.${start.name}`)} (${about ? `${clockId}, ${about}` : clockId})`,
    ...terms.map(({ name, value }) => `  ${labelled(t, name, value)}`),
  ];
}

/** The id of a recipient, a question or a translation; empty for the referral itself. */
function subjectText(subject: ClockSubject): string {
  switch (subject.of) {
    case 'referral':
      return '';
    case 'recipient':
      return subject.recipientId;
    case 'question':
      return subject.questionId;
    case 'translation':
      return subject.translationId;
  }
}

/** Empty for clocks of earlier versions. */
function computationLines({ computation = [] }: Explanation, setting: StepSetting): string[] {
  return computation.flatMap((period) => [
    '',
    periodHeading(period, setting.t),
    ...period.steps.flatMap((step) => (step.step === 'due' ? [] : [`  ${stepSentence(step, setting)}`])),
    `  ${periodEnd(period, setting)}`,
  ]);
}
