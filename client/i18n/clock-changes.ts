/** What happened to a clock, in sentences of a language: codes and instants, no particulars. */

import type { ClockName } from '../../domain/clocks/clock-names.ts';
import type { Warning } from '../../domain/clocks/counting.ts';
import type { ClockChange, Explanation } from '../../domain/clocks/explanation.ts';
import type { ExpiryAction } from '../../domain/events.ts';
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

/** The terms with which it started, each with its name; the policy is not among them. `owedBy` names who must act. */
export function clockTerms(
  { name, debtor, amount, unit, zone, counting, onExpiry }: Explanation['start'],
  t: Translate,
  owedBy = t(`codes:debtor.${debtor}`),
) {
  const counted = unit === 'hours' || unit === 'minutes' ? 'supervisor:explain.hours' : 'supervisor:explain.days';
  const place = counting?.calendar?.place;
  return [
    { name: t('supervisor:explain.owed-by'), value: owedBy },
    {
      name: t('supervisor:explain.length'),
      value: t(counted, { span: t(`timeline:span.${unit}`, { count: amount }), zone }),
    },
    ...(place ? [{ name: t('computation:calendar'), value: place }] : []),
    { name: t('supervisor:explain.at-end'), value: expiryText(name, onExpiry, t) },
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
        value: expiryText(start.name, line.action, t),
      });
    case 'restored':
      return t('computation:restored');
    case 'stopped':
      return t('everywhere:labelled', {
        label: t(line.late ? 'supervisor:explain.stopped-late' : 'supervisor:explain.stopped-in-time'),
        value: t(`events:${line.by}`),
      });
    case 'offset-changed':
      return offsetSentence(line, { t, zone: start.zone });
  }
}

/** Whether it runs, or when and by what it ended: from its last change that says so. */
export function clockStanding({ lines }: Explanation, { t, at }: Setting): string {
  const last = withoutRestored(lines).findLast(({ what }) => STANDINGS.includes(what));
  switch (last?.what) {
    case 'stopped': {
      const label = t(last.late ? 'supervisor:explain.stopped-late' : 'supervisor:explain.stopped-in-time');
      return t('everywhere:labelled', { label, value: `${t(`events:${last.by}`)}, ${at(last.at)}` });
    }
    case 'expired':
      return t('codes:clockStatus.expired');
    case 'paused':
      return t('codes:clockStatus.paused');
    default:
      return t('codes:clockStatus.running');
  }
}

const STANDINGS: readonly ClockChange['what'][] = ['started', 'paused', 'resumed', 'expired', 'stopped'];

/** A clock that was restored stands as before it was stopped. */
function withoutRestored(lines: readonly ClockChange[]): readonly ClockChange[] {
  const restored = lines.findLastIndex(({ what }) => what === 'restored');
  return lines.filter(({ what }, n) => n > restored || (what !== 'stopped' && what !== 'restored'));
}

/** What happens when the deadline is missed. What the rules decide is different for each deadline. */
function expiryText(name: ClockName, action: ExpiryAction, t: Translate): string {
  if (action === 'proceed-by-rule' && (name === 'triage' || name === 'acknowledge'))
    return t(`computation:by-rule.${name}`);
  return t(`codes:expiryAction.${action}`);
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
