/** Numbers the entries of a journal as one viewer sees them: from 1 and without gaps. No number shows what is hidden. */

import type { DisclosedEntry, Disclosure } from './disclosure.ts';

/** The numbers of one viewer's entries. A number never changes, because each new visible entry comes last. */
export interface EntryNumbers {
  /** The number of the journal entry `seq`; of a hidden entry, the number of the visible one before it; 0 if there is none. */
  numberOf(seq: number): number;
  /** The place in the journal of the entry with that number, or of the last one; 0 if there is none. */
  seqOf(number: number): number;
}

/** Whether the viewer sees the entry with a number. Entries about letters have none, because they repeat other entries. */
export function hasNumber(entry: DisclosedEntry, { maySee }: Pick<Disclosure, 'maySee'>): boolean {
  return maySee(entry) && !entry.event.type.startsWith('letters-');
}

/**
 * @param entries of the journal, in order: all of them, or the last ones if `total` is given. Only their numbers and places
 * can then be looked up, and the number of the entry before them.
 * @param total how many entries of the whole journal have a number
 */
export function entryNumbers(
  entries: readonly (DisclosedEntry & { seq: number })[],
  disclosure: Pick<Disclosure, 'maySee'>,
  total?: number,
): EntryNumbers {
  const seqs = entries.filter((entry) => hasNumber(entry, disclosure)).map(({ seq }) => seq);
  const before = total === undefined ? 0 : total - seqs.length;
  return {
    numberOf: (seq) => before + seqs.findLastIndex((each) => each <= seq) + 1,
    seqOf: (number) => seqs[Math.min(number - before, seqs.length) - 1] ?? 0,
  };
}
