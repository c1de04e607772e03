/** Finds the clocks that a journal entry starts, pauses, resumes, extends or stops. */

import type { ClockSubject, EventOf, JournalEntry, Warning } from '../events.ts';
import { type Clock, hasExpired, type Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { add, elapsed, instantOf, moveByPause } from './calendar.ts';
import type { ClockPolicies, ClockPolicy } from './clock-policy.ts';
import { endOfDayAfter, midnightsIn } from './local-day.ts';
import { isSameSubject, subjectOf } from './triggers.ts';

/** The IANA time zones of the parties, in which days are counted. */
export interface ClockZones {
  sender: string;
  coordinator: string;
  recipient(recipientId: string): string;
}

/** Changes that follow from an entry. Warnings and expiries are duties instead, because they follow from time. */
export type ClockMove = EventOf<
  'clock-started' | 'clock-paused' | 'clock-resumed' | 'clock-extended' | 'clock-stopped'
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
 * A clock keeps its terms from the start. The current policies only define which events move it.
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
  const active = after.clocks.filter(({ state }) => state.status !== 'stopped');
  const stopped = active.filter((clock) => isStopped(clock, step));
  const remaining = active.filter((clock) => !stopped.includes(clock));
  return [
    ...stopped.map((clock) => stop(clock, entry)),
    ...remaining.flatMap((clock) => extend(clock, step)),
    ...remaining.flatMap((clock) => resume(clock, step)),
    ...remaining.filter((clock) => isPaused(clock, step)).map(({ id }) => pause(id)),
    ...startable(remaining, step).flatMap((policy, index) =>
      start(policy, `c${after.clocks.length + index + 1}`, step),
    ),
  ];
}

/**
 * A clock stops by an event about its subject, about the asker of its question, or about the whole referral.
 * It also stops if its question has lapsed, whatever the policy says.
 */
function isStopped({ name, subject }: Clock, { entry: { event }, after, policies }: ClockStep): boolean {
  const question = after.questions.find(({ id }) => subject.of === 'question' && id === subject.questionId);
  if (question?.state === 'lapsed') return true;
  if (!isAmong(policyOf(name, policies)?.stops, event.type)) return false;
  const about = subjectOf(event);
  if (about.of === 'referral' || isSameSubject(about, subject)) return true;
  return (
    question?.asker.kind === 'recipient' &&
    isSameSubject(about, { of: 'recipient', recipientId: question.asker.recipientId })
  );
}

function stop(clock: Clock, { seq, at }: JournalEntry): ClockMove {
  return { type: 'clock-stopped', clockId: clock.id, bySeq: seq, late: hasExpired(clock, at) };
}

/** `decide` has checked the limits of the extension. */
function extend(clock: Clock, step: ClockStep): ClockMove[] {
  const { event } = step.entry;
  if (event.type !== 'extension-granted' || event.clockId !== clock.id || clock.state.status === 'expired') return [];
  const { amount } = event;
  const dueAt = add(clock.dueAt, amount, clock.unit, clock.zone);
  const warnings = [...repeatedWarnings(clock, dueAt, step), ...movedWarnings(clock, dueAt)];
  return [{ type: 'clock-extended', clockId: clock.id, amount, dueAt, warnings }];
}

/** Warnings that were given already and are ahead again after an extension. Ignores pauses, so they may come early. */
function repeatedWarnings(
  { name, startedAt, warnings: [next] }: Clock,
  dueAt: Instant,
  { entry, policies }: ClockStep,
): Warning[] {
  const { warnAt = [] } = policyOf(name, policies) ?? {};
  return warnAt
    .filter((fraction) => next === undefined || fraction < next.fraction)
    .map((fraction) => ({ fraction, at: fractionBetween(startedAt, dueAt, fraction) }))
    .filter(({ at }) => at > entry.at);
}

function resume(clock: Clock, { entry, after }: ClockStep): ClockMove[] {
  if (clock.state.status !== 'paused' || awaitsAnswer(clock.subject, after)) return [];
  const { id: clockId, unit, zone } = clock;
  if (unit === 'hours') {
    const paused = elapsed(clock.state.since, entry.at);
    const dueAt = moveByPause(clock.dueAt, paused, unit, zone);
    return [{ type: 'clock-resumed', clockId, dueAt, warnings: movedWarnings(clock, dueAt, paused) }];
  }
  const midnights = midnightsIn(clock.state.since, entry.at, zone);
  const dueAt = midnights === 0 ? clock.dueAt : endOfDayAfter(clock.dueAt, midnights, zone);
  // Warnings move as much as the deadline. A pause without a midnight moves nothing.
  const warnings = movedWarnings(clock, dueAt, elapsed(clock.dueAt, dueAt));
  return [{ type: 'clock-resumed', clockId, midnights, dueAt, warnings }];
}

