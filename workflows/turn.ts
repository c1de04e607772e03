/** One act at a time for a referral: decide, record, apply what was recorded. */

import { ActivityFailure, ApplicationFailure, condition, isCancellation } from '@temporalio/workflow';
import { apply } from '../domain/apply.ts';
import { decide } from '../domain/decide.ts';
import { ReferralError } from '../domain/errors.ts';
import type { JournalEntry, ReferralEvent } from '../domain/events.ts';
import type { Referral } from '../domain/referral.ts';
import { upcast } from '../domain/upcast.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { ActMessage } from './messages.ts';
import { record, restore } from './proxies.ts';

/** The referral of this workflow, and whether an act is in progress. */
export interface ReferralState {
  readonly referralId: string;
  referral: Referral | undefined;
  busy: boolean;
}

/** The entries of an act, and the referral after them and after what was recorded with them. */
export interface Turn {
  referral: Referral;
  entries: JournalEntry[];
}

/**
 * Waits for its turn and performs the act. The act is recorded and applied when the function returns.
 *
 * @throws a non-retryable ApplicationFailure whose type is the code of the refusal.
 */
export async function takeTurn(state: ReferralState, request: ActMessage, actId: string): Promise<Turn> {
  // A condition wakes all waiting handlers, so each one checks again.
  while (state.busy) await condition(() => !state.busy);
  state.busy = true;
  try {
    if (isBehind(state, request)) state.referral = await restore(state.referralId);
    return await decideAndRecord(state, request, actId);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.type !== 'STALE_JOURNAL') throw failure;
    // Another run of this workflow wrote to the journal: continue from the journal.
    state.referral = await restore(state.referralId);
    return await decideAndRecord(state, request, actId).catch((again) => {
      throw asFailure(again);
    });
  } finally {
    state.busy = false;
  }
}

/** Refuses the act if `decide` does; for validators, which must not wait or have side effects. */
export function refuseEarly(state: ReferralState, request: ActMessage): void {
  // Without a current state, only the handler can decide.
  if (state.referral === undefined || isBehind(state, request)) return;
  try {
    decideNow(state.referral, request, now());
  } catch (error) {
    throw asFailure(error);
  }
}

/** True if the caller has read an entry that the workflow lacks, because a worker was killed after it recorded an act. */
function isBehind({ referral }: ReferralState, { seen = 0 }: ActMessage): boolean {
  return (referral?.seq ?? 0) < seen;
}

/** The current time of the workflow, which is the time of every act. */
export function now(): string {
  return new Date().toISOString();
}

/** Decides the act, if the referral did not change after `onlyAt`. */
function decideNow(referral: Referral | undefined, { act, actor, onlyAt }: ActMessage, at: Instant): ReferralEvent[] {
  if (onlyAt !== undefined && referral?.seq !== onlyAt) {
    throw new ReferralError(
      'CHANGED_MEANWHILE',
      'The referral changed after you read it. Read it again, and repeat the act if it is still needed.',
    );
  }
  return decide(referral, act, actor, at);
}

async function decideAndRecord(state: ReferralState, request: ActMessage, actId: string): Promise<Turn> {
  const at = now();
  const { referralId, referral } = state;
  const { act, actor, idempotency, via } = request;
  const events = decideNow(referral, request, at);
  const afterSeq = referral?.seq ?? 0;
  const decidedAct = { referralId, actId, act: act.type, by: actor, at, afterSeq, events };
  const recorded = await record({ ...decidedAct, ...(idempotency && { idempotency }), ...(via && { via }) });
  // During replay, the result may be from an older worker.
  const entries = recorded.map((entry) => upcast(entry));
  // Entries that a killed worker recorded may already be in the restored state.
  const newEntries = entries.filter(({ seq }) => seq > afterSeq);
  const after = newEntries.reduce<Referral | undefined>((next, entry) => apply(next, entry, referralId), referral);
  if (after === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
  state.referral = after;
  return { referral: after, entries: entries.filter((entry) => entry.actId === actId) };
}

/**
 * The failure that the caller gets. Any other error is a bug, or the worker is older than the history. It is thrown
 * unchanged. Temporal then retries the workflow task until a suitable build runs.
 */
export function asFailure(error: unknown): ApplicationFailure {
  if (error instanceof ReferralError) {
    return ApplicationFailure.nonRetryable(error.message, error.code, ...error.details);
  }
  if (error instanceof ApplicationFailure) return error;
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
  if (error.cause instanceof ApplicationFailure) return error.cause;
  return ApplicationFailure.nonRetryable('The act could not be performed. Try again.', 'ENGINE_UNAVAILABLE');
}
