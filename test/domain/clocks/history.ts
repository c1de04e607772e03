/** A referral in memory: acts under the real rules, entries as the engine records them, and chosen time zones. */

import type { Act } from '../../../domain/acts.ts';
import { apply } from '../../../domain/apply.ts';
import { instantOf } from '../../../domain/clocks/calendar.ts';
import { clockMoves } from '../../../domain/clocks/clock-moves.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import { defaultPolicies, parseAdoptedPolicies, parsePolicies } from '../../../domain/clocks/clock-policy.ts';
import type { ClockPolicies, Terms } from '../../../domain/clocks/policy-schema.ts';
import type { ClockZones } from '../../../domain/clocks/start-clock.ts';
import type { DayCalendar } from '../../../domain/clocks/working-days.ts';
import { decide } from '../../../domain/decide.ts';
import type { JournalEntry, ReferralEvent } from '../../../domain/events.ts';
import { type Actor, ENGINE, type Person, type Role } from '../../../domain/people.ts';
import type { Clock, Referral } from '../../../domain/referral.ts';
import type { Choice } from '../../../domain/routing/route.ts';
import type { Facts } from '../../../domain/submission.ts';
import type { HandlingCode, Instant, Urgency } from '../../../domain/vocabulary.ts';
import { someFacts } from '../../support/factories.ts';
import targets from './targets-2026-1.json' with { type: 'json' };

/** The policies of the version that counted hours and calendar days only. */
export const earlierPolicies = parseAdoptedPolicies(targets);

export const officer = person('us-beryl', 'liaison-officer');
export const desk = person('hub', 'liaison-officer');
export const chief = person('hub', 'supervisor');
export const partner = (index: number): Person => person(choices[index - 1]?.agencyId ?? '', 'partner-officer');

export const choices: readonly Choice[] = ['fi', 'np', 'cl', 'fr'].map((country) => ({
  contactPointId: `${country}-point`,
  agencyId: `${country}-agency`,
  country: country.toUpperCase(),
  type: 'national-contact-point',
}));

const ZONE_OF_COUNTRY: Record<string, string> = {
  FI: 'Europe/Helsinki',
  NP: 'Asia/Kathmandu',
  CL: 'America/Santiago',
  FR: 'Europe/Paris',
};

export interface Beginning {
  at?: Instant;
  urgency?: Urgency;
  handlingCode?: HandlingCode;
  facts?: Partial<Facts>;
  policies?: ClockPolicies;
  /** As recorded by versions that counted hours and calendar days only. */
  earlier?: boolean;
}

export class History {
  readonly journal: JournalEntry[] = [];
  /** For clocks that start from now on. */
  policies: ClockPolicies;
  readonly #isEarlier: boolean;
  now: Instant;
  referral: Referral | undefined;

  /** Submitted by the officer, and no more. */
  constructor({
    at,
    urgency = 'standard',
    handlingCode = 'H0',
    earlier = false,
    policies = earlier ? earlierPolicies : defaultPolicies,
    facts = {},
  }: Beginning = {}) {
    this.policies = policies;
    this.#isEarlier = earlier;
    this.now = at ?? '2026-03-02T10:00:00.000Z';
    const given: Facts = { ...FACTS, urgency, handlingCode, ...facts };
    this.play(officer, { type: 'submit', facts: given, origins: [], text: 't', coordinatorAgencyId: 'hub' });
  }

  /** Whatever follows from the act, at this moment. @throws ReferralError as `decide` does. */
  play(actor: Actor, act: Act): this {
    for (const event of decide(this.referral, act, actor, this.now)) this.#follow(actor, event);
    return this;
  }

  /** Lets time pass as the engine does: every warning and expiry in it comes at its instant. */
  pass(milliseconds: number): this {
    const until = instantOf(Date.parse(this.now) + milliseconds);
    for (let next = this.#nextDue(until); next; next = this.#nextDue(until)) {
      if (next.at > this.now) this.now = next.at;
      this.play(ENGINE, { type: next.type, clockId: next.clockId });
    }
    this.now = until;
    return this;
  }

  /** Lets time pass while the engine is away: nothing is warned and nothing expires. */
  passUnnoticed(milliseconds: number): this {
    this.now = instantOf(Date.parse(this.now) + milliseconds);
    return this;
  }

  /** Triaged as submitted and sent to the first `count` of the four contact points. */
  sendTo(count: number): this {
    const taken = choices.slice(0, count);
    const countries = taken.map(({ country }) => country);
    const urgency = this.referral?.urgency ?? 'standard';
    const triage = { urgency, urgencyGrounds: [], countries, capability: 'investigation' as const, wanted: [] };
    this.play(desk, { type: 'complete-triage', ...triage });
    const decision = { ruleVersion: 'test', countries, candidates: [], taken, without: [] };
    return this.play(ENGINE, { type: 'route', decision });
  }

