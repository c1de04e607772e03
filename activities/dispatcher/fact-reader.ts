/** Reads the facts of letters. In a batch, each journal is read once, and folded once for each entry that caused letters. */

import type { JournalEntry } from '../../domain/events.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { contactPoint, type Directory } from '../../domain/routing/directory.ts';
import type { TextId } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { type ParticularsPlace, readParticulars } from '../../prisma/store/particulars.ts';
import { namesOfPeople } from '../../prisma/store/people.ts';
import type { Address } from '../letters/address.ts';
import type { LetterFacts } from '../letters/facts.ts';
import { causeOf, factsOf } from '../letters/gather.ts';

/** The facts of a letter for its reader. */
export type FactReader = (letter: OutboxLetter, to: Address) => Promise<LetterFacts>;

/** What the reader of facts needs. */
export interface FactDeps {
  db: Database;
  keyring: Keyring;
  publicUrl: string;
}

/** Creates a reader for one batch. */
export function factReader({ db, keyring, publicUrl }: FactDeps, directory: Directory): FactReader {
  const journalOf = onceForEach(
    (referralId: string) => referralId,
    (referralId) => readJournal(db, referralId),
  );
  const causeFor = onceForEach(
    ({ referralId, seq }: OutboxLetter) => `${referralId}/${seq}`,
    async (order) => causeOf(await journalOf(order.referralId), order),
  );
  const ownTextsOf = onceForEach(
    (referralId: string) => referralId,
    async (referralId) => ownTexts(await journalOf(referralId)),
  );
  const numberOf = onceForEach(
    ({ id }: ParticularsPlace) => id,
    (text) => readParticulars(db, keyring, text),
  );
  return async (letter, to) => {
    const order = asKnownToReader(letter);
    const facts = factsOf(await causeFor(order), directory, order, to, publicUrl);
    const text = (await ownTextsOf(order.referralId)).get(agencyOf(order, directory) ?? '');
    const number = text && (await numberOf({ id: text, referralId: order.referralId }));
    const deputyFor = await nameOfAbsent(db, order);
    return { ...facts, ...(deputyFor && { deputyFor }), ...(typeof number === 'string' && { ownReference: number }) };
  };
}

/** The texts with the agencies' own numbers of the case, by agency. */
function ownTexts(journal: readonly JournalEntry[]): ReadonlyMap<string, TextId> {
  return new Map(
    journal.flatMap(({ event }) => (event.type === 'own-reference-set' ? [[event.agencyId, event.text] as const] : [])),
  );
}

function agencyOf({ addressee }: OutboxLetter, directory: Directory): string | undefined {
  return addressee.kind === 'person' ? addressee.agencyId : contactPoint(directory, addressee.contactPointId)?.agencyId;
}

/** The person as whose deputy the reader gets the letter. */
async function nameOfAbsent(db: Database, { addressee }: OutboxLetter): Promise<string | undefined> {
  if (addressee.kind !== 'person' || addressee.deputyFor === undefined) return undefined;
  const names = await namesOfPeople(db, [addressee.deputyFor]);
  return names.get(addressee.deputyFor) ?? addressee.deputyFor;
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

/** If a reader has another referral about the case, the letter is about that one. It has no data of this one. */
function asKnownToReader(letter: OutboxLetter): OutboxLetter {
  const { twinId } = letter.addressee;
  return twinId ? { ...letter, referralId: twinId, seq: Number.POSITIVE_INFINITY } : letter;
}
