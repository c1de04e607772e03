/** Letters of workflows of earlier versions, which wait for the results. The letter dispatcher sends them. */

import { ApplicationFailure } from '@temporalio/activity';
import { type LetterResult, recipientDelivered } from '../domain/letter-kinds.ts';
import type { Database } from '../prisma/store/connect.ts';
import { handOverLetters, settledLetters, waitingLetters } from '../prisma/store/letter-outbox.ts';
import { settledLetter, settleLetters } from '../prisma/store/letter-results.ts';

/** The letters that the workflow waits for. */
export interface LetterBatch {
  referralId: string;
  letterIds: string[];
}

/** What the activities of earlier versions need. */
export interface EarlierLetterDeps {
  db: Database;
  /** Wakes the dispatcher. */
  notifyDispatchers: () => void;
}

/**
 * Gives the letters to the dispatcher.
 *
 * @returns the results of those that are sent or failed. The workflow calls again for the rest.
 * @throws if there is no result yet. Temporal retries with increasing intervals.
 */
export async function sendLetters(
  { db, notifyDispatchers }: EarlierLetterDeps,
  batch: LetterBatch,
): Promise<LetterResult[]> {
  if ((await handOverLetters(db, batch.referralId)) > 0) notifyDispatchers();
  const settled = await resultsOf(db, batch.letterIds);
  if (settled.length === 0) throw ApplicationFailure.retryable('The letters are not sent yet.', 'LETTERS_WAIT');
  return settled;
}

/** Marks letters as failed after the workflow has waited for half a day, unless they are being sent now. */
export async function giveUpLetters(db: Database, batch: LetterBatch): Promise<LetterResult[]> {
  const waiting = await waitingLetters(db, batch.referralId);
  const late = waiting.filter(({ letterId }) => batch.letterIds.includes(letterId));
  await settleLetters(
    db,
    late.map((letter) => settledLetter(letter, { result: 'failed', code: 'GAVE-UP' })),
  );
  return resultsOf(db, batch.letterIds);
}

async function resultsOf(db: Database, letterIds: readonly string[]): Promise<LetterResult[]> {
  return (await settledLetters(db, letterIds)).map((letter) => {
    const { letterId, status, code } = letter;
    const delivers = recipientDelivered(letter);
    return {
      ...{ letterId, ...(delivers && { delivers }) },
      ...(status === 'sent' ? { result: 'sent' } : { result: 'failed', code: code ?? '' }),
    };
  });
}
