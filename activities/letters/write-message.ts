/** Writes one message with one or several letters to a reader. Each fact is stated once. */

import type { QueuedLetter } from '../../prisma/store/letter-outbox.ts';
import type { Letter, LetterFacts } from './facts.ts';
import type { LetterIds } from './threading.ts';
import { writeBundle } from './write-bundle.ts';
import { writeLetter } from './write-letter.ts';

/** A letter of the message, with its facts. */
export interface MessagePart {
  letter: QueuedLetter;
  facts: LetterFacts;
}

/** The message, and the ids for its headers. */
export function writeMessage(parts: readonly MessagePart[], messageId: string): { message: Letter; ids: LetterIds } {
  const different = parts.filter((part, index) => parts.findIndex((other) => factOf(other) === factOf(part)) === index);
  const [first, ...others] = different;
  if (first === undefined) throw new Error('A message needs at least one letter.');
  const references = [...new Set(different.map(({ facts }) => facts.reference))];
  const { referralId, addressee } = first.letter;
  const ids =
    references.length === 1
      ? { letterId: messageId, referralId: addressee.twinId ?? referralId, reference: first.facts.reference }
      : { letterId: messageId, references };
  const message =
    others.length === 0
      ? writeLetter(first.letter.letter, first.facts)
      : writeBundle(
          different.map(({ letter, facts }) => ({ kind: letter.letter, facts })),
          parts.some(({ letter }) => letter.heldFor === 'cap'),
        );
  return { message, ids };
}

/** The desk, its duty line and its deputy may read the same mailbox. */
function factOf({ letter: { referralId, letter, recipientId, clockId, addressee }, facts }: MessagePart): string {
  return [referralId, letter, recipientId, clockId, addressee.twinId, facts.clock?.passed].join('/');
}
