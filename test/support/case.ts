/** A referral in memory: acts are decided, recorded and applied by the rules of the domain, without servers. */

import type { Act } from '../../domain/acts.ts';
import { apply } from '../../domain/apply.ts';
import { clockMoves } from '../../domain/clocks/clock-moves.ts';
import type { ClockName } from '../../domain/clocks/clock-names.ts';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import type { ClockZones } from '../../domain/clocks/start-clock.ts';
import { lettersOfEntry } from '../../domain/consequences.ts';
import { decide } from '../../domain/decide.ts';
import { type Duty, nextDuty } from '../../domain/duty.ts';
import { type ErrorCode, ReferralError } from '../../domain/errors.ts';
import type { EventType, JournalEntry, ReferralEvent } from '../../domain/events.ts';
import type { LetterOrder, LetterResult } from '../../domain/letter-kinds.ts';
import type { LetterNotice } from '../../domain/letter-notice.ts';
import { type Actor, ENGINE, type Person } from '../../domain/people.ts';
import type { Clock, Question, Recipient, Referral } from '../../domain/referral.ts';
import { findRoute, type RouteDecision } from '../../domain/routing/route.ts';
import type { RouteRequest } from '../../domain/routing/suitability.ts';
import type { Facts } from '../../domain/submission.ts';
import { proposeTriage } from '../../domain/triage.ts';
import type { Country, Instant } from '../../domain/vocabulary.ts';
import { CAST, COORDINATOR, DIRECTORY, SENDER, START, someFacts, someOrigin } from './factories.ts';

const ZONES: ClockZones = { sender: 'UTC', coordinator: 'UTC', recipient: () => 'UTC' };

/** More duties than this without a wait indicate an endless loop. */
const MOST_DUTIES = 100;

/** An act that was accepted, with its events and the referral before and after it. */
export interface PerformedAct {
  act: Act;
  actor: Actor;
  before: Referral;
  events: ReferralEvent[];
  after: Referral;
}

export class Case {
  referral: Referral;
  readonly journal: JournalEntry[] = [];
  now: Instant;
  /** For clocks that start from now on. */
  policies = defaultPolicies;
  /** Whether letters are delivered, rejected or left unsent when the engine's duties are performed. */
  mail: 'arrives' | 'bounces' | 'waits' = 'arrives';
  readonly performed: PerformedAct[] = [];
  /** All letters that were required so far. */
  readonly notices: LetterNotice[] = [];

  constructor(facts: Partial<Facts> = {}, sender: Person = CAST.sender, now: Instant = START) {
    this.now = now;
    const act: Act = {
      type: 'submit',
      facts: someFacts(facts),
      origins: [someOrigin],
      text: 'text-1',
      coordinatorAgencyId: COORDINATOR,
    };
    this.referral = this.#record(undefined, decide(undefined, act, sender, this.now), sender).referral;
  }

  /** Performs one act. Returns its events, including those of clocks and letters. */
  act(act: Act, actor: Actor): ReferralEvent[] {
    const before = this.referral;
    const events = decide(before, act, actor, this.now);
    const { referral, entries } = this.#record(before, events, actor);
    this.performed.push({ act, actor, before, events, after: referral });
    this.referral = referral;
    return entries.map(({ event }) => event);
  }

