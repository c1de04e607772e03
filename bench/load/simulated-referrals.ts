/** Simulates referrals in memory by the rules of the domain; the load generator copies them many times. */

import type { Act } from '../../domain/acts.ts';
import { fold } from '../../domain/apply.ts';
import { currentUrgency } from '../../domain/current-urgency.ts';
import type { JournalEntry, ReferralEvent } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import { isOpen, type Referral } from '../../domain/referral.ts';
import { type Country, DECLINE_GROUNDS, type Instant, KINDS, OUTCOMES } from '../../domain/vocabulary.ts';
import { Case } from '../../test/support/case.ts';
import { CAST, officerAt } from '../../test/support/factories.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface SimulatedReferral {
  referral: Referral;
  /** The journal contains no letters, because lists do not show them. */
  journal: JournalEntry[];
}

const HOUR = 3_600_000;

/** How long people take, by urgency. */
const PACE = { emergency: 0.02, urgent: 0.1, standard: 1, informational: 1 } as const;

/** How far a referral comes: to its end, until now, or only until it waits for triage. */
export type Reach = 'end' | 'now' | 'triage';

/** Simulates a referral from its submission to `now`. */
export function simulateReferral(
  chance: SeededRandom,
  submittedAt: Instant,
  now: Instant,
  reach: Reach,
): SimulatedReferral {
  const urgency = chance.next() < 0.03 ? 'emergency' : chance.next() < 0.2 ? 'urgent' : 'standard';
  const facts = { urgency, kind: chance.next() < 0.8 ? 'case-referral' : chance.pick(KINDS) } as const;
  const it = new Case(facts, CAST.sender, submittedAt);
  const simulation = new Simulation(it, chance, now, reach === 'end');
  try {
    if (reach === 'triage') simulation.wait();
    else simulation.intake();
    // A referral that is still open was abandoned, so all of its clocks expire.
    if (reach === 'end') simulation.rest(60);
  } catch (error) {
    if (!(error instanceof SimulationEnd)) throw error;
    simulation.settleUntil(now);
  }
  const journal = withoutLetters(it.journal);
  const referral = fold('referral-1', journal);
  if (referral === undefined) throw new Error('The journal is empty.');
  return { journal, referral };
}

class SimulationEnd extends Error {}

class Simulation {
  readonly #it: Case;
  readonly #chance: SeededRandom;
  readonly #now: Instant;
  readonly #ends: boolean;

  constructor(it: Case, chance: SeededRandom, now: Instant, ends: boolean) {
    this.#it = it;
    this.#chance = chance;
    this.#now = now;
    this.#ends = ends;
  }

  rest(days: number): void {
    this.#it.pass(days * 24);
  }

  settleUntil(at: Instant): void {
    this.#it.pass(Math.max(0, (Date.parse(at) - Date.parse(this.#it.now)) / HOUR));
  }

  wait(): void {
    this.#it.settle();
    this.settleUntil(this.#now);
  }

  intake(): void {
    this.#it.settle();
    if (this.#is(0.3)) this.#act({ type: 'take' }, CAST.coordinator, 1);
    if (this.#is(0.1)) {
      this.#act({ type: 'ask-information', text: 'text-ask' }, CAST.coordinator, 1);
      this.#act({ type: 'answer-information', questionId: 'q1', text: 'text-answer' }, CAST.sender, 30);
    }
    if (this.#is(0.4)) {
      const filed: Act = { type: 'file-informational' };
      const rejected: Act = { type: 'reject-at-intake', ground: 'no-location' };
      this.#act(this.#is(0.5) ? filed : rejected, CAST.coordinator, 20);
      // The rules decide about referrals that wait too long, and route some of them.
      if (!isOpen(this.#it.referral)) return;
    } else {
      this.#triage(this.#is(0.02) ? ['DK'] : this.#is(0.15) ? ['FI', 'NL'] : ['FI']);
    }
    this.#answerAll();
    this.#close();
  }

  #triage(countries: Country[]): void {
    const { urgency, triage } = this.#it.referral;
    const decided = triage.state === 'proposed' ? triage.proposal.urgency : urgency;
    const codes = { urgency: decided, urgencyGrounds: [], countries, wanted: [] };
    this.#act({ type: 'complete-triage', capability: 'investigation', ...codes }, CAST.supervisor, 30);
  }

  /** Also the recipients that are opened while others answer. */
  #answerAll(): void {
    const answered = new Set<string>();
    for (;;) {
      const next = this.#it.referral.recipients.find(({ id }) => !answered.has(id));
      if (next === undefined) return;
      answered.add(next.id);
      this.#answer(next.id, next.contactPointId);
    }
  }

  #answer(recipientId: string, point: string): void {
    const officer = officerAt(point);
    // Most acknowledgements are in time.
    this.#act({ type: 'acknowledge', recipientId }, officer, this.#is(0.12) ? 140 : 40);
    if (this.#is(0.2)) {
      this.#act({ type: 'decline', recipientId, ground: this.#ground() }, officer, 200);
      return;
    }
    this.#act({ type: 'accept', recipientId }, officer, this.#is(0.1) ? 900 : 300);
    const outcome = this.#chance.pick(OUTCOMES.filter((each) => each !== 'not-actionable'));
    this.#act({ type: 'report-outcome', recipientId, outcome, final: true }, officer, 900);
  }

  #ground() {
    return this.#chance.pick(DECLINE_GROUNDS.filter((ground) => ground !== 'other'));
  }

  #close(): void {
    for (const { id, status } of this.#it.referral.recipients) {
      const isLeft = ['sent', 'delivered', 'unresponsive', 'delivery-failed', 'acknowledged'].includes(status);
      if (isLeft) this.#act({ type: 'recall', recipientId: id, text: 'text' }, CAST.sender, 10);
    }
    // The coordinator states why a referral without an outcome is closed, for example because no recipient was found.
    const text = 'text-why';
    const hours = this.#it.referral.status === 'held' ? 4 : 40;
    this.#act({ type: 'propose-closure', text }, CAST.coordinator, hours);
    this.#act({ type: 'approve-closure' }, CAST.supervisor, 60);
  }

  /** Performs the act after at most `hours`, sooner if it is urgent. If it is refused then, nothing happens. */
  #act(act: Act, by: Person, hours: number): void {
    const longest = hours * PACE[currentUrgency(this.#it.referral)];
    const at = Date.parse(this.#it.now) + Math.ceil(this.#chance.next() * longest * 60) * 60_000;
    if (!this.#ends && at > Date.parse(this.#now)) throw new SimulationEnd();
    this.settleUntil(new Date(at).toISOString());
    if (this.#it.refusalOf(act, by) === undefined) this.#it.act(act, by);
    this.#it.settle();
  }

  #is(share: number): boolean {
    return this.#chance.next() < share;
  }
}

/** Removes entries about letters, and numbers the others again. */
export function withoutLetters(journal: readonly JournalEntry[]): JournalEntry[] {
  const kept = journal.filter(({ event }) => !event.type.startsWith('letters-'));
  const seqs = new Map(kept.map(({ seq }, index) => [seq, index + 1]));
  const moved = (event: ReferralEvent): ReferralEvent =>
    event.type === 'clock-stopped' ? { ...event, bySeq: seqs.get(event.bySeq) ?? 0 } : event;
  return kept.map((entry) => ({ ...entry, seq: seqs.get(entry.seq) ?? 0, event: moved(entry.event) }));
}