/** Whether the entry asks a question that pauses the clock. After the due instant, a question does not pause it. */
function isPaused({ name, subject, state, dueAt }: Clock, { before, entry, after, policies }: ClockStep): boolean {
  const isAsked = awaitsAnswer(subject, after) && !awaitsAnswer(subject, before);
  const isPausable = isAmong(policyOf(name, policies)?.pauseOn, 'question') && state.status === 'running';
  return isAsked && isPausable && entry.at < dueAt;
}

function pause(clockId: string): ClockMove {
  return { type: 'clock-paused', clockId, reason: 'question' };
}

/** A subject has one active clock of each name, even if that has expired. */
function startable(remaining: readonly Clock[], { entry: { event }, policies }: ClockStep): ClockPolicy[] {
  const subject = subjectOf(event);
  return policies.clocks
    .filter(({ scope, starts }) => scope === subject.of && isAmong(starts, event.type))
    .filter(({ id }) => !remaining.some((clock) => clock.name === id && isSameSubject(clock.subject, subject)));
}

/** If the debtor already waits for an answer, the clock starts paused. */
function start(policy: ClockPolicy, clockId: string, { entry, after, policies, zones }: ClockStep): ClockMove[] {
  const { id: name, debtor, warnAt, pauseOn } = policy;
  const { amount, unit, onExpiry, extension = NO_EXTENSION } = policy.terms[after.urgency];
  const subject = subjectOf(entry.event);
  const zone = zoneOf(policy.zone, subject, zones);
  const dueAt = add(entry.at, amount, unit, zone);
  const warnings = warnAt.map((fraction) => ({ fraction, at: fractionBetween(entry.at, dueAt, fraction) }));
  const terms = { amount, unit, zone, dueAt, warnings, onExpiry, extension, policyVersion: policies.version };
  const started: ClockMove = { type: 'clock-started', clockId, name, subject, debtor, ...terms };
  return isAmong(pauseOn, 'question') && awaitsAnswer(subject, after) ? [started, pause(clockId)] : [started];
}

const NO_EXTENSION = { max: 0, count: 0, reasonRequired: true };

function zoneOf(zone: string, subject: ClockSubject, zones: ClockZones): string {
  if (zone === 'sender' || zone === 'coordinator') return zones[zone];
  return zone === 'recipient' && subject.of === 'recipient' ? zones.recipient(subject.recipientId) : zone;
}

/** Whether the party that must act on `subject` has an open question. */
function awaitsAnswer(subject: ClockSubject, referral: Referral | undefined): boolean {
  const open = referral?.questions.filter(({ state }) => state === 'open') ?? [];
  switch (subject.of) {
    case 'referral':
      return open.some(({ asker }) => asker.kind === 'coordinator');
    case 'recipient':
      return open.some(({ asker }) => asker.kind === 'recipient' && asker.recipientId === subject.recipientId);
    case 'question':
      return false;
  }
}

/**
 * A warning is at its fraction of the running time. With `s` as the start plus all pauses, that is
 * `s + fraction · (dueAt - s)`. So a pause moves it by (1 - fraction), and a later due instant by fraction.
 */
function movedWarnings({ warnings, dueAt: dueBefore }: Clock, dueAt: Instant, paused = 0): Warning[] {
  const later = elapsed(dueBefore, dueAt);
  return warnings.map(({ fraction, at }) => ({
    fraction,
    at: instantOf(Math.round(Date.parse(at) + (1 - fraction) * paused + fraction * later)),
  }));
}

function fractionBetween(start: Instant, end: Instant, fraction: number): Instant {
  return instantOf(Math.floor(Date.parse(start) + fraction * elapsed(start, end)));
}

function policyOf(name: Clock['name'], { clocks }: ClockPolicies): ClockPolicy | undefined {
  return clocks.find(({ id }) => id === name);
}

/** As `includes`, which takes no name that the list could not hold. */
function isAmong<T extends string>(names: readonly T[] | undefined, name: string): boolean {
  return names?.some((each) => each === name) ?? false;
}
