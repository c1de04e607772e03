/** Finds the clocks that a journal entry starts, pauses, resumes, extends or stops. */

import { currentUrgency } from '../current-urgency.ts';
import type { ClockSubject, EventOf, ExpiryAction, JournalEntry, PauseReason } from '../events.ts';
import { clocksAfter } from '../fold/clocks.ts';
import { actTakenBack } from '../fold/undo.ts';
import { lacksRecipient } from '../recipient-search.ts';
import { type Clock, hasExpired, type Referral } from '../referral.ts';
import { translationsOf } from '../translation.ts';
import { applyPolicy } from './applied-policy.ts';
import type { ClockName } from './clock-names.ts';
import { extendCounted, isCounted, pauseCounted, resumeCounted } from './counted-moves.ts';
import { extendEarlier, resumeEarlier } from './earlier-moves.ts';
import { pauseReason } from './pause-reason.ts';
import type { ClockPolicies, ClockPolicy } from './policy-schema.ts';
import { isRepeating, type Repetition, repetition } from './repetition.ts';
import { type ClockZones, calendarOf, startClock } from './start-clock.ts';
import { isSameSubject, recipientConcerned, subjectOf } from './triggers.ts';
import type { DayCalendar } from './working-days.ts';

/** Changes that follow from an entry. Warnings and expiries are duties instead, because they follow from time. */
export type ClockMove = EventOf<
  'clock-started' | 'clock-paused' | 'clock-resumed' | 'clock-extended' | 'clock-stopped' | 'clock-restored'
>;

/** A journal entry, with the referral before and after it. */
interface ClockStep {
  before: Referral | undefined;
  entry: JournalEntry;
  after: Referral;
  policies: ClockPolicies;
  zones: ClockZones;
}

/**
 * The moves that follow from `entry`, to be applied after it in this order: stopped, extended, resumed, paused, started.
 * A clock keeps its terms from the start.
 *
 * @param before the referral before `entry`; undefined for the first entry
 * @param after the referral with `entry` applied, and no move yet
 */
export function clockMoves(
  before: Referral | undefined,
  entry: JournalEntry,
  after: Referral,
  policies: ClockPolicies,
  zones: ClockZones,
): ClockMove[] {
  const step: ClockStep = { before, entry, after, policies, zones };
  if (actTakenBack(entry.event) !== undefined) return takenBack(step);
  const active = after.clocks.filter(({ state }) => state.status !== 'stopped');
  const stopped = active.filter((clock) => isStopped(clock, step));
  const remaining = active.filter((clock) => !stopped.includes(clock));
  return [
    ...stopped.map((clock) => stop(clock, entry)),
    ...remaining.flatMap((clock) => extend(clock, step)),
    ...remaining.flatMap((clock) => resume(clock, step)),
    ...remaining.flatMap((clock) => pause(clock, step)),
    ...beginnings(remaining, stopped, step).flatMap((beginning, index) =>
      start(beginning, `c${after.clocks.length + index + 1}`, step),
    ),
  ];
}

/** The clocks of the referral that started since the act end. Those that the act stopped are again as they were. */
function takenBack({ before, entry, after }: ClockStep): ClockMove[] {
  const undo = before?.undo;
  if (undo === undefined) return [];
  const begun = after.clocks.slice(undo.clocks).filter(({ state }) => state.status !== 'stopped');
  return [
    ...begun.filter(({ subject }) => subject.of === 'referral').map((clock) => stop(clock, entry)),
    ...undo.stopped.map(({ clockId, state }): ClockMove => ({ type: 'clock-restored', clockId, state })),
  ];
}

/**
 * A clock stops by an event about its subject, about the party that asked its question, or about the whole referral. It also
 * stops if it is no longer needed, or its question or translation has lapsed, whatever the policy says.
 */
