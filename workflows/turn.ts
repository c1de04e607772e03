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

/** The referral of this workflow, and whether an act is at work on it. */
export interface ReferralState {
  readonly referralId: string;
  referral: Referral | undefined;
  busy: boolean;
}

/** The entries of an act and the referral after them. */
export interface Turn {
  referral: Referral;
  entries: JournalEntry[];
}

/**
 * Takes the next turn and carries the act out; it is recorded and applied when this returns.
 *
 * @throws ApplicationFailure, not to be tried again, with the code of the refusal as its type.
 */
export async function takeTurn(desk: ReferralState, request: ActMessage, actId: string): Promise<Turn> {
  // A condition wakes everyone who waits for it: whoever comes second looks again.
  while (desk.busy) await condition(() => !desk.busy);
  desk.busy = true;
  try {
    if (isBehind(desk, request)) desk.referral = await restore(desk.referralId);
    return await decideAndRecord(desk, request, actId);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.type !== 'STALE_JOURNAL') throw failure;
    // Another run of this workflow wrote meanwhile: go on from what is recorded.
    desk.referral = await restore(desk.referralId);
    return await decideAndRecord(desk, request, actId).catch((again) => {
      throw asFailure(again);
    });
  } finally {
    desk.busy = false;
  }
}

/** Refuses what `decide` would refuse, without effect; for validators, which must not wait. */
export function refuseEarly(desk: ReferralState, request: ActMessage): void {
  // Before the journal is read, or the referral submitted, only the turn itself can tell.
  if (desk.referral === undefined || isBehind(desk, request)) return;
  try {
    decideNow(desk.referral, request, now());
  } catch (error) {
    throw asFailure(error);
  }
}

/** A worker was killed when an act was recorded and the workflow had not heard of it: who asks may know of that act. */
function isBehind({ referral }: ReferralState, { seen = 0 }: ActMessage): boolean {
  return (referral?.seq ?? 0) < seen;
}

/** The workflow's time: the time of every act. */
export function now(): string {
  return new Date().toISOString();
}

/** What whoever asks has seen is still so, and `decide` lets it through. */
function decideNow(referral: Referral | undefined, { act, actor, onlyAt }: ActMessage, at: Instant): ReferralEvent[] {
  if (onlyAt !== undefined && referral?.seq !== onlyAt) {
    throw new ReferralError('CHANGED_MEANWHILE', 'Somebody else, or the engine, acted first: look at it again.');
  }
  return decide(referral, act, actor, at);
}

async function decideAndRecord(desk: ReferralState, request: ActMessage, actId: string): Promise<Turn> {
  const at = now();
  const { referralId, referral } = desk;
  const { act, actor, idempotency } = request;
  const events = decideNow(referral, request, at);
  const afterSeq = referral?.seq ?? 0;
  const decidedAct = { referralId, actId, act: act.type, by: actor, at, afterSeq, events };
  const recorded = await record({ ...decidedAct, ...(idempotency && { idempotency }) });
  // In a history that is led again, an older worker may have answered.
  const entries = recorded.map((entry) => upcast(entry));
  // Recorded by a worker that was killed, it may be known by what was restored since.
  const news = entries.filter(({ seq }) => seq > afterSeq);
  const after = news.reduce<Referral | undefined>((next, entry) => apply(next, entry, referralId), referral);
  if (after === undefined) throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such referral.');
  desk.referral = after;
  return { referral: after, entries };
}

/**
 * What an asker is told. Anything else is a fault of the program, or a worker that is older than the history: thrown as it
 * is, it has the workflow task tried until a build comes that can do it.
 */
function asFailure(error: unknown): ApplicationFailure {
  if (error instanceof ReferralError) {
    return ApplicationFailure.nonRetryable(error.message, error.code, ...error.details);
  }
  if (error instanceof ApplicationFailure) return error;
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
  if (error.cause instanceof ApplicationFailure) return error.cause;
  return ApplicationFailure.nonRetryable('The act could not be carried out.', 'ENGINE_UNAVAILABLE');
}
