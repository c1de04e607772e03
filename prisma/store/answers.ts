/** How recipients answered, column by column: very many rows are read at once, and none is made an object. */

import type { AnswerClock } from '../../domain/lists.ts';
import { DECLINE_GROUNDS, type Instant, KINDS, OUTCOMES, URGENCIES } from '../../domain/vocabulary.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** One entry a recipient in each column. Codes are places in their lists; -1 is none. */
export interface Answers {
  count: number;
  agencies: string[];
  agency: Int32Array;
  countries: string[];
  country: Int32Array;
  /** Of the vocabulary. */
  kind: Int32Array;
  urgency: Int32Array;
  ground: Int32Array;
  outcome: Int32Array;
  /** Of its referral, in milliseconds. */
  submittedAt: Float64Array;
  /** Whether no recipient before it was of the same referral; of that referral and agency; and country. */
  first: { ofReferral: Uint8Array; ofAgency: Uint8Array; ofCountry: Uint8Array };
  clocks: Record<AnswerClock, { tookMs: Float64Array; inTime: Int32Array }>;
}

/** Of all recipients that the agency sees, of referrals that were submitted within the period. */
export async function readAnswers(
  db: Queries,
  agencyId: string,
  { from, before }: { from: Instant; before: Instant },
): Promise<Answers> {
  const within = Prisma.sql`submitted_at >= ${from}::timestamptz AND submitted_at < ${before}::timestamptz`;
  const [packed] = await db.$queryRaw<Packed[]>`
    WITH seen AS (
      SELECT * FROM recipient WHERE coordinator_agency_id = ${agencyId} AND ${within}
      UNION ALL
      SELECT * FROM recipient WHERE sender_agency_id = ${agencyId} AND coordinator_agency_id <> ${agencyId} AND ${within}
      UNION ALL
      SELECT * FROM recipient WHERE agency_id = ${agencyId} AND coordinator_agency_id <> ${agencyId}
        AND sender_agency_id <> ${agencyId} AND ${within}
    )
    SELECT string_agg(uuid_send(referral_id) || timestamptz_send(submitted_at) || timestamptz_send(opened_at)
             || coalesce(timestamptz_send(acknowledged_at), ${NO_INSTANT}) || coalesce(timestamptz_send(decided_at), ${NO_INSTANT})
             || coalesce(timestamptz_send(reported_at), ${NO_INSTANT}) || coalesce(boolsend(acknowledged_in_time), ${NO_FLAG})
             || coalesce(boolsend(decided_in_time), ${NO_FLAG}) || coalesce(boolsend(reported_in_time), ${NO_FLAG})
             || ${placeIn(KINDS, 'kind')} || ${placeIn(URGENCIES, 'urgency')} || ${placeIn(DECLINE_GROUNDS, 'ground')}
             || ${placeIn(OUTCOMES, 'outcome')}, ''::bytea) AS rows,
           string_agg(agency_id, ' ') AS agencies, string_agg(country, ' ') AS countries
    FROM seen`;
  return unpacked(packed ?? { rows: null, agencies: null, countries: null });
}

/** All three in the same order. */
interface Packed {
  rows: Uint8Array | null;
  agencies: string | null;
  countries: string | null;
}

const NO_INSTANT = Prisma.sql`'\\x0000000000000000'::bytea`;
const NO_FLAG = Prisma.sql`'\\x02'::bytea`;

/** Counted from 1; 0 for none. */
function placeIn(list: readonly string[], column: string): Prisma.Sql {
  return Prisma.sql`int2send(coalesce(array_position(${[...list]}::text[], ${Prisma.raw(column)}), 0)::int2)`;
}

/** Bytes of one row, in the order of the query. */
const AT = { referral: 0, submitted: 16, instants: 24, flags: 56, codes: 59, end: 67 } as const;

function unpacked({ rows, agencies, countries }: Packed): Answers {
  const bytes = Buffer.from(rows ?? []);
  const count = bytes.length / AT.end;
  const agency = dictionary(agencies);
  const country = dictionary(countries);
  const answers: Answers = {
    count,
    ...{ agencies: agency.words, agency: agency.codes, countries: country.words, country: country.codes },
    ...{ kind: codes(), urgency: codes(), ground: codes(), outcome: codes() },
    submittedAt: new Float64Array(count),
    first: firsts(bytes, count, agency.codes, country.codes),
    clocks: { acknowledge: clock(), decide: clock(), outcome: clock() },
  };
  const { acknowledge, decide, outcome } = answers.clocks;
  for (let row = 0; row < count; row += 1) {
    const at = row * AT.end;
    const instant = (n: number) => instantAt(bytes, at + AT.instants + 8 * n);
    answers.submittedAt[row] = instantAt(bytes, at + AT.submitted);
    const [opened, acknowledged, decided, reported] = [instant(0), instant(1), instant(2), instant(3)];
    acknowledge.tookMs[row] = acknowledged - opened;
    decide.tookMs[row] = decided - acknowledged;
    outcome.tookMs[row] = reported - decided;
    acknowledge.inTime[row] = flagAt(bytes, at + AT.flags);
    decide.inTime[row] = flagAt(bytes, at + AT.flags + 1);
    outcome.inTime[row] = flagAt(bytes, at + AT.flags + 2);
    answers.kind[row] = codeAt(bytes, at + AT.codes);
    answers.urgency[row] = codeAt(bytes, at + AT.codes + 2);
    answers.ground[row] = codeAt(bytes, at + AT.codes + 4);
    answers.outcome[row] = codeAt(bytes, at + AT.codes + 6);
  }
  return answers;

  function codes(): Int32Array {
    return new Int32Array(count);
  }
  function clock() {
    return { tookMs: new Float64Array(count), inTime: codes() };
  }
}

/** Milliseconds; not a number where there is none. The epoch is PostgreSQL's: only differences and months are read. */
function instantAt(bytes: Buffer, at: number): number {
  const microseconds = bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4);
  return microseconds === 0 ? Number.NaN : microseconds / 1000 + POSTGRES_EPOCH;
}

const POSTGRES_EPOCH = Date.UTC(2000);

function flagAt(bytes: Buffer, at: number): number {
  const flag = bytes[at] ?? 2;
  return flag === 2 ? -1 : flag;
}

function codeAt(bytes: Buffer, at: number): number {
  return bytes.readInt16BE(at) - 1;
}

function dictionary(text: string | null): { words: string[]; codes: Int32Array } {
  const places = new Map<string, number>();
  const list = text ? text.split(' ') : [];
  const codes = new Int32Array(list.length);
  for (let row = 0; row < list.length; row += 1) {
    const word = list[row] ?? '';
    const place = places.get(word) ?? places.size;
    if (place === places.size) places.set(word, place);
    codes[row] = place;
  }
  return { words: [...places.keys()], codes };
}

function firsts(bytes: Buffer, count: number, agency: Int32Array, country: Int32Array): Answers['first'] {
  const first = {
    ofReferral: new Uint8Array(count),
    ofAgency: new Uint8Array(count),
    ofCountry: new Uint8Array(count),
  };
  const before = new Map<string, number[]>();
  for (let row = 0; row < count; row += 1) {
    const referral = bytes.toString('latin1', row * AT.end, row * AT.end + AT.submitted);
    const others = before.get(referral);
    first.ofReferral[row] = others ? 0 : 1;
    first.ofAgency[row] = others?.some((other) => agency[other] === agency[row]) ? 0 : 1;
    first.ofCountry[row] = others?.some((other) => country[other] === country[row]) ? 0 : 1;
    if (others) others.push(row);
    else before.set(referral, [row]);
  }
  return first;
}
