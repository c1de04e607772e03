/** What follows when an act is taken back: its waiting letters are not sent, and case numbers return to the duplicate. */

import type { ReferralEvent } from '../domain/events.ts';
import { actTakenBack } from '../domain/fold/undo.ts';
import type { Addressee, LetterKind, LetterOrder } from '../domain/letter-kinds.ts';
import { originalOf, type Referral, type Undo } from '../domain/referral.ts';
import type { Queries } from '../prisma/store/connect.ts';
import { lettersOf, type OutboxLetter } from '../prisma/store/letter-outbox.ts';
import { settledLetter, settleLetters, TAKEN_BACK } from '../prisma/store/letter-results.ts';
import { unmergeOrigins } from '../prisma/store/origins.ts';
import { orderFor } from './addressees.ts';

/** The act that is taken back. */
export interface TakenBack extends Undo {
  referral: Referral;
}

/** What the events take back of the referral; undefined if they take back nothing. */
export function takenBackBy(events: readonly ReferralEvent[], referral: Referral | undefined): TakenBack | undefined {
  const isTakenBack = events.some((event) => actTakenBack(event) !== undefined);
  return isTakenBack && referral?.undo ? { referral, ...referral.undo } : undefined;
}

/** The letters of the acts that can be taken back, and of the routing that follows a triage. */
const FOLLOWING: readonly LetterKind[] = [
  'new-referral',
  'held',
  'at-capacity',
  'approval-asked',
  'closed',
  'recalled',
];

/**
 * Withdraws the letters of the act that still wait.
 *
 * @param orders of taking back, to all parties.
 * @returns the orders of letters to all who got a letter of the act, with a new order where there was none.
 */
export async function notifyAgain(db: Queries, undo: TakenBack, orders: LetterOrder[]): Promise<LetterOrder[]> {
  const { referral } = undo;
  const letters = (await lettersOf(db, referral.id)).filter(
    ({ seq, letter }) => seq >= undo.seq && FOLLOWING.includes(letter),
  );
  const waiting = letters.filter(({ status }) => status === 'waiting');
  // A letter that is being sent is not withdrawn: its reader is notified.
  const withdrawn = await settleLetters(db, waiting.map(withdrawnLetter));
  const sent = letters.filter(({ letterId }) => !withdrawn.includes(letterId));
  const notified = new Map(sent.map(({ addressee }) => [readerOf(addressee), addressee]));
  const kept = orders.filter(({ addressee }) => notified.has(readerOf(addressee)));
  for (const { addressee } of kept) notified.delete(readerOf(addressee));
  return [
    ...kept,
    ...[...notified.values()].map((addressee) => orderFor(referral, { letter: 'taken-back', addressee })),
  ];
}

function withdrawnLetter(letter: OutboxLetter) {
  return settledLetter(letter, { result: 'failed', code: TAKEN_BACK });
}

function readerOf(addressee: Addressee): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId} ${addressee.line}`;
}

/** Returns the case numbers that the original got from the duplicate, and from the duplicate's own duplicates. */
export async function returnOrigins(db: Queries, duplicate: Referral): Promise<void> {
  const originalId = originalOf(duplicate);
  if (originalId !== undefined) await unmergeOrigins(db, duplicate.id, originalId);
}
