/** Reads the facts of letters; the journal of a referral is read once for all letters of a batch. */

import type { JournalEntry } from '../../domain/events.ts';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import type { Address } from '../letters/address.ts';
import type { LetterFacts } from '../letters/facts.ts';
import { factsOf } from '../letters/gather.ts';

/** The facts of a letter for its reader. */
export type FactReader = (letter: OutboxLetter, to: Address) => Promise<LetterFacts>;

/** Creates a reader for one batch. */
export function factReader(db: Database, directory: Directory, publicUrl: string): FactReader {
  const journals = new Map<string, Promise<JournalEntry[]>>();
  const journalOf = (referralId: string) => {
    const journal = journals.get(referralId) ?? readJournal(db, referralId);
    journals.set(referralId, journal);
    return journal;
  };
  return async (letter, to) => {
    const order = asKnownToReader(letter);
    return factsOf(await journalOf(order.referralId), directory, order, to, publicUrl);
  };
}

/** A reader who has a referral of their own about the case is written to about that one, without data of this one. */
function asKnownToReader(letter: OutboxLetter): OutboxLetter {
  const { twinId } = letter.addressee;
  return twinId ? { ...letter, referralId: twinId, seq: Number.POSITIVE_INFINITY } : letter;
}
