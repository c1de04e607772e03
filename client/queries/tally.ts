/** Counts answers by group in one pass for each dimension. Uses typed arrays, because there may be very many rows. */

import { ANSWER_CLOCKS, type AnswerClock } from '../../domain/list-query.ts';
import { DECLINE_GROUNDS, OUTCOMES } from '../../domain/vocabulary.ts';
import type { AnswerColumns } from '../../prisma/store/answer-columns.ts';

/** Rows divided into groups. */
export interface Grouping {
  keys: readonly string[];
  /** The group of each row, as an index in `keys`. */
  of: Int32Array;
  /** 1 if a row is the first of its referral within its group. */
  first: Uint8Array;
}

/** The counts of one group. */
export interface Tally {
  key: string;
  recipients: number;
  referrals: number;
  clocks: Record<AnswerClock, ClockTally>;
  /** Counts by index in the vocabulary. */
  grounds: number[];
  outcomes: number[];
}

/** Counts and durations of the answers to one clock, for one group. */
export interface ClockTally {
  inTime: number;
  late: number;
  medianMs?: number;
  p90Ms?: number;
}

/** For each clock the answered rows, fastest first. Sorted once and used for every dimension. */
export type Orders = Record<AnswerClock, Int32Array>;

/** Sorts the answered rows of each clock. */
export function ordersOf({ clocks }: AnswerColumns): Orders {
  const order = (clock: AnswerClock) => ascending(clocks[clock].tookMs);
  return { acknowledge: order('acknowledge'), decide: order('decide'), outcome: order('outcome') };
}

/** The tally of all rows. */
export function tallyOf(answers: AnswerColumns, orders: Orders): Tally {
  const { count, first } = answers;
  const [whole] = talliesOf(answers, orders, { keys: [''], of: new Int32Array(count), first: first.ofReferral });
  if (whole === undefined) throw new Error('One key makes one group.');
  return whole;
}

/** One tally for each key, in the order of the keys. */
export function talliesOf(answers: AnswerColumns, orders: Orders, { keys, of, first }: Grouping): Tally[] {
  const size = keys.length;
  const [recipients, referrals] = [new Int32Array(size), new Int32Array(size)];
  const grounds = new Int32Array(size * DECLINE_GROUNDS.length);
  const outcomes = new Int32Array(size * OUTCOMES.length);
  for (let row = 0; row < answers.count; row += 1) {
    const group = at(of, row);
    count(recipients, group);
    if (at(first, row) === 1) count(referrals, group);
    const [ground, outcome] = [at(answers.ground, row), at(answers.outcome, row)];
    if (ground >= 0) count(grounds, group * DECLINE_GROUNDS.length + ground);
    if (outcome >= 0) count(outcomes, group * OUTCOMES.length + outcome);
  }
  const ofClock = (clock: AnswerClock) => clockTallies(answers.clocks[clock], orders[clock], of, size);
  const [acknowledge = [], decide = [], outcome = []] = ANSWER_CLOCKS.map(ofClock);
  const none: ClockTally = { inTime: 0, late: 0 };
  const slice = (counts: Int32Array, group: number, width: number) => [
    ...counts.subarray(group * width, (group + 1) * width),
  ];
  return keys.map((key, group) => ({
    ...{ key, recipients: at(recipients, group), referrals: at(referrals, group) },
    clocks: {
      acknowledge: acknowledge[group] ?? none,
      decide: decide[group] ?? none,
      outcome: outcome[group] ?? none,
    },
    grounds: slice(grounds, group, DECLINE_GROUNDS.length),
    outcomes: slice(outcomes, group, OUTCOMES.length),
  }));
}

function clockTallies(
  { inTime, tookMs }: AnswerColumns['clocks'][AnswerClock],
  order: Int32Array,
  of: Int32Array,
  size: number,
): ClockTally[] {
  const [kept, late, answered, seen] = [0, 1, 2, 3].map(() => new Int32Array(size));
  if (!(kept && late && answered && seen)) return [];
  for (let row = 0; row < of.length; row += 1) {
    const flag = at(inTime, row);
    if (flag === 1) count(kept, at(of, row));
    if (flag === 0) count(late, at(of, row));
  }
  for (const row of order) count(answered, at(of, row));
  const tallies: ClockTally[] = [...kept].map((inTime, group) => ({ inTime, late: at(late, group) }));
  for (const row of order) {
    const group = at(of, row);
    const rank = count(seen, group);
    const tally = tallies[group];
    if (tally && rank === rankOf(0.5, at(answered, group))) tally.medianMs = at(tookMs, row);
    if (tally && rank === rankOf(0.9, at(answered, group))) tally.p90Ms = at(tookMs, row);
  }
  return tallies;
}

/** Nearest-rank percentile: the rank, counted from 1, of the value. */
function rankOf(fraction: number, of: number): number {
  return Math.ceil(fraction * of);
}

/** Rows with a value, sorted by value. Row and value are packed into one number, which sorts much faster. */
function ascending(values: Float64Array): Int32Array {
  const rows = values.length;
  const keys = new Float64Array(rows);
  let found = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = at(values, row);
    if (Number.isNaN(value)) continue;
    keys[found] = Math.round(value) * rows + row;
    found += 1;
  }
  return Int32Array.from(keys.subarray(0, found).sort(), (key) => key % rows);
}

/** Increments the count and returns the new value. */
function count(counts: Int32Array, place: number): number {
  const next = at(counts, place) + 1;
  counts[place] = next;
  return next;
}

function at(column: Int32Array | Uint8Array | Float64Array, place: number): number {
  return column[place] ?? 0;
}
