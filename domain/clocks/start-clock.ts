/** Starts a clock with the terms of its policy, and records how it counts. */

import type { ClockSubject, Debtor, EventOf, ExtensionRule } from '../events.ts';
import type { Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { type AppliedPolicy, sourceOf } from './applied-policy.ts';
import type { Counting, PlannedWarning, Span } from './counting.ts';
import { type DueInput, dueOf, warningsFor } from './due.ts';
import { recipientOfClock } from './triggers.ts';
import type { DayCalendar } from './working-days.ts';

/** The IANA time zones of the parties, in which days are counted, and their calendars. */
export interface ClockZones {
  sender: string;
  coordinator: string;
  recipient(recipientId: string): string;
  /** Public holidays and closed days of a party. Without it, only weekends are no working days. */
  calendar?(party: Debtor, recipientId?: string): DayCalendar;
}

interface Start {
  clockId: string;
  subject: ClockSubject;
  at: Instant;
  /** The version of the policies. */
  version: string;
  zones: ClockZones;
  /** The recipient that the clock is about, or that asked. */
  recipientId: string | undefined;
  /** How often it starts again when it expires. */
  repeats: number;
  /** The period with which it starts again without end, after these. */
  thereafter: Span | undefined;
  /** Whether it starts because the one before it expired. Then it has no warnings: the expiry was notified just now. */
  isRepeated: boolean;
}

/** The event that starts the clock. */
export function startClock(applied: AppliedPolicy, start: Start, facts: Referral['facts']): EventOf<'clock-started'> {
  const { policy, terms } = applied;
  const { clockId, subject, at, version, zones, recipientId, repeats, thereafter, isRepeated } = start;
  const { amount, unit, onExpiry } = terms;
  const zone = zoneOf(policy.zone, subject, zones);
  const counting: Counting = {
    ...countingOf(applied, facts),
    ...(repeats > 0 && { repeats }),
    ...(thereafter && { thereafter }),
  };
  const input: DueInput = { startedAt: at, amount, unit, zone, pauses: [], extendedBy: 0, counting };
  const due = dueOf(input, calendarOf(policy, subject, zones));
  const planned = isRepeated ? [] : warningsOf(policy);
  const warnings = warningsFor(planned, input, due);
  return {
    ...{ type: 'clock-started', clockId, name: policy.id, subject, debtor: debtorOf(policy, subject) },
    ...{ amount, unit, zone, dueAt: due.dueAt, warnings },
    ...{ onExpiry, extension: extensionOf(terms), policyVersion: version },
    counting: {
      ...{ ...counting, ...(due.calendar && { calendar: due.calendar }) },
      ...(warnings.length < planned.length && { planned }),
      zones: { sender: zones.sender, ...(recipientId !== undefined && { recipient: zones.recipient(recipientId) }) },
    },
  };
}

function warningsOf({ warnAt, warnBefore = [] }: AppliedPolicy['policy']): PlannedWarning[] {
  return [...warnAt.map((fraction) => ({ fraction })), ...warnBefore.map((before) => ({ fraction: 1, before }))];
}

const NO_EXTENSION = { max: 0, count: 0, reasonRequired: true };

/** Where its numbers come from stays with the policy. */
function extensionOf({ extension }: AppliedPolicy['terms']): ExtensionRule {
  if (extension === undefined) return NO_EXTENSION;
  const { max, count, reasonRequired, reasons } = extension;
  return { max, count, reasonRequired, ...(reasons && { reasons }) };
}

/** The calendar in which a clock of the policy counts. */
export function calendarOf(
  { zone, calendarOf: named = zone }: AppliedPolicy['policy'],
  subject: ClockSubject,
  zones: ClockZones,
): DayCalendar {
  const whose = named === 'asked' ? askedIn(subject) : named;
  if (whose === 'sender' || whose === 'coordinator') return zones.calendar?.(whose) ?? {};
  if (whose === 'recipient') {
    const recipientId = recipientOfClock(subject);
    return (recipientId && zones.calendar?.(whose, recipientId)) || {};
  }
  // A time zone names no calendar.
  return whose === zone ? {} : { place: whose };
}

function zoneOf(named: string, subject: ClockSubject, zones: ClockZones): string {
  const zone = named === 'asked' ? askedIn(subject) : named;
  if (zone === 'sender' || zone === 'coordinator') return zones[zone];
  const recipientId = recipientOfClock(subject);
  return zone === 'recipient' && recipientId !== undefined ? zones.recipient(recipientId) : zone;
}

function debtorOf({ debtor }: AppliedPolicy['policy'], subject: ClockSubject): Debtor {
  return debtor === 'asked' ? askedIn(subject) : debtor;
}

/** The event that starts a clock about a translation names the party that was asked. */
function askedIn(subject: ClockSubject): Debtor {
  return (subject.of === 'translation' && subject.asked?.kind) || 'sender';
}

/** Without the calendar. */
function countingOf({ terms, basis, pauseOn, stops }: AppliedPolicy, facts: Referral['facts']): Counting {
  const { excludeFirstUnit, rollForward, latestOf, earliestOf, shorterOnRequest, pauseCap } = terms;
  const source = sourceOf(basis);
  const { answerBy } = facts;
  return {
    rule: 1,
    ...(excludeFirstUnit && { excludeFirstUnit }),
    ...(rollForward && { rollForward }),
    basis: { level: basis.level, text: basis.text, ...(source && { source }) },
    ...(latestOf && { latestOf: latestOf.map(limitOf) }),
    ...(earliestOf && { earliestOf: earliestOf.map(limitOf) }),
    ...(shorterOnRequest && answerBy && { requested: { at: answerBy, floor: spanOf(shorterOnRequest.floor) } }),
    ...(pauseCap && { pauseCap }),
    pauseOn: [...pauseOn],
    stops: [...stops],
  };
}

function limitOf({ amount, unit, excludeFirstUnit, rollForward, source }: PolicyLimit) {
  return {
    ...{ amount, unit },
    ...(excludeFirstUnit && { excludeFirstUnit }),
    ...(rollForward && { rollForward }),
    ...(source && { source: `${source.act} art. ${source.article}` }),
  };
}

function spanOf({ amount, unit }: Span): Span {
  return { amount, unit };
}

type PolicyLimit = NonNullable<AppliedPolicy['terms']['latestOf']>[number];