  /** The code of the refusal, or undefined if the act would be accepted. Changes nothing. */
  refusalOf(act: Act, actor: Actor): ErrorCode | undefined {
    const { stackTraceLimit } = Error;
    // A test refuses thousands of acts. Recording unused stack traces would take most of the time.
    Error.stackTraceLimit = 0;
    try {
      decide(this.referral, act, actor, this.now);
      return undefined;
    } catch (error) {
      if (error instanceof ReferralError) return error.code;
      throw error;
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  /** Performs all current duties of the engine, and returns them in order. */
  settle(): Duty[] {
    const done: Duty[] = [];
    for (;;) {
      const duty = nextDuty(this.referral, this.now);
      if (duty.type === 'end') return done;
      if (duty.type === 'wait' && !(duty.unsent && this.mail !== 'waits')) return done;
      if (done.push(duty) > MOST_DUTIES) throw new Error(`The duty ${duty.type} never ends.`);
      this.#carryOut(duty);
    }
  }

  /** Moves time forward. The engine performs its duties at each instant that it waits for. */
  pass(hours: number): void {
    const until = new Date(Date.parse(this.now) + hours * 3_600_000).toISOString();
    for (;;) {
      this.settle();
      const duty = nextDuty(this.referral, this.now);
      if (duty.type !== 'wait' || duty.until === undefined || duty.until > until) break;
      this.now = duty.until;
    }
    this.now = until;
  }

  recipient(id: string): Recipient {
    return found(this.referral.recipients, id);
  }

  question(id: string): Question {
    return found(this.referral.questions, id);
  }

  /** The latest clock of that name. `of` is the id of a recipient or question. */
  clock(name: ClockName, of?: string): Clock | undefined {
    return this.referral.clocks.findLast(
      ({ name: each, subject }) => each === name && (of === undefined || Object.values(subject).includes(of)),
    );
  }

  /** The route that the rules select from the directory of the tests. */
  route(countries: Country[], more: Partial<RouteRequest> = {}): RouteDecision {
    const { facts, triage, round, recipients, senderAgencyId } = this.referral;
    const capability = triage.state === 'decided' ? triage.decision.capability : facts.capability;
    const { kind, languages, handlingCode, transferBasis } = facts;
    const tried = recipients.filter((each) => each.round === round).map(({ contactPointId }) => contactPointId);
    const request = { countries, kind, capability, languages, handlingCode, senderAgencyId, tried, asOf: this.now };
    return findRoute({ ...request, ...(transferBasis && { transferBasis }), ...more }, DIRECTORY);
  }

  /** The types of all events except those of clocks and letters. */
  get eventTypes(): EventType[] {
    const types = this.journal.map(({ event }) => event.type);
    return types.filter((type) => !type.startsWith('clock-') && !type.startsWith('letters-'));
  }

  /** All acts, one per line, for the message of a failed property. */
  toString(): string {
    return this.performed
      .map(({ act, actor }) => `${'personId' in actor ? actor.personId : 'engine'}: ${JSON.stringify(act)}`)
      .join('\n');
  }

  #carryOut(duty: Exclude<Duty, { type: 'end' }>): void {
    switch (duty.type) {
      case 'propose-triage':
        this.act({ type: 'propose-triage', proposal: proposeTriage(this.referral.facts) }, ENGINE);
        return;
      case 'route': {
        const { countries, replaces } = duty;
        this.act({ type: 'route', decision: this.route(countries), ...(replaces && { replaces }) }, ENGINE);
        return;
      }
      case 'warn-clock':
      case 'expire-clock':
      case 'resume-clock':
        this.act(duty, ENGINE);
        return;
      case 'wait':
        this.act({ type: 'settle-letters', results: this.#results() }, ENGINE);
        return;
    }
  }

  /** Adds the reference number, the changes of clocks and the letters, as the recording transaction does. */
  #record(before: Referral | undefined, events: ReferralEvent[], by: Actor) {
    const entries: JournalEntry[] = [];
    let referral = before;
    const actId = `act-${this.journal.length + 1}`;
    const add = (event: ReferralEvent): Referral => {
      const entry: JournalEntry = { seq: (referral?.seq ?? 0) + 1, at: this.now, actId, by, schema: 1, event };
      entries.push(entry);
      referral = frozen(apply(referral, frozen(entry), 'referral-1'));
      return referral;
    };
    for (const event of events) {
      const earlier = referral;
      const updated = add(event);
      const entry = entries.at(-1) as JournalEntry;
      if (event.type === 'submitted') add({ type: 'reference-allotted', reference: 'XR-2026-000001' });
      for (const move of clockMoves(earlier, entry, updated, this.policies, ZONES)) add(move);
    }
    const after = referral as unknown as Referral;
    const notices = entries.flatMap((entry) => lettersOfEntry(entry, after));
    this.notices.push(...notices);
    if (notices.length > 0)
      add({ type: 'letters-decided', letters: notices.map((notice, n) => order(notice, `${actId}/${n}`)) });
    this.journal.push(...entries);
    return { referral: referral as unknown as Referral, entries };
  }

  #results(): LetterResult[] {
    const decided = this.journal.flatMap(({ event }) => (event.type === 'letters-decided' ? event.letters : []));
    const unsent = decided.filter(({ letterId }) => this.referral.unsentLetters.includes(letterId));
    return unsent.map(({ letterId, letter, recipientId }) => ({
      letterId,
      ...(letter === 'new-referral' && recipientId && { delivers: recipientId }),
      ...(this.mail === 'bounces' ? { result: 'failed' as const, code: '550' } : { result: 'sent' as const }),
    }));
  }
}

function order({ letter, to, recipientId, clockId }: LetterNotice, letterId: string): LetterOrder {
  const addressee = { kind: 'person', personId: to.who, agencyId: SENDER } as const;
  return { letterId, letter, addressee, ...(recipientId && { recipientId }), ...(clockId && { clockId }) };
}

function found<T extends { id: string }>(parts: readonly T[], id: string): T {
  const part = parts.find((each) => each.id === id);
  if (part === undefined) throw new Error(`The referral has no ${id}.`);
  return part;
}

/** Freezes the value deeply, so that code which changes its input fails. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