function isStopped(clock: Clock, { entry: { event }, after, policies }: ClockStep): boolean {
  const { name, subject, counted } = clock;
  if (event.type === 'clock-expired') return event.clockId === clock.id && endsByExpiry(clock);
  const question = after.questions.find(({ id }) => subject.of === 'question' && id === subject.questionId);
  if (!isNeeded(name, after) || question?.state === 'lapsed' || isLapsedTranslation(subject, after)) return true;
  const stops = counted?.counting.stops ?? policyOf(name, policies)?.stops;
  if (!isAmong(stops, event.type)) return false;
  const about = subjectOf(event);
  if (about.of === 'referral' || isSameSubject(about, subject)) return true;
  return (
    question?.asker.kind === 'recipient' &&
    isSameSubject(about, { of: 'recipient', recipientId: question.asker.recipientId })
  );
}

function isLapsedTranslation(subject: ClockSubject, after: Referral): boolean {
  if (subject.of !== 'translation') return false;
  return translationsOf(after).some(({ id, state }) => id === subject.translationId && state === 'lapsed');
}

/** Nothing is late if the duty lapses, or if no answer counts as consent. A repeated clock ends, and starts again. */
const WITHOUT_BREACH: readonly ExpiryAction[] = ['duty-lapses', 'tacit-clearance', 'auto-erase'];

function endsByExpiry({ onExpiry, counted }: Clock): boolean {
  return WITHOUT_BREACH.includes(onExpiry) || isRepeating(counted);
}

function stop(clock: Clock, { seq, at }: JournalEntry): ClockMove {
  const late = hasExpired(clock, at) && !WITHOUT_BREACH.includes(clock.onExpiry);
  return { type: 'clock-stopped', clockId: clock.id, bySeq: seq, late };
}

/** `decide` has checked the limits of the extension. */
function extend(clock: Clock, step: ClockStep): ClockMove[] {
  const { event, at } = step.entry;
  if (event.type !== 'extension-granted' || event.clockId !== clock.id || clock.state.status === 'expired') return [];
  if (isCounted(clock)) return [extendCounted(clock, event.amount, at, calendarFor(clock, step))];
  const { warnAt = [] } = policyOf(clock.name, step.policies) ?? {};
  return [extendEarlier(clock, event.amount, at, warnAt)];
}

/** If the reason of the pause is over. The clock is paused again at once if there is another reason. */
function resume(clock: Clock, step: ClockStep): ClockMove[] {
  const { state, subject } = clock;
  if (state.status !== 'paused') return [];
  const { reason = 'question', since } = state;
  if (pauseReason(subject, [reason], step.after) !== undefined) return [];
  const { at } = step.entry;
  const resumed = isCounted(clock)
    ? resumeCounted(clock, state, at, calendarFor(clock, step))
    : resumeEarlier(clock, since, at);
  const [running] = clocksAfter([clock], resumed, at);
  const next = running && pauseReason(subject, pauseOnOf(running, step), step.after);
  return next ? [resumed, ...pauseFor(next, running, step)] : [resumed];
}

/** If the entry is a question, or a request for a translation, that pauses the clock. */
function pause(clock: Clock, step: ClockStep): ClockMove[] {
  const { before, after } = step;
  const reasons = pauseOnOf(clock, step);
  const reason = pauseReason(clock.subject, reasons, after);
  const isNew = reason !== undefined && pauseReason(clock.subject, reasons, before) !== reason;
  return isNew ? pauseFor(reason, clock, step) : [];
}

/** After the due instant, nothing pauses a clock. */
function pauseFor(reason: PauseReason, clock: Clock, step: ClockStep): ClockMove[] {
  const { at } = step.entry;
  if (clock.state.status !== 'running' || at >= clock.dueAt) return [];
  return isCounted(clock)
    ? pauseCounted(clock, reason, at, calendarFor(clock, step))
    : [{ type: 'clock-paused', clockId: clock.id, reason }];
}

function pauseOnOf({ counted, name }: Clock, { policies }: ClockStep): readonly string[] {
  return counted?.counting.pauseOn ?? policyOf(name, policies)?.pauseOn ?? [];
}

/** For dates that the clock has not looked up yet: the calendar of its policy, if there still is one. */
function calendarFor({ name, subject }: Clock, { policies, zones }: ClockStep): DayCalendar {
  const policy = policyOf(name, policies);
  return policy ? calendarOf(policy, subject, zones) : {};
}

