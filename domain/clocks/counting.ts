/** How a clock counts. The journal records it at the start, so that later policies and calendars do not change it. */

import type { ExtensionReason, Instant, TextId } from '../vocabulary.ts';
import type { Language } from '../words/languages.ts';

/** The units in which a clock counts. */
export const CLOCK_UNITS = ['minutes', 'hours', 'calendar-days', 'working-days', 'weeks', 'months', 'years'] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** A length of time. */
export interface Span {
  amount: number;
  unit: ClockUnit;
}

/** The rules of Regulation (EEC, Euratom) No 1182/71 that a period applies. */
export interface CountingRules {
  /** Minutes and hours count from the next full hour (art. 3(1)). */
  excludeFirstUnit?: boolean;
  /** An end on a day that is no working day moves to the next working day (art. 3(4) and 3(5)). */
  rollForward?: boolean;
}

/** A second period that a clock is compared with. */
export interface Limit extends Span, CountingRules {
  /** The law from which it comes: `Directive 2014/41/EU art. 16(1)`. Absent for a target. */
  source?: string;
}

/** The legal basis of a clock. */
export interface RecordedBasis {
  level: 'STATUTORY' | 'TARGET';
  /** In every language, or in the only language of the policy file. */
  text: string | Record<Language, string>;
  /** The act and the article: `Directive 2014/41/EU art. 12(3)`. A statutory clock always has one. */
  source?: string;
}

/** A day that is no working day, apart from weekends. */
export interface ClosedOn {
  /** `2026-12-24` */
  day: string;
  why: 'holiday' | 'closed-day';
  name: string;
}

/** A working day on which the agency closes early: it counts, and the explanation names it. */
export interface HalfDayOn {
  /** `2026-12-24` */
  day: string;
  name: string;
  /** Local time: `12:00`. */
  closesAt: string;
}

/** The calendar as it was when the due instant was computed. */
export interface RecordedCalendar {
  /** Country or region whose public holidays are no working days: `DE`, `DE-BY`. */
  place?: string;
  /** ISO 8601 weekdays that are no working days: 6 is Saturday. */
  weekend: number[];
  closed: ClosedOn[];
  /** Absent if there are none. */
  halfDays?: HalfDayOn[];
  /** The last date that was looked up. Later dates are looked up when a pause or an extension moves the clock. */
  until: string;
}

/** Everything that determines the due instant, apart from start, amount, unit, zone, pauses and extensions. */
export interface Counting extends CountingRules {
  /** The version of the computation. */
  rule: 1;
  basis: RecordedBasis;
  /** Absent if the computation needs no calendar. */
  calendar?: RecordedCalendar;
  /** The clock is due at the latest of its own period and these. */
  latestOf?: Limit[];
  /** The clock is due at the earliest of its own period and these. Extensions do not move them. */
  earliestOf?: Limit[];
  /** The date that the sender asked for, and the earliest that the policy permits. */
  requested?: { at: string; floor: Span };
  /** The longest time of all pauses. */
  pauseCap?: Span;
  /** Why it may pause. */
  pauseOn: string[];
  /** The events that stop it. */
  stops: string[];
  /** All planned warnings, if some of them would come before the start. An extension can make them possible. */
  planned?: PlannedWarning[];
  /** How often it starts again when it expires. Then it stays overdue, unless `thereafter` is set. */
  repeats?: number;
  /** It starts again with this period each time it expires. Set from the last of its repetitions on. */
  thereafter?: Span;
  /** The time zones of the parties at the start, for the explanation. Clocks of earlier versions lack them. */
  zones?: PartyZones;
}

/** IANA time zones. `recipient` is absent if the clock is about no recipient. */
export interface PartyZones {
  sender: string;
  recipient?: string;
}

/** A warning before its instant is known. */
export type PlannedWarning = Omit<Warning, 'at'>;

/** A warning after a fraction of the running time, for example 0.5, which is reached at `at`. */
export interface Warning {
  fraction: number;
  at: string;
  /** Set if the policy defines the warning by the time that is left. `fraction` is then computed from it. */
  before?: Span;
}

/** A due instant after a pause or an extension. */
export interface Moved {
  dueAt: string;
  warnings: Warning[];
  /** Midnights of a pause move a deadline in days. Earlier versions lack it: the length of the pause moved them. */
  midnights?: number;
  /** The calendar up to the new due instant, if more of it was looked up. */
  calendar?: RecordedCalendar;
}

/** When the pauses of a clock reach their longest time. The clock then resumes with these values. */
export interface PauseCap extends Moved {
  at: string;
}

/** Why a recipient extends a deadline, and when it expects to finish. Earlier versions recorded no reason code. */
export interface ExtensionDetails {
  reason?: ExtensionReason;
  text?: TextId;
  estimateAt?: Instant;
}
