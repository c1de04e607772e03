/** Reads the facts of letters: in a batch, each journal is read once, and folded once for each entry that caused letters. */

import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import type { Address } from '../letters/address.ts';
import type { LetterFacts } from '../letters/facts.ts';
import { causeOf, factsOf } from '../letters/gather.ts';

/** The facts of a letter for its reader. */
export type FactReader = (letter: OutboxLetter, to: Address) => Promise<LetterFacts>;

/** Creates a reader for one batch. */
export function factReader(db: Database, directory: Directory, publicUrl: string): FactReader {
  const journalOf = onceForEach(
    (referralId: string) => referralId,
    (referralId) => readJournal(db, referralId),
  );
  const causeFor = onceForEach(
    ({ referralId, seq }: OutboxLetter) => `${referralId}/${seq}`,
    async (order) => causeOf(await journalOf(order.referralId), order),
  );
  return async (letter, to) => {
    const order = asKnownToReader(letter);
    return factsOf(await causeFor(order), directory, order, to, publicUrl);
  };
}

/** Calls `read` once for all values with the same key. */
function onceForEach<Of, T>(keyOf: (of: Of) => string, read: (of: Of) => Promise<T>): (of: Of) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (of) => {
    const key = keyOf(of);
    const one = known.get(key) ?? read(of);
    known.set(key, one);
    return one;
  };
}

/** A reader who has a referral of their own about the case is written to about that one, without data of this one. */
function asKnownToReader(letter: OutboxLetter): OutboxLetter {
  const { twinId } = letter.addressee;
  return twinId ? { ...letter, referralId: twinId, seq: Number.POSITIVE_INFINITY } : letter;
}
