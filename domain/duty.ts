/**
 * THE STORY. What the engine owes a referral next, from intake to the end; what people may do is in `lifecycle.ts`.
 * The loop in `workflows/referral.ts` asks, carries out, and asks again.
 */

import { type Clock, isOpen, type Recipient, type Referral } from './referral.ts';
import type { Country, Instant } from './vocabulary.ts';

export type Duty =
  | { type: 'expire-clock'; clockId: string }
  | { type: 'warn-clock'; clockId: string }
  | { type: 'propose-triage' }
  /** Countries that nobody has been found for yet; with `replaces`, the next after that recipient. */
  | { type: 'route'; countries: Country[]; replaces?: string }
  /** Nothing now: until that instant, until somebody acts, or until letters that are `unsent` are out. */
  | { type: 'wait'; until?: Instant; unsent: boolean }
  | { type: 'end' };

export function nextDuty(referral: Referral, now: Instant): Duty {
  return (
    endOf(referral) ??
    triage(referral) ??
    clocks(referral, now) ??
    routing(referral) ??
    replacement(referral, now) ??
    waiting(referral)
  );
}

/** Closed or erased: the end, once everyone has been told; letters hold nothing that erasing destroys. */
function endOf(referral: Referral): Duty | undefined {
  if (isOpen(referral)) return undefined;
  return referral.unsentLetters.length === 0 ? { type: 'end' } : { type: 'wait', unsent: true };
}

/** Whoever triages finds the rules' proposal there; so does the clock that proceeds by rule. */
function triage({ status, triage }: Referral): Duty | undefined {
  const isAtIntake = status === 'received' || status === 'awaiting-information';
  return isAtIntake && triage.state === 'open' ? { type: 'propose-triage' } : undefined;
}

/** A clock that has run out comes before what its expiry might change; then whoever must be reminded. */
function clocks({ clocks }: Referral, now: Instant): Duty | undefined {
  const running = clocks.filter(isRunning);
  const expired = earliest(
    running.filter(({ dueAt }) => dueAt <= now),
    ({ dueAt }) => dueAt,
  );
  if (expired) return { type: 'expire-clock', clockId: expired.id };
  const short = earliest(
    running.filter((clock) => (warningOf(clock) ?? clock.dueAt) <= now),
    (clock) => clock.dueAt,
  );
  return short && { type: 'warn-clock', clockId: short.id };
}

/** Triaged: find who receives it. Later, the countries that were added. */
function routing(referral: Referral): Duty | undefined {
  const { status, unrouted } = referral;
  const isOwed = status === 'triaged' || (isRouted(referral) && unrouted.length > 0);
  return isOwed ? { type: 'route', countries: unrouted } : undefined;
}

/** A recipient that declined or kept silent: the next on the chain. */
function replacement(referral: Referral, now: Instant): Duty | undefined {
  if (!isRouted(referral)) return undefined;
  const due = referral.recipients.find((recipient) => (replacementAt(recipient) ?? '9') <= now);
  return due && { type: 'route', countries: [due.country], replaces: due.id };
}

/** One timer, however many clocks run. */
function waiting(referral: Referral): Duty {
  const running = referral.clocks.filter(isRunning);
  const replacements = isRouted(referral) ? referral.recipients.map(replacementAt) : [];
  const instants = [...running.map((clock) => warningOf(clock) ?? clock.dueAt), ...replacements];
  const until = earliest(
    instants.filter((instant) => instant !== undefined),
    (instant) => instant,
  );
  return { type: 'wait', ...(until && { until }), unsent: referral.unsentLetters.length > 0 };
}

function isRouted({ status }: Referral): boolean {
  return status === 'referred' || status === 'held';
}

function isRunning({ state }: Clock): boolean {
  return state.status === 'running';
}

function warningOf({ warnings }: Clock): Instant | undefined {
  return warnings[0]?.at;
}

function replacementAt({ replacement }: Recipient): Instant | undefined {
  return replacement.state === 'due' ? replacement.at : undefined;
}

function earliest<T>(items: readonly T[], instantOf: (item: T) => Instant): T | undefined {
  return items.reduce<T | undefined>(
    (first, item) => (first === undefined || instantOf(item) < instantOf(first) ? item : first),
    undefined,
  );
}
