/** Everything that an act writes, in one statement: its key, journal, audit leaves, letters, and the projections. */

import { stepsOf } from '../../domain/apply.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { SEEN_BY_EVERY_PARTY } from '../../domain/disclosure.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Idempotency, KeyState } from '../../domain/idempotency.ts';
import { type Actor, ENGINE } from '../../domain/people.ts';
import type { Referral } from '../../domain/referral.ts';
import { requestEvents } from '../../domain/statistics/request-events.ts';
import { isShared, translationsOf } from '../../domain/translation.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';
import { holdsRoles } from './held-roles.ts';
import { partyRows } from './party-rows.ts';
import { areTextsLocked } from './purge.ts';
import { recipientRows } from './recipient-rows.ts';
import { clockRow, letterRows, referralRow } from './rows.ts';

/** New journal entries with the referral before and after them. */
export interface JournalChange {
  /** New entries of the journal. */
  entries: readonly JournalEntry[];
  /** Key of the act whose entries these are; absent for the engine's own acts and for rebuilt projections. */
  idempotency?: Idempotency;
  leaves: readonly AuditLeaf[];
  /** Entries from which letters, grounds, read positions and statistics are derived: all, or those since `before`. */
  derivedFrom: readonly JournalEntry[];
  before: Referral | undefined;
  after: Referral;
  at: string;
  /** The number of the last entry of the journal, for a writer that holds no lock. */
  afterSeq?: number;
  /** Texts of the entries that must still be stored; checked together with `afterSeq`. */
  texts?: readonly string[];
  /** The actor, whose roles are checked together with `afterSeq`. */
  by?: Actor;
}

/** Condition for each part of the statement: if the key is taken, nothing is written. */
const isNew = Prisma.sql`(SELECT state FROM key_state) = 'new'`;

/**
 * Writes an act in one round trip to the database.
 *
 * @returns `new` if it was written. Otherwise an act of the `same` or of `different` content has the key, and nothing
 *   was written.
 * @throws if an entry of that number exists: two writers cannot both continue one journal. If `afterSeq` is given, also if
 *   the journal does not end with it, has the act already, or the actor lost a role. The entry then has no number, and the
 *   statement fails.
 */
