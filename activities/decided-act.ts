/** Makes the entries of an act: its events, and those that depend on database and calendar. */

import { apply } from '../domain/apply.ts';
import { type AuditLeaf, leafOf, type RequestOrigin } from '../domain/audit/leaf.ts';
import { clockMoves } from '../domain/clocks/clock-moves.ts';
import type { ClockPolicies } from '../domain/clocks/policy-schema.ts';
import { zonesOf } from '../domain/clocks/zones.ts';
import type { lettersOfEntry } from '../domain/consequences.ts';
import { decide } from '../domain/decide.ts';
import { engineActId, nextDuty } from '../domain/duty.ts';
import { ReferralError } from '../domain/errors.ts';
import type { EventOf, JournalEntry, ReferralEvent } from '../domain/events.ts';
import { type Actor, ENGINE } from '../domain/people.ts';
import { originalOf, type Referral } from '../domain/referral.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { TriageWeights } from '../domain/routing/weights.ts';
import { proposeTriage } from '../domain/triage.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { destroyStored } from '../prisma/store/erasure.ts';
import { claimOrigins, mergeOrigins } from '../prisma/store/origins.ts';
import { lockReferral } from '../prisma/store/referrals.ts';
import { ordersFor } from './addressees.ts';
import { notifyAgain, returnOrigins, type TakenBack, takenBackBy } from './take-back.ts';

/** Values that are looked up before the transaction, which then needs no other connection. */
export interface Known {
  policies: ClockPolicies;
  directory: Directory;
  consequences: typeof lettersOfEntry;
  triageWeights?: TriageWeights | undefined;
  /** Empty if the act needs no reference number. */
  reference: string;
}

/** What the entries of an act are made from. */
export interface ActRecord {
  referralId: string;
  actId: string;
  by: Actor;
  at: Instant;
  events: ReferralEvent[];
  /** How the request came. Absent for the engine's own acts, and in histories of earlier versions. */
  via?: RequestOrigin;
}

/** The entries of the act so far, and the resulting referral. */
export class DecidedAct {
  readonly entries: JournalEntry[] = [];
  readonly leaves: AuditLeaf[] = [];
  readonly request: ActRecord;
  /** What the act takes back, if it takes back another act. */
  readonly undo: TakenBack | undefined;
  referral: Referral | undefined;

  constructor(request: ActRecord, before: Referral | undefined) {
    this.request = request;
    this.referral = before;
    this.undo = takenBackBy(request.events, before);
  }

  add(event: ReferralEvent): { before: Referral | undefined; entry: JournalEntry; after: Referral } {
    const { at, actId, by, referralId, via } = this.request;
    const before = this.referral;
    const entry: JournalEntry = { seq: (before?.seq ?? 0) + 1, at, actId, by, schema: 1, event };
    const after = apply(before, entry, referralId);
    this.entries.push(entry);
    this.leaves.push(leafOf(referralId, entry, { before, after, via }));
    this.referral = after;
    return { before, entry, after };
  }

  /** Takes the place of a hit in the log. Positions would otherwise show the sender whether another agency has the case. */
  addComparison({ id: referralId, reference }: Referral): void {
    const { at, by, via } = this.request;
    this.leaves.push({
      ...{ v: 2, at, operation: 'combination', by, referralId },
      ...(via && by.kind === 'person' && { via }),
      ...(reference !== referralId && { reference }),
      about: { compared: 'origins' },
    });
  }
}

/** The entries and leaves of an act, and the referral after them. */
export async function decidedAct(
  db: Queries,
  known: Known,
  request: ActRecord,
  before?: Referral,
): Promise<DecidedAct> {
  const act = new DecidedAct(request, before);
  for (const event of request.events) await follow(db, known, act, event);
  await decideLetters(db, known, act);
  return act;
}

/** The engine's proposal for triage, if that is what it must do next. */
export function proposalDue({ triageWeights }: Known, referral: Referral, at: Instant): ActRecord | undefined {
  if (nextDuty(referral, at).type !== 'propose-triage') return undefined;
  const { id: referralId, facts } = referral;
  const act = { type: 'propose-triage', proposal: proposeTriage(facts, triageWeights) } as const;
  return {
    referralId,
    actId: engineActId(referral, act.type),
    by: ENGINE,
    at,
    events: decide(referral, act, ENGINE, at),
  };
}

/** Applies one event and its immediate effects: reference number, duplicates, clocks, destroyed keys. */
async function follow(db: Queries, known: Known, act: DecidedAct, event: ReferralEvent): Promise<void> {
  const { before, entry, after } = act.add(await completed(db, known, act, event));
  if (event.type === 'submitted') {
    act.add({ type: 'reference-allotted', reference: known.reference });
    await claim(db, act, event.origins, after);
  }
  if (event.type === 'supplemented') await claim(db, act, event.origins, after);
  if (event.type === 'closed' && event.closure.kind === 'duplicate') {
    await refuseOfDuplicate(db, event.closure.of);
    await mergeOrigins(db, after.id, event.closure.of);
  }
  if (event.type === 'duplicate-taken-back' && before) await returnOrigins(db, before);
  const zones = zonesOf(known.directory, after);
  for (const move of clockMoves(before, entry, after, known.policies, zones)) act.add(move);
}

/** The event with the data that only the policies or the database have. */
async function completed(
  db: Queries,
  { policies: { onwardLimit } }: Known,
  act: DecidedAct,
  event: ReferralEvent,
): Promise<ReferralEvent> {
  if (event.type === 'erased') return erase(db, act, event);
  return event.type === 'submitted' && onwardLimit !== undefined ? { ...event, onwardLimit } : event;
}

/** Destroys what is stored, and adds to the event how much it was. */
async function erase(db: Queries, { request }: DecidedAct, event: EventOf<'erased'>): Promise<EventOf<'erased'>> {
  return { ...event, ...(await destroyStored(db, request.referralId)) };
}

/** Prevents two officers from closing two referrals as duplicates of each other: one must remain the original. */
async function refuseOfDuplicate(db: Queries, originalId: string): Promise<void> {
  const original = await lockReferral(db, originalId);
  if (original === undefined || originalOf(original) === undefined) return;
  throw new ReferralError('DUPLICATE_OF_ANOTHER', 'The other referral was closed as a duplicate itself.', 'other');
}

async function claim(
  db: Queries,
  act: DecidedAct,
  origins: (ReferralEvent & { type: 'submitted' })['origins'],
  { id: referralId, senderAgencyId: agencyId }: Referral,
): Promise<void> {
  if (origins.length === 0) return;
  const referralIds = await claimOrigins(db, { agencyId, referralId, origins });
  if (referralIds.length > 0) act.add({ type: 'possible-duplicate-found', referralIds });
  else if (act.referral) act.addComparison(act.referral);
}

async function decideLetters(db: Queries, known: Known, act: DecidedAct): Promise<void> {
  const { referral } = act;
  if (referral === undefined) return;
  const notices = act.entries.flatMap((entry) =>
    known.consequences(entry, referral).map((notice) => ({ notice, seq: entry.seq })),
  );
  if (notices.length === 0) return;
  const orders = await ordersFor({ db, directory: known.directory, referral, at: act.request.at }, notices);
  const letters = act.undo ? await notifyAgain(db, act.undo, orders) : orders;
  if (letters.length > 0) act.add({ type: 'letters-decided', letters, sentBy: 'dispatcher' });
}
