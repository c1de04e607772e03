/** An explanation as text for a terminal: codes, ids and instants, no particulars. */

import { Duration } from 'luxon';
import type { ClockSubject } from '../events.ts';
import type { Instant } from '../vocabulary.ts';
import { localTime } from './calendar.ts';
import { basisIn } from './clock-policy.ts';
import type { Warning } from './counting.ts';
import { stepText } from './deadline-text.ts';
import type { ClockChange, ComputedPeriod, Explanation, LocalTime } from './explanation.ts';

/** Several lines without a final line feed. Times are local times of `zone`; the default is the zone of the clock. */
export function explanationText(explanation: Explanation, zone = explanation.start.zone): string {
  const { lines, due, start } = explanation;
  const local = (at: Instant) => localTime(at, zone);
  return [
    ...heading(explanation),
    '',
    `What happened (${zone}):`,
    ...lines.map((line) => `  ${local(line.at)}  ${sentence(line, start.unit, start.zone, local)}`),
    ...computationLines(explanation, local),
    '',
    'Due:',
    ...due.readings.map(({ of, zone, time }) => `  ${time}  ${zone}, ${ZONE_OWNERS[of]}`),
    due.recomputedAt === due.at
      ? '  Recalculated from start, pauses and extensions: same result.'
      : `  Recalculated from start, pauses and extensions: ${local(due.recomputedAt)}. The journal is damaged; run "liaise check".`,
  ].join('\n');
}

/** Empty for clocks of earlier versions. */
function computationLines({ computation = [], start }: Explanation, local: (at: Instant) => string): string[] {
  return computation.flatMap(({ of, amount, unit, source, dueAt, decisive, steps }) => [
    '',
    `${PERIODS[of]}: ${amount} ${unit}${source ? `, ${source}` : ''}`,
    ...steps.filter(({ step }) => step !== 'due').map((step) => `  ${stepText(step, start.zone)}`),
    `  ends ${local(dueAt)}${decisive ? ', which is the due instant' : ''}`,
  ]);
}

const PERIODS: Record<ComputedPeriod['of'], string> = {
  own: 'Its own period',
  latest: 'At the earliest after',
  earliest: 'At the latest after',
  requested: 'The date that the sender asked for, but at the earliest after',
};

const ZONE_OWNERS: Record<LocalTime['of'], string> = {
  clock: "the deadline's time zone",
  sender: "the sender's",
  recipient: "the recipient's",
  utc: 'the same everywhere',
};

function heading({ clockId, start, basis }: Explanation): string[] {
  const { name, subject, debtor, amount, unit, zone, onExpiry, policyVersion } = start;
  const counted =
    unit === 'hours' || unit === 'minutes'
      ? 'counted exactly'
      : `counted to the end of the day in ${zone}, without the first day`;
  return [
    `Deadline ${clockId}: ${name} of ${subjectText(subject)}, to be met by the ${debtor}`,
    `  ${amount} ${unit}, ${counted}; if missed: ${onExpiry}`,
    `  Policy ${policyVersion}, ${basis ? `${basis.level}: ${basisIn(basis, 'en')}` : 'which is not the current policy'}`,
  ];
}

function subjectText(subject: ClockSubject): string {
  switch (subject.of) {
    case 'referral':
      return 'the referral';
    case 'recipient':
      return `recipient ${subject.recipientId}`;
    case 'question':
      return `question ${subject.questionId}`;
    case 'translation':
      return `translation ${subject.translationId}`;
  }
}

function sentence(line: ClockChange, unit: string, zone: string, local: (at: Instant) => string): string {
  switch (line.what) {
    case 'started':
      return `started: ${dueAndWarnings(line, local)}`;
    case 'paused':
      return `paused: a ${line.reason} is open`;
    case 'resumed':
      return `resumed after ${durationText(line.paused)} (${line.reason}${midnightsText(line.midnights)}${line.capped ? CAPPED : ''}): ${dueAndWarnings(line, local)}`;
    case 'extended': {
      const reason = line.reasonSeq ? ` for the reason in entry ${line.reasonSeq}` : '';
      const estimate = line.estimateAt ? `, estimated for ${local(line.estimateAt)}` : '';
      const code = line.reason ? `, ${line.reason}` : '';
      return `extended by ${line.amount} ${unit}${code}${reason}${estimate}: ${dueAndWarnings(line, local)}`;
    }
    case 'warned':
      return `warned at ${percent(line.fraction)}`;
    case 'expired':
      return `expired: ${line.action}`;
    case 'restored':
      return 'restored: the act that stopped it was taken back';
    case 'stopped':
      return `stopped by ${line.by}, ${line.late ? 'late' : 'on time'}`;
    case 'offset-changed':
      return `the time in ${zone} went ${durationText(Math.abs(line.to - line.from) * 60_000)} ${line.to > line.from ? 'forward' : 'back'}`;
  }
}

const CAPPED = '; its pauses have reached their longest time';

/** Empty for hours, and for clocks of earlier versions. */
function midnightsText(midnights: number | undefined): string {
  if (midnights === undefined) return '';
  if (midnights === 0) return '; no midnight, so the deadline does not move';
  return midnights === 1 ? '; 1 midnight' : `; ${midnights} midnights`;
}

function dueAndWarnings({ dueAt, warnings }: { dueAt: Instant; warnings: Warning[] }, local: (at: Instant) => string) {
  const warned = warnings.map(({ fraction, at }) => `${percent(fraction)} at ${local(at)}`);
  return [`due ${local(dueAt)}`, ...(warned.length > 0 ? [`warnings ${warned.join(', ')}`] : [])].join('; ');
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10} %`;
}

/** From days down to whole seconds: `2 days, 30 minutes`. */
function durationText(milliseconds: number): string {
  const whole = Duration.fromMillis(Math.floor(milliseconds / 1000) * 1000, { locale: 'en' });
  return whole.shiftTo('days', 'hours', 'minutes', 'seconds').removeZeros().toHuman() || 'less than a second';
}
