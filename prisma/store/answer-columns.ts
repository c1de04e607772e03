/** Decodes the answers of recipients from one row of packed bytes into typed arrays, without an object for each
 * recipient. */

import type { AnswerClock } from '../../domain/list-query.ts';

/** Typed arrays with one entry for each recipient. Codes are indexes in their lists; -1 means none. */
export interface AnswerColumns {
  count: number;
  agencies: string[];
  agency: Int32Array;
  countries: string[];
  country: Int32Array;
  /** Index in the vocabulary's list of kinds. */
  kind: Int32Array;
  urgency: Int32Array;
  ground: Int32Array;
  outcome: Int32Array;
  /** When the recipient's referral was submitted, in epoch milliseconds as PostgreSQL counts them. */
  submittedAt: Float64Array;
  /** 1 if the recipient is the first of its referral; of its referral and agency; of its referral and country. */
  first: { ofReferral: Uint8Array; ofAgency: Uint8Array; ofCountry: Uint8Array };
  clocks: Record<AnswerClock, { tookMs: Float64Array; inTime: Int32Array }>;
}

/** The packed result of the query. All three parts have the same order. */
export interface Packed {
  /** In base64, decoded once. Each layer of the driver would convert raw bytes to text and back. */
  rows: string | null;
  agencies: string | null;
  countries: string | null;
}

/** Byte offsets within a row, in the order of the query. */
const AT = {
  ...{ referral: 0, submitted: 16, opened: 24, acknowledged: 32, decided: 40, reported: 48 },
  ...{ flags: 56, codes: 59, end: 67 },
} as const;

/** Decodes the packed rows into columns. */
export function unpackColumns({ rows, agencies, countries }: Packed): AnswerColumns {
  const bytes = Buffer.from(rows ?? '', 'base64');
  const count = bytes.length / AT.end;
  const agency = dictionary(agencies);
  const country = dictionary(countries);
  const answers: AnswerColumns = {
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
    const acknowledged = instantAt(bytes, at + AT.acknowledged);
    const decided = instantAt(bytes, at + AT.decided);
    answers.submittedAt[row] = instantAt(bytes, at + AT.submitted);
    acknowledge.tookMs[row] = acknowledged - instantAt(bytes, at + AT.opened);
    decide.tookMs[row] = decided - acknowledged;
    outcome.tookMs[row] = instantAt(bytes, at + AT.reported) - decided;
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

/** In milliseconds; NaN if absent. Counted from PostgreSQL's epoch, since only differences and months are used. */
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
  const list = text ? text.split('\n') : [];
  const codes = new Int32Array(list.length);
  for (let row = 0; row < list.length; row += 1) {
    const word = list[row] ?? '';
    const place = places.get(word) ?? places.size;
    if (place === places.size) places.set(word, place);
    codes[row] = place;
  }
  return { words: [...places.keys()], codes };
}

/** Rows of one referral are found by the first bytes of its id, and compared by the whole id. */
function firsts(bytes: Buffer, count: number, agency: Int32Array, country: Int32Array): AnswerColumns['first'] {
  const first = { ofReferral: ones(count), ofAgency: ones(count), ofCountry: ones(count) };
  const latest = new Map<number, number>();
  const before = new Int32Array(count);
  for (let row = 0; row < count; row += 1) {
    const at = row * AT.end;
    const beginning = bytes.readUIntBE(at, 6);
    before[row] = latest.get(beginning) ?? -1;
    latest.set(beginning, row);
    for (let other = before[row] ?? -1; other >= 0; other = before[other] ?? -1) {
      const otherAt = other * AT.end;
      if (bytes.compare(bytes, otherAt, otherAt + AT.submitted, at, at + AT.submitted) !== 0) continue;
      first.ofReferral[row] = 0;
      if (agency[other] === agency[row]) first.ofAgency[row] = 0;
      if (country[other] === country[row]) first.ofCountry[row] = 0;
    }
  }
  return first;
}

function ones(count: number): Uint8Array {
  return new Uint8Array(count).fill(1);
}
