/**
 * The next duty of the engine for a referral, from intake to closure. `lifecycle.ts` defines what people may do.
 * The loop in `workflows/referral.ts` calls `nextDuty`, performs the duty, and repeats.
 */

import type { ActType } from './acts.ts';
import { type Clock, isOpen, type Recipient, type Referral } from './referral.ts';
import type { Country, Instant } from './vocabulary.ts';

/** What the engine must do next, or until when it waits. */
export type Duty =
  | { type: 'expire-clock'; clockId: string }
  | { type: 'warn-clock'; clockId: string }
  /** The pauses of the clock have reached their longest time. */
  | { type: 'resume-clock'; clockId: string }
  | { type: 'propose-triage' }
  /** Find recipients in these countries; with `replaces`, the next contact point after that recipient. */
  | { type: 'route'; countries: Country[]; replaces?: string }
  /** Wait until that instant, until an act, or until the unsent letters are sent. */
  | { type: 'wait'; until?: Instant; unsent: boolean }
  | { type: 'end' };

/** The id of the engine's own act after the last entry of a referral: the same duty gives the same act. */
export function engineActId({ id, seq }: Pick<Referral, 'id' | 'seq'>, type: ActType): string {
  return `${id}/${seq}/${type}`;
}

/** The next duty of the engine at this time. */
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

/** A closed or erased referral is complete when its letters are sent. They contain nothing that erasure destroys. */
function endOf(referral: Referral): Duty | undefined {
  if (isOpen(referral)) return undefined;
  return referral.unsentLetters.length === 0 ? { type: 'end' } : { type: 'wait', unsent: true };
}

/** The proposal is for the person who triages, and for triage by the rules when its clock expires. */
function triage({ status, triage }: Referral): Duty | undefined {
  const isAtIntake = status === 'received' || status === 'awaiting-information';
  return isAtIntake && triage.state === 'open' ? { type: 'propose-triage' } : undefined;
}

/** Clocks whose longest pause is over may be expired, so they come first; then expiries, which can change everything else. */
function clocks({ clocks }: Referral, now: Instant): Duty | undefined {
  const resumed = clocks.find((clock) => (resumesAt(clock) ?? '9') <= now);
  if (resumed) return { type: 'resume-clock', clockId: resumed.id };
  const running = clocks.filter(isRunning);
  const expired = earliest(
    running.filter(({ dueAt }) => dueAt <= now),
    ({ dueAt }) => dueAt,
  );
  if (expired) return { type: 'expire-clock', clockId: expired.id };
  const warned = earliest(
    running.filter((clock) => (warningOf(clock) ?? clock.dueAt) <= now),
    (clock) => clock.dueAt,
  );
  return warned && { type: 'warn-clock', clockId: warned.id };
}

/** After triage: find recipients. Later: find recipients in countries that were added. */
function routing(referral: Referral): Duty | undefined {
  const { status, unrouted } = referral;
  const isDue = status === 'triaged' || (isRouted(referral) && unrouted.length > 0);
  return isDue ? { type: 'route', countries: unrouted } : undefined;
}

/** If a recipient declined or is unresponsive: find the next on the fallback chain. */
function replacement(referral: Referral, now: Instant): Duty | undefined {
  if (!isRouted(referral)) return undefined;
  const due = referral.recipients.find((recipient) => (replacementAt(recipient) ?? '9') <= now);
  return due && { type: 'route', countries: [due.country], replaces: due.id };
}

/** The earliest instant of all clocks, so that one timer is enough. */
function waiting(referral: Referral): Duty {
  const running = referral.clocks.filter(isRunning);
  const replacements = isRouted(referral) ? referral.recipients.map(replacementAt) : [];
  const instants = [
    ...running.map((clock) => warningOf(clock) ?? clock.dueAt),
    ...referral.clocks.map(resumesAt),
    ...replacements,
  ];
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

/** When the longest pause of a paused clock is over, if its policy limits pauses. */
function resumesAt({ state }: Clock): Instant | undefined {
  return state.status === 'paused' ? state.cap?.at : undefined;
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
