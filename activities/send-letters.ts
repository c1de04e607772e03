/** Sends the unsent letters of one referral one after the other. A letter that was sent is not sent again. */

import { heartbeat } from '@temporalio/activity';
import { type Addressee, LETTER_RETRY_MS, type LetterResult } from '../domain/letter-kinds.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { Database } from '../prisma/store/connect.ts';
import { type OutboxLetter, settledLetters, settleLetter, waitingLetters } from '../prisma/store/letter-outbox.ts';
import { addressOf } from './letters/address.ts';
import { gatherFacts } from './letters/gather.ts';
import { writeLetter } from './letters/write-letter.ts';
import type { Mailer } from './mail.ts';

/** The letters that the workflow waits for. Other unsent letters of the referral are sent with them. */
export interface LetterBatch {
  referralId: string;
  letterIds: string[];
}

/** What the activities that send letters need. */
export interface LetterDeps {
  db: Database;
  directory: () => Promise<Directory>;
  mailer: Mailer;
  publicUrl: string;
}

/**
 * Sends the letters.
 *
 * @returns the results of the letters of the batch, or sent with it, that are sent or failed. A permanent failure is
 * reported immediately, also if others are delayed. The workflow calls again for the rest.
 * @throws if there is no result at all, for example if all mail servers refused temporarily. Temporal retries with
 * increasing intervals.
 */
export async function sendLetters(deps: LetterDeps, batch: LetterBatch): Promise<LetterResult[]> {
  // Heartbeats show that a worker waiting for a slow mail server is alive. A dead worker is replaced soon.
  const beats = setInterval(heartbeat, BEAT_MS);
  try {
    return await sendAll(deps, batch);
  } finally {
    clearInterval(beats);
  }
}

/** A third of the heartbeat timeout in `workflows/proxies.ts`. */
const BEAT_MS = 5_000;

async function sendAll(deps: LetterDeps, batch: LetterBatch): Promise<LetterResult[]> {
  const waiting = await waitingLetters(deps.db, batch.referralId);
  let putOff: unknown;
  for (const letter of waiting) {
    // A temporary failure of one address does not delay the other letters.
    await sendOne(deps, letter).catch(async (reason: unknown) => {
      putOff ??= reason;
      if (isTriedEnough(letter)) await giveUp(deps.db, letter);
    });
  }
  const settled = await results(deps.db, batch, waiting);
  if (settled.length === 0) throw putOff ?? new Error('Letters of this referral are lost: run "liaise rebuild".');
  return settled;
}

/** Marks letters as failed after the workflow has waited for half a day. Later letters have their own limit. */
export async function giveUpLetters(db: Database, batch: LetterBatch): Promise<LetterResult[]> {
  const waiting = await waitingLetters(db, batch.referralId);
  for (const letter of waiting.filter(({ letterId }) => batch.letterIds.includes(letterId))) await giveUp(db, letter);
  return results(db, batch, []);
}

/**
 * If other letters are sent meanwhile, the workflow's time limit starts again. So the age of each letter is checked.
 */
function isTriedEnough({ decidedAt }: OutboxLetter): boolean {
  return Date.parse(decidedAt) + LETTER_RETRY_MS < Date.now();
}

function giveUp(db: Database, { letterId }: OutboxLetter): Promise<void> {
  return settleLetter(db, { letterId, result: 'failed', code: 'GAVE-UP' }, new Date());
}

async function sendOne({ db, directory, mailer, publicUrl }: LetterDeps, kept: OutboxLetter): Promise<void> {
  const order = asKnownToReader(kept);
  const { letterId, referralId } = order;
  const known = await directory();
  const to = await addressOf(db, known, order.addressee);
  if (to === undefined) return settleLetter(db, { letterId, result: 'failed', code: 'NO-ADDRESS' }, new Date());
  const facts = await gatherFacts(db, known, order, to, publicUrl);
  const { reference } = facts;
  const outcome = await mailer.send(writeLetter(order.letter, facts), to.email, { letterId, referralId, reference });
  await settleLetter(db, { letterId, ...outcome }, new Date());
}

/** A reader who has a referral of their own about the case is written to about that one, without data of this one. */
function asKnownToReader(order: OutboxLetter): OutboxLetter {
  const { twinId } = order.addressee;
  return twinId ? { ...order, referralId: twinId, seq: Number.POSITIVE_INFINITY } : order;
}

async function results(db: Database, batch: LetterBatch, tried: readonly OutboxLetter[]): Promise<LetterResult[]> {
  const letterIds = [...new Set([...batch.letterIds, ...tried.map(({ letterId }) => letterId)])];
  const settled = await settledLetters(db, letterIds);
  return settled.map(({ letterId, letter, addressee, recipientId, status, code }) => ({
    letterId,
    ...(letter === 'new-referral' && isDesk(addressee) && recipientId && { delivers: recipientId }),
    ...(status === 'sent' ? { result: 'sent' } : { result: 'failed', code: code ?? '' }),
  }));
}

/** A letter to the duty line does not count as delivery, since the desk would not be informed. */
function isDesk(addressee: Addressee): boolean {
  return addressee.kind === 'point' && addressee.line === 'desk';
}
