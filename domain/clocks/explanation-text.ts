/** An explanation as text for a terminal: codes, ids and instants, never words of the case. */

import { Duration } from 'luxon';
import type { ClockSubject, Warning } from '../events.ts';
import type { Instant } from '../vocabulary.ts';
import { localTime } from './calendar.ts';
import type { ClockChange, Explanation, LocalTime } from './explanation.ts';

/** Several lines, without one at the end. Times are read on the walls of `zone`, by default the clock's own. */
export function explanationText(explanation: Explanation, zone = explanation.start.zone): string {
  const { lines, due, start } = explanation;
  const wall = (at: Instant) => localTime(at, zone);
  return [
    ...heading(explanation),
    '',
    `What happened (${zone}):`,
    ...lines.map((line) => `  ${wall(line.at)}  ${sentence(line, start.unit, start.zone, wall)}`),
    '',
    'Due:',
    ...due.readings.map(({ of, zone, time }) => `  ${time}  ${zone}, ${ZONE_OWNERS[of]}`),
    due.recomputedAt === due.at
      ? '  Counted anew from start, pauses and extensions: the same instant.'
      : `  Counted anew from start, pauses and extensions it would be ${wall(due.recomputedAt)}: the journal is damaged.`,
  ].join('\n');
}

const ZONE_OWNERS: Record<LocalTime['of'], string> = {
  clock: 'whose day is counted',
  sender: "the sender's",
  recipient: "the recipient's",
  utc: 'everywhere the same',
};

function heading({ clockId, start, basis }: Explanation): string[] {
  const { name, subject, debtor, amount, unit, zone, onExpiry, policyVersion } = start;
  const counted = unit === 'hours' ? 'as they elapse' : `to the end of the day in ${zone}, the first day not counted`;
  return [
    `Clock ${clockId}: ${name} of ${subjectText(subject)}, owed by the ${debtor}`,
    `  ${amount} ${unit}, ${counted}; at its end: ${onExpiry}`,
    `  Policy ${policyVersion}, ${basis ? `${basis.level}: ${basis.text}` : 'which is not the one in force now'}`,
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
  }
}

function sentence(line: ClockChange, unit: string, zone: string, wall: (at: Instant) => string): string {
  switch (line.what) {
    case 'started':
      return `started: ${dueAndWarnings(line, wall)}`;
    case 'paused':
      return `paused: a ${line.reason} is open`;
    case 'resumed':
      return `resumed after ${durationText(line.paused)} (${line.reason}): ${dueAndWarnings(line, wall)}`;
    case 'extended': {
      const reason = line.reasonSeq ? ` for the reason in entry ${line.reasonSeq}` : '';
      const estimate = line.estimateAt ? `, estimated for ${wall(line.estimateAt)}` : '';
      return `extended by ${line.amount} ${unit}${reason}${estimate}: ${dueAndWarnings(line, wall)}`;
    }
    case 'warned':
      return `warned at ${percent(line.fraction)}`;
    case 'expired':
      return `expired: ${line.action}`;
    case 'stopped':
      return `stopped by ${line.by}, ${line.late ? 'late' : 'in time'}`;
    case 'offset-changed':
      return `the time in ${zone} went ${durationText(Math.abs(line.to - line.from) * 60_000)} ${line.to > line.from ? 'forward' : 'back'}`;
  }
}

function dueAndWarnings({ dueAt, warnings }: { dueAt: Instant; warnings: Warning[] }, wall: (at: Instant) => string) {
  const warned = warnings.map(({ fraction, at }) => `${percent(fraction)} at ${wall(at)}`);
  return [`due ${wall(dueAt)}`, ...(warned.length > 0 ? [`warnings ${warned.join(', ')}`] : [])].join('; ');
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10} %`;
}

/** Days and less down to whole seconds: `2 days, 30 minutes`. */
function durationText(milliseconds: number): string {
  const whole = Duration.fromMillis(Math.floor(milliseconds / 1000) * 1000, { locale: 'en' });
  return whole.shiftTo('days', 'hours', 'minutes', 'seconds').removeZeros().toHuman() || 'less than a second';
}