  clocks(name: ClockName, subject = ''): Clock[] {
    const about = (clock: Clock) => Object.values(clock.subject).includes(subject);
    return (this.referral?.clocks ?? []).filter((clock) => clock.name === name && (subject === '' || about(clock)));
  }

  /** The latest clock of the name, on that recipient or question. */
  clock(name: ClockName, subject = ''): Clock {
    const clock = this.clocks(name, subject).at(-1);
    if (clock === undefined) throw new Error(`no ${name} clock was started`);
    return clock;
  }

  /** What the latest act did to clocks, as `clock-started acknowledge r1`. */
  moves(): string[] {
    const last = this.journal.at(-1)?.at;
    return this.journal.filter(({ at }) => at === last).flatMap(({ event }) => this.#moveIn(event));
  }

  readonly zones: ClockZones = {
    sender: 'America/New_York',
    coordinator: 'Europe/Brussels',
    recipient: (recipientId) => {
      const recipient = this.referral?.recipients.find(({ id }) => id === recipientId);
      return ZONE_OF_COUNTRY[recipient?.country ?? ''] ?? 'UTC';
    },
  };

  #follow(by: Actor, event: ReferralEvent): void {
    const before = this.referral;
    const entry = this.#add(by, event);
    const after = this.referral as Referral | undefined;
    if (after === undefined) return;
    for (const move of clockMoves(before, entry, after, this.policies, this.zones)) {
      if (this.#isEarlier && move.type === 'clock-started') {
        const { counting: _, ...earlier } = move;
        this.#add(by, earlier);
      } else this.#add(by, move);
    }
  }

  #add(by: Actor, event: ReferralEvent): JournalEntry {
    const seq = this.journal.length + 1;
    const entry: JournalEntry = { seq, at: this.now, actId: `a${seq}`, by, schema: 1, event };
    this.journal.push(entry);
    this.referral = apply(this.referral, entry, 'a-referral');
    return entry;
  }

  #nextDue(until: Instant): { type: Due; clockId: string; at: Instant } | undefined {
    const { clocks = [], status = 'closed' } = this.referral ?? {};
    if (status === 'closed' || status === 'erased') return undefined;
    return clocks
      .flatMap(({ id: clockId, state, warnings: [warning], dueAt }): { type: Due; clockId: string; at: Instant }[] => {
        if (state.status === 'paused') return state.cap ? [{ type: 'resume-clock', clockId, at: state.cap.at }] : [];
        if (state.status !== 'running') return [];
        const isWarned = warning && warning.at < dueAt;
        return [
          isWarned ? { type: 'warn-clock', clockId, at: warning.at } : { type: 'expire-clock', clockId, at: dueAt },
        ];
      })
      .filter(({ at }) => at <= until)
      .sort((one, other) => (one.at < other.at ? -1 : 1))[0];
  }

  #moveIn(event: ReferralEvent): string[] {
    if (!('clockId' in event) || !event.type.startsWith('clock-')) return [];
    const clock = this.referral?.clocks.find(({ id }) => id === event.clockId);
    const about = Object.values(clock?.subject ?? {}).at(-1);
    return [`${event.type.replace('clock-', '')} ${clock?.name} ${about}`];
  }
}

type Due = 'warn-clock' | 'expire-clock' | 'resume-clock';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The recipient is in Finland. */
export function sent(beginning: Beginning = {}, calendar?: DayCalendar): History {
  const history = new History(beginning);
  if (calendar) history.zones.calendar = () => calendar;
  return history.sendTo(1);
}

/** A question of three days, which the engine did not notice, and a policy that pauses for one day. */
export function cappedPause(): History {
  const policies = withTerms('decide', { pauseCap: { amount: 1, unit: 'calendar-days' } });
  const history = new History({ at: '2026-03-02T10:00:00.000Z', policies }).sendTo(1);
  history.play(partner(1), { type: 'acknowledge', recipientId: 'r1' }).pass(HOUR);
  history.play(partner(1), { type: 'ask-information', recipientId: 'r1', text: 't' }).passUnnoticed(3 * DAY);
  return history.play(officer, { type: 'answer-information', questionId: 'q1', text: 't' });
}

/** The built-in policies with other terms of one clock at every urgency. */
export function withTerms(name: string, terms: Partial<Terms>, more: object = {}): ClockPolicies {
  const { version, clocks } = defaultPolicies;
  return parsePolicies({
    version,
    clocks: clocks.map((policy) => {
      if (policy.id !== name) return policy;
      const all = Object.entries(policy.terms).map(([urgency, each]) => [urgency, { ...each, ...terms }]);
      return { ...policy, terms: Object.fromEntries(all), ...more };
    }),
  });
}

function person(agencyId: string, role: Role): Person {
  return { kind: 'person', personId: `${agencyId}-${role}`, agencyId, roles: [role] };
}

const FACTS: Facts = someFacts({ indicators: [], materialCount: 0 });