export async function write(db: Queries, change: JournalChange): Promise<KeyState> {
  const {
    entries,
    idempotency,
    leaves,
    derivedFrom,
    before,
    after,
    at,
    afterSeq = null,
    texts = [],
    by = ENGINE,
  } = change;
  const { id } = after;
  const { keys = [], digest = '' } = idempotency ?? {};
  const recipients = moved(before && recipientRows(before, []), recipientRows(after, derivedFrom));
  const parties = moved(before && partyRows(before, []), partyRows(after, derivedFrom));
  const clocks = changed(before?.clocks, after.clocks).map(clockRow);
  const requests = requestEvents(stepsOf(id, derivedFrom, before));
  const links = after.links.slice(before?.links.length ?? 0);
  const letters = derivedFrom.flatMap(letterRows);
  const withDigests = entries.flatMap(({ event }) => {
    if ('particulars' in event) return [event.particulars];
    return event.type === 'own-reference-set' ? [event.text] : [];
  });
  const actId = entries[0]?.actId ?? '';
  const rows = await db.$queryRaw<{ state: KeyState }[]>`
    WITH request_key AS (
      SELECT * FROM jsonb_to_recordset(${text(keys)}::jsonb) AS r ("agencyId" text, "personId" text, key text)
    ), key_state AS (
      SELECT CASE WHEN count(*) = 0 THEN 'new' WHEN bool_and(act_key.digest = ${digest}) THEN 'same' ELSE 'different'
             END AS state
      FROM act_key JOIN request_key r ON (agency_id, person_id, act_key.key) = ("agencyId", "personId", r.key)
    ), key_row AS (
      INSERT INTO act_key (agency_id, person_id, key, digest, referral_id, act_id)
      SELECT "agencyId", "personId", key, ${digest}, ${id}::uuid, ${actId} FROM request_key WHERE ${isNew}
    ), entry AS (
      INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event)
      SELECT ${id}::uuid,
             CASE WHEN ${afterSeq}::int IS NULL OR (
               ${afterSeq}::int = coalesce((SELECT seq FROM referral WHERE id = ${id}::uuid), 0)
               AND NOT EXISTS (SELECT FROM journal WHERE referral_id = ${id}::uuid AND act_id = ${actId})
               AND ${holdsRoles(by)} AND ${areTextsLocked(texts)}
             ) THEN r.seq END,
             at, "actId", by, schema, event ->> 'type', event
      FROM jsonb_to_recordset(${text(entries)}::jsonb)
        AS r (seq int, at timestamptz, "actId" text, by jsonb, schema smallint, event jsonb)
      WHERE ${isNew}
    ), material_digest_row AS (
      INSERT INTO material_digest (referral_id, digest)
      SELECT DISTINCT ${id}::uuid, unnest(material_digests) FROM particulars
      WHERE id = ANY(${withDigests}::uuid[]) AND ${isNew}
      ON CONFLICT DO NOTHING
    ), leaf AS (
      INSERT INTO audit_leaf (at, operation, referral_id, leaf)
      SELECT (leaf ->> 'at')::timestamptz, leaf ->> 'operation', ${id}::uuid, leaf
      FROM jsonb_array_elements(${text(leaves)}::jsonb) AS leaf
      WHERE ${isNew}
    ), referral_row AS (
      INSERT INTO referral (id, reference, status, kind, urgency, round, sender_agency_id, coordinator_agency_id,
                            submitted_at, changed_at, next_due_at, duplicate_of_id, seq, state)
      SELECT ${id}::uuid, reference, status, kind, urgency, round, "senderAgencyId", "coordinatorAgencyId",
             "submittedAt", ${at}::timestamptz, "nextDueAt", "duplicateOfId", seq, ${JSON.stringify(after)}::jsonb
      FROM jsonb_to_record(${text(referralRow(after))}::jsonb)
        AS r (reference text, status text, kind text, urgency text, round smallint, "senderAgencyId" text,
              "coordinatorAgencyId" text, "submittedAt" timestamptz, "nextDueAt" timestamptz, "duplicateOfId" uuid, seq int)
      WHERE ${isNew}
      ON CONFLICT (id) DO UPDATE SET
        reference = EXCLUDED.reference, status = EXCLUDED.status, urgency = EXCLUDED.urgency, round = EXCLUDED.round,
        changed_at = EXCLUDED.changed_at, next_due_at = EXCLUDED.next_due_at,
        duplicate_of_id = EXCLUDED.duplicate_of_id, seq = EXCLUDED.seq, state = EXCLUDED.state
    ), recipient_row AS (
      INSERT INTO recipient (referral_id, id, contact_point_id, agency_id, country, status, hop, opened_at,
                             sender_agency_id, coordinator_agency_id, submitted_at, kind, urgency, acknowledged_at,
                             decided_at, reported_at, acknowledged_in_time, decided_in_time, reported_in_time, ground,
                             outcome, drill)
      SELECT ${id}::uuid, id, "contactPointId", "agencyId", country, status, hop, "openedAt",
             "senderAgencyId", "coordinatorAgencyId", "submittedAt", kind, urgency, "acknowledgedAt",
             "decidedAt", "reportedAt", "acknowledgedInTime", "decidedInTime", "reportedInTime", ground,
             outcome, drill
      FROM jsonb_to_recordset(${text(recipients)}::jsonb)
        AS r (id text, "contactPointId" text, "agencyId" text, country text, status text, hop smallint,
              "openedAt" timestamptz, "senderAgencyId" text, "coordinatorAgencyId" text, "submittedAt" timestamptz,
              kind text, urgency text, "acknowledgedAt" timestamptz, "decidedAt" timestamptz,
              "reportedAt" timestamptz, "acknowledgedInTime" boolean, "decidedInTime" boolean,
              "reportedInTime" boolean, ground text, outcome text, drill boolean)
      WHERE ${isNew}
      ON CONFLICT (referral_id, id) DO UPDATE SET
        status = EXCLUDED.status, urgency = EXCLUDED.urgency, acknowledged_at = EXCLUDED.acknowledged_at,
        decided_at = EXCLUDED.decided_at, reported_at = EXCLUDED.reported_at,
        acknowledged_in_time = EXCLUDED.acknowledged_in_time, decided_in_time = EXCLUDED.decided_in_time,
        reported_in_time = EXCLUDED.reported_in_time, ground = coalesce(EXCLUDED.ground, recipient.ground),
        outcome = EXCLUDED.outcome
    ), party_row AS (
      INSERT INTO party (agency_id, referral_id, sender, coordinator, recipient, reference, kind, urgency, status,
                         sender_agency_id, recipient_status, in_hand, questioned, approvals, further_tasks, proposal,
                         proposed_countries, handler, owes, owes_by, next_clock, next_due_at, risk_at, urgency_order,
                         drill, breached, silent, submitted_at, changed_at, changed_seq, entries)
      SELECT "agencyId", ${id}::uuid, sender, coordinator, recipient, reference, kind, urgency, status,
             "senderAgencyId", "recipientStatus", "inHand", questioned, nullif(approvals, '{}'),
             nullif("furtherTasks", '{}'), proposal, nullif("proposedCountries", '{}'), handler, owes, "owesBy",
             "nextClock", "nextDueAt", "riskAt", "urgencyOrder", drill, breached, silent, "submittedAt",
             "changedAt", "changedSeq", entries + CASE
               WHEN ${before === undefined} OR EXISTS (
                 SELECT FROM party WHERE agency_id = "agencyId" AND referral_id = ${id}::uuid
               ) THEN 0
               -- A new party also sees some of the earlier entries.
               ELSE (SELECT count(*) FROM journal
                     WHERE referral_id = ${id}::uuid AND type = ANY(${[...SEEN_BY_EVERY_PARTY]}))
                    + ${translationsOf(after).filter(isShared).length}::int
             END
      FROM jsonb_to_recordset(${text(parties)}::jsonb)
        AS r ("agencyId" text, sender boolean, coordinator boolean, recipient boolean, reference text, kind text,
              urgency text, status text, "senderAgencyId" text, "recipientStatus" text, "inHand" boolean,
              questioned boolean, approvals text[], "furtherTasks" text[], proposal text, "proposedCountries" text[],
              handler text, owes text, "owesBy" timestamptz, "nextClock" text, "nextDueAt" timestamptz,
              "riskAt" timestamptz, "urgencyOrder" text, drill boolean, breached boolean, silent boolean,
              "submittedAt" timestamptz, "changedAt" timestamptz, "changedSeq" int,
              entries int)
      WHERE ${isNew}
      ON CONFLICT (agency_id, referral_id) DO UPDATE SET
        sender = EXCLUDED.sender, coordinator = EXCLUDED.coordinator, recipient = EXCLUDED.recipient,
        reference = EXCLUDED.reference, urgency = EXCLUDED.urgency, status = EXCLUDED.status,
        recipient_status = EXCLUDED.recipient_status, in_hand = EXCLUDED.in_hand, questioned = EXCLUDED.questioned,
        approvals = EXCLUDED.approvals, further_tasks = EXCLUDED.further_tasks, proposal = EXCLUDED.proposal,
        proposed_countries = EXCLUDED.proposed_countries, handler = EXCLUDED.handler, owes = EXCLUDED.owes,
        owes_by = EXCLUDED.owes_by, next_clock = EXCLUDED.next_clock, next_due_at = EXCLUDED.next_due_at,
        risk_at = EXCLUDED.risk_at,
        urgency_order = EXCLUDED.urgency_order, breached = EXCLUDED.breached, silent = EXCLUDED.silent,
        changed_at = CASE WHEN EXCLUDED.changed_seq = 0 THEN party.changed_at ELSE EXCLUDED.changed_at END,
        changed_seq = greatest(EXCLUDED.changed_seq, party.changed_seq),
        entries = CASE WHEN ${before === undefined} THEN 0 ELSE party.entries END + EXCLUDED.entries
    ), clock_row AS (
      INSERT INTO clock (referral_id, id, name, debtor, recipient_id, status, late, started_at, due_at)
      SELECT ${id}::uuid, id, name, debtor, "recipientId", status, late, "startedAt", "dueAt"
      FROM jsonb_to_recordset(${text(clocks)}::jsonb)
        AS r (id text, name text, debtor text, "recipientId" text, status text, late boolean,
              "startedAt" timestamptz, "dueAt" timestamptz)
      WHERE ${isNew}
      ON CONFLICT (referral_id, id) DO UPDATE SET
        status = EXCLUDED.status, late = EXCLUDED.late, due_at = EXCLUDED.due_at
    ), link_row AS (
      INSERT INTO link (referral_id, other_id, kind)
      SELECT ${id}::uuid, "otherId", kind FROM jsonb_to_recordset(${text(links)}::jsonb) AS r ("otherId" uuid, kind text)
      WHERE ${isNew}
      ON CONFLICT DO NOTHING
    ), request_event_row AS (
      INSERT INTO request_event (referral_id, seq, at, name, sender_agency_id, coordinator_agency_id, agency_id, country,
                                 kind, urgency, ground, in_time, authorisation, took_ms, legal_instrument)
      SELECT ${id}::uuid, seq, at, name, "senderAgencyId", "coordinatorAgencyId", "agencyId", country,
             kind, urgency, ground, "inTime", authorisation, "tookMs", "legalInstrument"
      FROM jsonb_to_recordset(${text(requests)}::jsonb)
        AS r (seq int, at timestamptz, name text, "senderAgencyId" text, "coordinatorAgencyId" text, "agencyId" text,
              country text, kind text, urgency text, ground text, "inTime" boolean, authorisation boolean, "tookMs" bigint,
              "legalInstrument" text)
      WHERE ${isNew}
      ON CONFLICT DO NOTHING
    ), letter_row AS (
      INSERT INTO letter (id, referral_id, seq, letter, addressee, recipient_id, clock_id, status, decided_at, urgency,
                          due_at)
      SELECT id, ${id}::uuid, seq, letter, addressee, "recipientId", "clockId", 'waiting', at, urgency, now()
      FROM jsonb_to_recordset(${text(letters)}::jsonb)
        AS r (id uuid, seq int, at timestamptz, letter text, addressee jsonb, "recipientId" text, "clockId" text,
              urgency text)
      WHERE ${isNew}
      ON CONFLICT DO NOTHING
    )
    -- The main query runs before its data-modifying parts, so the referral is locked before anything is written, as
    -- "liaise rebuild" does. In another order the two could deadlock.
    SELECT state FROM key_state
    WHERE (SELECT count(*) FROM (SELECT FROM referral WHERE id = ${id}::uuid FOR UPDATE) AS locked) >= 0`;
  return rows[0]?.state ?? 'different';
}

/** Items that changed. Changed items are always new objects, so identity shows which they are. */
function changed<T extends { id: string }>(before: readonly T[] = [], after: readonly T[]): T[] {
  const known = new Map(before.map((part) => [part.id, part]));
  return after.filter((part) => known.get(part.id) !== part);
}

/** Rows whose content differs. */
function moved(before: readonly object[] = [], after: readonly object[]): object[] {
  const known = new Set(before.map(text));
  return after.filter((row) => !known.has(text(row)));
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
