/** What other policies would have meant for a referral: its clocks, computed again from the acts in its journal. */

import { apply } from '../apply.ts';
import type { EventOf, JournalEntry, ReferralEvent } from '../events.ts';
import { ENGINE } from '../people.ts';
import type { Clock, Referral } from '../referral.ts';
import type { Instant } from '../vocabulary.ts';
import { clockMoves } from './clock-moves.ts';
import type { ClockName } from './clock-names.ts';
import type { ClockPolicies } from './policy-schema.ts';
import type { ClockZones } from './start-clock.ts';
import { isSameSubject } from './triggers.ts';

/** One clock as it was, and as it would have been. */
export interface SimulatedClock {
  name: ClockName;
  subject: Clock['subject'];
  /** Absent if the journal has no such clock. */
  recorded?: ClockEnd;
  /** Absent if the policies start no such clock. */
  simulated?: ClockEnd;
}

/** When a clock started, was due and ended, and whether that was too late. A clock that still runs has no end. */
export interface ClockEnd {
  startedAt: Instant;
  dueAt: Instant;
  endedAt?: Instant;
  breached: boolean;
}

/**
 * The clocks of one referral under other policies. The acts stay as they were: what the engine did because a clock expired
 * is not done again.
 *
 * @param journal all entries of the referral, with its recorded clocks
 * @param now clocks that are due before and did not end are breached
 */
export function simulateClocks(
  journal: readonly JournalEntry[],
  policies: ClockPolicies,
  zonesFor: (referral: Referral) => ClockZones,
  now: Instant,
): SimulatedClock[] {
  const recorded = journal.reduce<Referral | undefined>((referral, entry) => apply(referral, entry), undefined);
  const simulation = new Simulation(policies, zonesFor);
  for (const entry of journal) {
    if (entry.event.type.startsWith('clock-')) continue;
    simulation.passUntil(entry.at);
    simulation.take({ ...entry, event: withSimulatedClock(entry.event, recorded, simulation.referral) });
  }
  simulation.passUntil(now);
  return paired(recorded?.clocks ?? [], simulation.referral?.clocks ?? [], now);
}

/** The referral as it would have been. */
class Simulation {
  readonly #policies: ClockPolicies;
  readonly #zonesFor: (referral: Referral) => ClockZones;
  referral: Referral | undefined;

  constructor(policies: ClockPolicies, zonesFor: (referral: Referral) => ClockZones) {
    this.#policies = policies;
    this.#zonesFor = zonesFor;
  }

  /** Clocks that are due expire, and pauses that have reached their longest time end. */
  passUntil(at: Instant): void {
    for (let next = this.#nextDue(at); next; next = this.#nextDue(at)) this.take(next);
  }

  take(entry: JournalEntry): void {
    const before = this.referral;
    const after = apply(before, entry);
    this.referral = after;
    for (const move of clockMoves(before, entry, after, this.#policies, this.#zonesFor(after))) {
      this.referral = apply(this.referral, { ...entry, event: move });
    }
  }

  #nextDue(until: Instant): JournalEntry | undefined {
    const due = (this.referral?.clocks ?? []).flatMap(dueEvent).filter(({ at }) => at < until);
    const [first] = due.sort((one, other) => (one.at < other.at ? -1 : 1));
    return (
      first && { seq: this.referral?.seq ?? 0, at: first.at, actId: '', by: ENGINE, schema: 1, event: first.event }
    );
  }
}

function dueEvent({ id: clockId, state, dueAt, onExpiry }: Clock): { at: Instant; event: ReferralEvent }[] {
  if (state.status === 'running') return [{ at: dueAt, event: { type: 'clock-expired', clockId, action: onExpiry } }];
  if (state.status !== 'paused' || state.cap === undefined) return [];
  const { at, ...moved } = state.cap;
  return [{ at, event: { type: 'clock-resumed', clockId, pausedUntil: at, ...moved } }];
}

/** Extensions name a recorded clock: the simulated clock of the same name and subject is extended instead. */
function withSimulatedClock(
  event: ReferralEvent,
  recorded: Referral | undefined,
  simulated: Referral | undefined,
): ReferralEvent {
  if (event.type !== 'extension-granted') return event;
  const extended = recorded?.clocks.find(({ id }) => id === event.clockId);
  const clock = simulated?.clocks.findLast(
    ({ name, subject }) => extended && name === extended.name && isSameSubject(subject, extended.subject),
  );
  const extension: EventOf<'extension-granted'> = { ...event, clockId: clock?.id ?? '' };
  return extension;
}

/** The first clock of a name and subject with the first, the second with the second. */
function paired(recorded: readonly Clock[], simulated: readonly Clock[], now: Instant): SimulatedClock[] {
  const [before, after] = [recorded, simulated].map((clocks) => Map.groupBy(clocks, keyOf));
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [was, would] = [before?.get(key) ?? [], after?.get(key) ?? []];
    return Array.from({ length: Math.max(was.length, would.length) }, (_, index): SimulatedClock[] => {
      const [one, other] = [was[index], would[index]];
      const any = one ?? other;
      if (any === undefined) return [];
      return [
        {
          ...{ name: any.name, subject: any.subject },
          ...(one && { recorded: endOf(one, now) }),
          ...(other && { simulated: endOf(other, now) }),
        },
      ];
    }).flat();
  });
}

function keyOf({ name, subject }: Clock): string {
  return `${name} ${Object.values(subject).join(' ')}`;
}

function endOf({ startedAt, dueAt, state }: Clock, now: Instant): ClockEnd {
  if (state.status === 'stopped') return { startedAt, dueAt, endedAt: state.at, breached: state.late };
  return { startedAt, dueAt, breached: state.status === 'expired' || (state.status === 'running' && dueAt < now) };
}
