/** The computation of a deadline as text for a terminal: one line for each step. */

import { localTime } from './calendar.ts';
import type { Deadline, DeadlineStep, Period } from './deadline.ts';

/** Several lines without a final line feed. Times are local times of the zone of the period. */
export function deadlineText({ dueAt, steps }: Deadline, { amount, unit, zone }: Period): string {
  const lines = steps.map((step) => `  ${stepText(step, zone)}`);
  return [`${amount} ${unit} in ${zone}:`, ...lines, '', `Due: ${localTime(dueAt, zone)} (${dueAt})`].join('\n');
}

/** One step as a sentence without capital and full stop, in English. Times are local times of `zone`. */
export function stepText(step: DeadlineStep, zone: string): string {
  switch (step.step) {
    case 'started':
      return `started at ${step.local}`;
    case 'first-hour-excluded':
      return `counted from ${step.local}: the hour of the event does not count`;
    case 'first-day-excluded':
      return `${step.day} does not count: it is the day of the event`;
    case 'not-counted':
      return `${step.day} does not count: ${reasonOf(step)}`;
    case 'half-day':
      return `${step.day} counts: the agency closes at ${step.closesAt} (${step.name}), and a half day is a working day`;
    case 'end-of-month':
      return `${step.day} is the last day of the month, which has no such date`;
    case 'paused':
      return `paused from ${localTime(step.from, zone)} to ${localTime(step.to, zone)}: ${movedBy(step)}`;
    case 'last-day':
      return `${step.day} is the last day`;
    case 'rolled-over':
      return `${step.day} cannot be the last day: ${reasonOf(step)}`;
    case 'offset-changed':
      return `at ${localTime(step.at, zone)} clocks change from UTC${offset(step.from)} to UTC${offset(step.to)}`;
    case 'due':
      return `due at ${step.local}`;
  }
}

function reasonOf({ why, name }: Extract<DeadlineStep, { step: 'not-counted' | 'rolled-over' }>): string {
  switch (why) {
    case 'weekend':
      return 'it is a weekend';
    case 'holiday':
      return `it is a public holiday (${name})`;
    case 'closed-day':
      return `the agency is closed (${name})`;
    case 'paused':
      return 'the period is paused when it begins';
    case 'no-such-date':
      return 'there is no such date in this time zone';
    case 'two-working-days':
      return 'the period would have fewer than two working days';
  }
}

function movedBy({ moved, unit }: Extract<DeadlineStep, { step: 'paused' }>): string {
  if (moved === 0) return 'no midnight in it, so the deadline does not move';
  if (unit === 'days') return moved === 1 ? '1 day does not count' : `${moved} days do not count`;
  return `the deadline moves by ${moved / 1000} seconds`;
}

function offset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
