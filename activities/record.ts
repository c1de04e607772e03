/** Records one act in one transaction: journal, projection, clocks, letters, audit leaves. Idempotent. */

import type { ActType } from '../domain/acts.ts';
import type { ClockPolicies } from '../domain/clocks/policy-schema.ts';
import { lettersOfEntry } from '../domain/consequences.ts';
import { engineActId } from '../domain/duty.ts';
import { textIdOf } from '../domain/event-text.ts';
import type { JournalEntry, ReferralEvent } from '../domain/events.ts';
import { actTakenBack } from '../domain/fold/undo.ts';
import type { Idempotency } from '../domain/idempotency.ts';
import type { Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { TriageWeights } from '../domain/routing/weights.ts';
import { policiesInForce } from '../prisma/store/clock-policies.ts';
import type { Database, Queries } from '../prisma/store/connect.ts';
import { lockForAct } from '../prisma/store/held-roles.ts';
import { stateOfKeys } from '../prisma/store/idempotency-keys.ts';
import { readAct } from '../prisma/store/journal.ts';
import { refuseUsedOrigins } from '../prisma/store/origins.ts';
import { lockAndCount } from '../prisma/store/point-states.ts';
import { storedTexts } from '../prisma/store/purge.ts';
import { allotReference } from '../prisma/store/references.ts';
import { type JournalChange, write } from '../prisma/store/write.ts';
import { referralBefore, writeNext } from '../prisma/store/write-next.ts';
import { type ActRecord, decidedAct, type Known, proposalDue } from './decided-act.ts';
import { JournalBehind, mismatch, roleLost, stale, textPurged } from './record-refusals.ts';
import type { ReferralCache } from './referral-cache.ts';
import { limitedPoints, routedAgain } from './route-capacity.ts';

/** What the workflow decided; `afterSeq` is the last entry that the workflow has. */
export interface RecordRequest extends ActRecord {
  /** For metrics and traces only; the events are recorded. */
  act: ActType;
  afterSeq: number;
  /** Absent for the engine's own acts, and in histories of earlier versions. */
  idempotency?: Idempotency;
}

/** What the activity `record` needs. */
export interface RecordDeps {
  db: Database;
  /** The configured ones, until a version is adopted. */
  policies: ClockPolicies;
  /** Returns the directory, at most a few seconds old. */
  directory: () => Promise<Directory>;
  /** Cache of recorded referrals. The journal determines whether an entry is still current. */
  recent?: ReferralCache;
  /** Default: the built-in ones. */
  triageWeights?: TriageWeights | undefined;
  /** Overrides which letters follow from an entry. The benchmark uses it to measure without letters. */
  consequences?: typeof lettersOfEntry;
}

/**
 * Records the act and the events that depend on database and calendar. If a proposal for triage is due after the act, it is
 * recorded with the act, as an act of the engine. It needs neither a wait nor a query.
 *
 * @returns every entry of the act and of the proposal, for the workflow to apply; for a repeated call, those of the first
 *   call.
 * @throws ReferralError STALE_JOURNAL if the journal has entries that this workflow lacks; IDEMPOTENCY_MISMATCH;
 *   DUPLICATE_ORIGIN; DUPLICATE_OF_ANOTHER; ROLE_REQUIRED if the person lost a role since the act was requested. After any
 *   other error the workflow retries.
 */
export async function record(deps: RecordDeps, request: RecordRequest): Promise<JournalEntry[]> {
  const { db, recent } = deps;
  const { referralId, afterSeq } = request;
  const before = recent?.find(referralId, afterSeq) ?? (await referralBefore(db, referralId));
  const known = await knownBefore(deps, request, before);
  // Whatever is there now must still be there when the act is recorded: the upkeep purges texts without an act.
  const texts = await storedTexts(db, textsOf(request));
  const limited = limitedPoints(request, before, known.directory);
  if (limited.length === 0 && !request.events.some(needsLock)) {
    // Concurrent writers are rare: without a lock, the act is read and written in one round trip each.
    const { entries, change } = await outcome(db, known, request, before);
    if (change === undefined) return entries;
    if ((await writeNext(db, { ...change, texts })) === 'new') {
      recent?.keep(change.after);
      return entries;
    }
  }
  const { entries, change, overfills } = await db.$transaction(async (tx): Promise<RecordResult> => {
    const {
      referral: locked,
      isPermitted,
      areTextsStored,
    } = await lockForAct(tx, referralId, { by: request.by, texts });
    // The workflow may lack it: the worker that recorded it was killed, and another act came first.
    const recorded = await recordedBefore(tx, request);
    if (recorded.length > 0) return { entries: recorded };
    if (!isPermitted) throw roleLost();
    const isNext = locked?.seq === request.afterSeq;
    if (isNext && limited.length > 0 && (await lockAndCount(tx, limited))) return { entries: [], overfills: locked };
    const result = await outcome(tx, known, request, locked);
    if (result.change && !areTextsStored) throw textPurged();
    if (result.change && (await write(tx, result.change)) !== 'new') throw mismatch();
    return result;
  });
  if (overfills) return record(deps, await routedAgain(db, known.directory, request, overfills));
  if (change) recent?.keep(change.after);
  return entries;
}

/** Without `change`, nothing is written. */
interface RecordResult {
  entries: JournalEntry[];
  change?: JournalChange;
  /** The referral, if its route would overfill a contact point. */
  overfills?: Referral;
}

async function outcome(db: Queries, known: Known, request: RecordRequest, before?: Referral): Promise<RecordResult> {
  const { afterSeq, at, by, idempotency } = request;
  if (before && before.seq > afterSeq) return { entries: await recordedNext(db, request) };
  if ((before?.seq ?? 0) < afterSeq) throw new JournalBehind();
  const act = await decidedAct(db, known, request, before);
  const proposal = act.referral && proposalDue(known, act.referral, at);
  const acts = proposal ? [act, await decidedAct(db, known, proposal, act.referral)] : [act];
  const [entries, leaves] = [acts.flatMap((each) => each.entries), acts.flatMap((each) => each.leaves)];
  const after = acts.at(-1)?.referral;
  if (after === undefined) return { entries };
  const derived = { leaves, derivedFrom: entries, before, after, at, by };
  return { entries, change: { entries, ...derived, ...(idempotency && { idempotency }) } };
}

/** True if the event changes other rows than the referral's own, which must change in the same transaction. */
function needsLock(event: ReferralEvent): boolean {
  if (event.type === 'submitted' || event.type === 'supplemented') return event.origins.length > 0;
  if (actTakenBack(event) !== undefined) return true;
  return event.type === 'erased' || (event.type === 'closed' && event.closure.kind === 'duplicate');
}

async function knownBefore(deps: RecordDeps, request: RecordRequest, before: Referral | undefined): Promise<Known> {
  const [directory, policies, reference] = await Promise.all([
    deps.directory(),
    policiesInForce(deps.db, deps.policies),
    before ? '' : referenceFor(deps.db, request),
  ]);
  return { consequences: lettersOfEntry, ...deps, directory, policies, reference };
}

/**
 * In a transaction of its own, so that submissions do not wait for each other's number. A duplicate is refused before, so
 * that it uses up no number.
 */
async function referenceFor(db: Database, request: RecordRequest): Promise<string> {
  const { events, at, by, referralId } = request;
  const [event] = events;
  if (event?.type !== 'submitted') return '';
  const { agencyId, origins } = by.kind === 'person' ? { ...by, ...event } : { agencyId: '', origins: [] };
  const claim = { agencyId, referralId, origins };
  const reference = await allotReference(db, new Date(at).getUTCFullYear(), claim);
  if (reference !== undefined) return reference;
  await refuseUsedOrigins(db, claim);
  return referenceFor(db, request);
}

/** The entries of this act and of the proposal that follows it, if it was recorded before. @throws ReferralError IDEMPOTENCY_MISMATCH */
async function recordedBefore(db: Queries, { referralId, actId, idempotency }: RecordRequest): Promise<JournalEntry[]> {
  const entries = await readAct(db, referralId, actId);
  const last = entries.at(-1);
  // The statement that writes an act compares its keys.
  if (last === undefined) return [];
  if (idempotency && (await stateOfKeys(db, idempotency)) === 'different') throw mismatch();
  const proposed = await readAct(db, referralId, engineActId({ id: referralId, seq: last.seq }, 'propose-triage'));
  return [...entries, ...proposed];
}

/** As `recordedBefore`, unless another act came between: the workflow must apply entries in order. */
async function recordedNext(db: Queries, request: RecordRequest): Promise<JournalEntry[]> {
  const recorded = await recordedBefore(db, request);
  if (recorded[0]?.seq !== request.afterSeq + 1) throw stale();
  return recorded;
}

function textsOf({ events }: RecordRequest): string[] {
  return events.map(textIdOf).filter((text) => text !== undefined);
}
