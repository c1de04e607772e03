/** Counts the letters of a referral by reader, in all and within any hour of the referral's own time. */

import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';

/** The letters to one person or contact point. */
export interface ReaderCount {
  reader: string;
  letters: number;
  /** The most letters that were decided within one hour. */
  mostInAnHour: number;
}

const HOUR_MS = 3_600_000;

/** One row for each reader, those with most letters first. */
export function lettersByReader(letters: readonly OutboxLetter[]): ReaderCount[] {
  return [...Map.groupBy(letters, readerOf)]
    .map(([reader, own]) => ({ reader, letters: own.length, mostInAnHour: mostInAnHour(own) }))
    .toSorted((one, other) => other.letters - one.letters || (one.reader < other.reader ? -1 : 1));
}

function readerOf({ addressee }: OutboxLetter): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId} (${addressee.line})`;
}

function mostInAnHour(letters: readonly OutboxLetter[]): number {
  const times = letters.map(({ decidedAt }) => Date.parse(decidedAt));
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + HOUR_MS).length));
}