/** The subject of a clock about the referral, which every event is about. */
const WHOLE: ClockSubject = { of: 'referral' };

/** A policy that starts a clock, about that subject. */
interface Beginning extends Repetition {
  subject: ClockSubject;
  /** Whether it starts because the one before it expired. */
  isRepeated: boolean;
}

/** A subject has one active clock of each name, even if that has expired. A repeated clock starts when it expires. */
function beginnings(remaining: readonly Clock[], stopped: readonly Clock[], step: ClockStep): Beginning[] {
  const { entry, after, policies } = step;
  const { event } = entry;
  const about = subjectOf(event);
  const repeated = stopped.find(({ counted }) => event.type === 'clock-expired' && isRepeating(counted));
  return policies.clocks.flatMap((policy) => {
    const isRepeated = repeated?.name === policy.id;
    const subject = isRepeated ? repeated.subject : policy.scope === 'referral' ? WHOLE : about;
    if (!isRepeated && (policy.scope !== subject.of || !mayStart(policy, event.type))) return [];
    if (!isNeeded(policy.id, after)) return [];
    // A recipient works with the urgency that triage decided, also while triage is open again.
    const urgency = policy.scope === 'recipient' ? after.urgency : currentUrgency(after);
    const isActive = remaining.some((clock) => isSameSubject(clock.subject, subject) && isActiveFor(policy, clock));
    const applied = isActive ? undefined : applyPolicy(policy, { facts: after.facts, urgency });
    if (applied === undefined || !(isRepeated || isAmong(applied.starts, event.type))) return [];
    return [{ ...repetition(applied, isRepeated ? repeated : undefined, after), subject, isRepeated }];
  });
}

/** Whether the event starts the clock of some referrals. A case can have other starts than the policy. */
function mayStart({ starts, cases = [] }: ClockPolicy, type: string): boolean {
  return isAmong(starts, type) || cases.some((each) => isAmong(each.starts, type));
}

/** Each oral request must be confirmed, also if an earlier one was not confirmed in time. */
const STARTED_AGAIN: readonly ClockName[] = ['written-confirmation'];

function isActiveFor({ id }: ClockPolicy, { name, state }: Clock): boolean {
  return name === id && (state.status !== 'expired' || !STARTED_AGAIN.includes(id));
}

/** Clocks that run only while the referral needs them, whichever events their policy names. */
const NEEDED: Partial<Record<ClockName, (referral: Referral) => boolean>> = {
  'find-recipient': lacksRecipient,
  'retention-review': isReviewed,
};

function isNeeded(name: ClockName, referral: Referral): boolean {
  return NEEDED[name]?.(referral) ?? true;
}

/** Whether a review of retention has started, and no legal hold keeps the referral. */
function isReviewed({ status, retention, legalHold }: Referral): boolean {
  return status === 'closed' && retention?.review !== undefined && legalHold === undefined;
}

/** If the debtor already waits for an answer or a translation, the clock starts paused. */
function start({ applied, ...beginning }: Beginning, clockId: string, step: ClockStep): ClockMove[] {
  const { entry, after, policies, zones } = step;
  const { at } = entry;
  const { subject } = beginning;
  const recipientId = recipientConcerned(subject, after);
  const about = { ...beginning, clockId, at, version: policies.version, zones, recipientId };
  const started = startClock(applied, about, after.facts);
  const reason = pauseReason(subject, applied.pauseOn, after);
  const [clock] = clocksAfter([], started, at);
  if (reason === undefined || clock === undefined || !isCounted(clock)) return [started];
  return [started, ...pauseCounted(clock, reason, at, calendarOf(applied.policy, subject, zones))];
}

function policyOf(name: Clock['name'], { clocks }: ClockPolicies): ClockPolicy | undefined {
  return clocks.find(({ id }) => id === name);
}

/** As `includes`, which takes no name that the list could not hold. */
function isAmong(names: readonly string[] | undefined, name: string): boolean {
  return names?.includes(name) ?? false;
}
