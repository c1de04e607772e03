/** What happened to a clock, in sentences of a language: codes and instants, no particulars. */

import type { Warning } from '../../domain/clocks/counting.ts';
import type { ClockChange, Explanation } from '../../domain/clocks/explanation.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { formatSpan } from './dates.ts';
import { offsetSentence } from './deadline-steps.ts';
import type { Translate } from './i18n.ts';
import { withSemicolons } from './with-semicolons.ts';

interface Setting {
  t: Translate;
  /** How instants are written. */
  at: (instant: Instant) => string;
}

/** The terms with which it started, each with its name; the policy is not among them. */
export function clockTerms({ debtor, amount, unit, zone, counting, onExpiry }: Explanation['start'], t: Translate) {
  const counted = unit === 'hours' || unit === 'minutes' ? 'supervisor:explain.hours' : 'supervisor:explain.days';
  const place = counting?.calendar?.place;
  return [
    { name: t('supervisor:explain.owed-by'), value: t(`codes:debtor.${debtor}`) },
    {
      name: t('supervisor:explain.length'),
      value: t(counted, { span: t(`timeline:span.${unit}`, { count: amount }), zone }),
    },
    ...(place ? [{ name: t('computation:calendar'), value: place }] : []),
    { name: t('supervisor:explain.at-end'), value: t(`codes:expiryAction.${onExpiry}`) },
  ];
}

/** One change of the clock. */
export function changeSentence(line: ClockChange, { start }: Explanation, { t, at }: Setting): string {
  const dueOf = (moved: { dueAt: Instant; warnings: Warning[] }) =>
    withSemicolons(
      [
        t('supervisor:explain.due', { at: at(moved.dueAt) }),
        ...moved.warnings.map((warning) =>
          t('supervisor:explain.warning', { percent: warning.fraction * 100, at: at(warning.at) }),
        ),
      ],
      t,
    );
  switch (line.what) {
    case 'started':
      return t('everywhere:labelled', { label: t('supervisor:explain.started'), value: dueOf(line) });
    case 'paused':
      return t('supervisor:sla.paused', { reason: t(`codes:pauseReason.${line.reason}`) });
    case 'resumed':
      return t('everywhere:labelled', {
        label: `${t('supervisor:explain.resumed', { time: formatSpan(line.paused / 60_000, t) })}${midnightsOf(line.midnights, t)}${line.capped ? t('computation:capped') : ''}`,
        value: dueOf(line),
      });
    case 'extended':
      return t('everywhere:labelled', { label: extensionText(line, start, { t, at }), value: dueOf(line) });
    case 'warned':
      return t('supervisor:sla.warned', { percent: line.fraction * 100 });
    case 'expired':
      return t('everywhere:labelled', {
        label: t('supervisor:explain.expired'),
        value: t(`codes:expiryAction.${line.action}`),
      });
    case 'restored':
      return t('computation:restored');
    case 'stopped':
      return t(line.late ? 'supervisor:explain.stopped-late' : 'supervisor:explain.stopped-in-time');
    case 'offset-changed':
      return offsetSentence(line, { t, zone: start.zone });
  }
}

/** An extension with its reason and estimate. */
export function extensionText(
  { amount, reason, reasonSeq, estimateAt }: Extract<ClockChange, { what: 'extended' }>,
  { unit }: Explanation['start'],
  { t, at }: Setting,
): string {
  const span = t(`timeline:span.${unit}`, { count: amount });
  const code = reason ? ` (${t(`codes:extensionReason.${reason}`)})` : '';
  const particulars = reasonSeq ? t('supervisor:explain.reason') : '';
  const estimate = estimateAt ? t('supervisor:explain.estimate', { at: at(estimateAt) }) : '';
  return `${t('supervisor:explain.extended', { span })}${code}${particulars}${estimate}`;
}

/** Empty for deadlines in hours, and for those that earlier versions resumed. */
function midnightsOf(midnights: number | undefined, t: Translate): string {
  if (midnights === undefined) return '';
  const text =
    midnights === 0 ? t('supervisor:explain.no-midnight') : t('supervisor:explain.midnights', { count: midnights });
  return ` (${text})`;
}
