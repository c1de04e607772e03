/** Everything that is stored of referrals, for comparisons: read for many referrals at once, with one query for each table. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { Person } from '../../domain/people.ts';
import { upcast } from '../../domain/upcast.ts';
import {
  type Clock,
  type Letter,
  type Link,
  type OpenDeadline,
  type Party,
  Prisma,
  type Recipient,
  type Referral,
  type RequestEvent,
} from '../generated/client.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { type JsonRow, jsonReader, tableOf } from './json-rows.ts';

/** A journal entry as it was written, without upcasting. `at` is an ISO 8601 instant. */
export interface StoredEntry {
  seq: number;
  at: string;
  actId: string;
  by: Person;
  schema: number;
  event: { type: string };
}

/** A leaf of the audit log. */
export interface ReferralLeaf {
  id: bigint;
  at: string;
  leaf: AuditLeaf;
}

/** The journal and the leaves of a referral, each in order. */
export interface StoredRecord {
  entries: StoredEntry[];
  leaves: ReferralLeaf[];
}

/** The rows of a referral in every table that is compared. */
export interface StoredReferral extends StoredRecord {
  referral: JsonRow<Referral> | undefined;
  recipients: JsonRow<Recipient>[];
  parties: JsonRow<Party>[];
  clocks: JsonRow<Clock>[];
  deadlines: JsonRow<OpenDeadline>[];
  links: JsonRow<Link>[];
  requests: JsonRow<RequestEvent>[];
  letters: Pick<Letter, 'id' | 'status'>[];
}

/** Reads the referrals as of one moment, while acts continue. */
export function readAtOneMoment(db: Database, ids: readonly string[]): Promise<Map<string, StoredReferral>> {
  return db.$transaction((tx) => readStored(tx, ids), { ...LONG_TRANSACTION, isolationLevel: 'RepeatableRead' });
}

/** Reads one referral. */
export async function readStoredReferral(db: Queries, id: string): Promise<StoredReferral> {
  const stored = (await readStored(db, [id])).get(id);
  if (stored === undefined) throw new Error('Nothing was read.');
  return stored;
}

const readRows = jsonReader<{
  referral: Referral;
  recipients: Recipient;
  parties: Party;
  clocks: Clock;
  deadlines: OpenDeadline;
  links: Link;
  requests: RequestEvent;
  letters: Pick<Letter, 'referralId' | 'id' | 'status'>;
}>({
  referral: tableOf('referral', 'id', Prisma.ReferralScalarFieldEnum),
  recipients: tableOf('recipient', 'referralId', Prisma.RecipientScalarFieldEnum),
  parties: tableOf('party', 'referralId', Prisma.PartyScalarFieldEnum, [
    'approvals',
    'furtherTasks',
    'proposedCountries',
  ]),
  clocks: tableOf('clock', 'referralId', Prisma.ClockScalarFieldEnum),
  deadlines: tableOf('open_deadline', 'referralId', Prisma.OpenDeadlineScalarFieldEnum),
  links: tableOf('link', 'referralId', Prisma.LinkScalarFieldEnum),
  requests: tableOf('request_event', 'referralId', Prisma.RequestEventScalarFieldEnum),
  letters: { table: 'letter', referralId: 'referralId', fields: ['referralId', 'id', 'status'] },
});

/** Returns a value for each id, also if nothing is stored. */
async function readStored(db: Queries, ids: readonly string[]): Promise<Map<string, StoredReferral>> {
  const records = await readRecords(db, ids);
  const rows = await readRows(db, ids);
  return new Map(
    ids.map((id) => [
      id,
      {
        ...(records.get(id) ?? { entries: [], leaves: [] }),
        referral: rows.referral.get(id)?.[0],
        recipients: rows.recipients.get(id) ?? [],
        parties: rows.parties.get(id) ?? [],
        clocks: rows.clocks.get(id) ?? [],
        deadlines: rows.deadlines.get(id) ?? [],
        links: rows.links.get(id) ?? [],
        requests: rows.requests.get(id) ?? [],
        letters: rows.letters.get(id) ?? [],
      },
    ]),
  );
}

type EntryRow = [
  referralId: string,
  seq: number,
  at: string,
  actId: string,
  by: Person,
  schema: number,
  event: { type: string },
];
type LeafRow = [referralId: string, id: string, at: string, leaf: AuditLeaf];

/** Reads journals and leaves. @returns a value for each id. */
export async function readRecords(db: Queries, ids: readonly string[]): Promise<Map<string, StoredRecord>> {
  const entries = Map.groupBy(await readEntries(db, ids), ([id]) => id);
  const leaves = Map.groupBy(await readLeaves(db, ids), ([id]) => id);
  return new Map(
    ids.map((id) => [
      id,
      {
        entries: (entries.get(id) ?? []).map(entryOf),
        leaves: (leaves.get(id) ?? []).map(([, leafId, at, leaf]) => ({ id: BigInt(leafId), at, leaf })),
      },
    ]),
  );
}

// As one text, because Prisma takes longer to convert rows than it takes to compare them.

async function readEntries(db: Queries, ids: readonly string[]): Promise<EntryRow[]> {
  const [page] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(referral_id, seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                                     act_id, by, schema, event) ORDER BY referral_id, seq)::text AS rows
    FROM journal WHERE referral_id = ANY(${[...ids]}::uuid[])`;
  const rows: EntryRow[] = JSON.parse(page?.rows ?? '[]');
  return rows;
}

async function readLeaves(db: Queries, ids: readonly string[]): Promise<LeafRow[]> {
  const [page] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(referral_id, id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), leaf)
                    ORDER BY id)::text AS rows
    FROM audit_leaf WHERE referral_id = ANY(${[...ids]}::uuid[])`;
  const rows: LeafRow[] = JSON.parse(page?.rows ?? '[]');
  return rows;
}

/** Reads the journals, in the current format. @returns a value for each id that has one. */
export async function readJournals(db: Queries, ids: readonly string[]): Promise<Map<string, JournalEntry[]>> {
  const byId = Map.groupBy(await readEntries(db, ids), ([id]) => id);
  return new Map([...byId].map(([id, rows]) => [id, rows.map((row) => upcast(entryOf(row)))]));
}

function entryOf([, seq, at, actId, by, schema, event]: EntryRow): StoredEntry {
  return { seq, at, actId, by, schema, event };
}
