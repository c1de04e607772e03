/** Sends what is unsent of one referral, one letter after the other; what was sent is never sent again. */

import { heartbeat } from '@temporalio/activity';
import { type Addressee, LETTER_RETRY_MS, type LetterResult } from '../domain/letter-kinds.ts';
import type { Directory } from '../domain/routing/directory.ts';
import type { Database } from '../prisma/store/connect.ts';
import { type KeptLetter, settledLetters, settleLetter, waitingLetters } from '../prisma/store/letter-outbox.ts';
import { addressOf } from './letters/address.ts';
import { gatherFacts } from './letters/gather.ts';
import { writeLetter } from './letters/write-letter.ts';
import type { Mailer } from './mail.ts';

/** The letters that the workflow waits for. Others of the referral, decided since, go out with them. */
export interface LetterBatch {
  referralId: string;
  letterIds: string[];
}

export interface LetterDeps {
  db: Database;
  directory: () => Promise<Directory>;
  mailer: Mailer;
  publicUrl: string;
}

/**
 * @returns what became of those letters, of the batch or sent with it, that are settled: a refusal for good is told at
 * once, whoever else is put off. The workflow asks again for the rest.
 * @throws when nothing can be told of any, as where mail servers put all of them off: the whole is tried again, later
 * each time.
 */
export async function sendLetters(deps: LetterDeps, batch: LetterBatch): Promise<LetterResult[]> {
  // Whoever waits for a slow mail server is not gone; whoever is gone is replaced soon.
  const beats = setInterval(heartbeat, BEAT_MS);
  try {
    return await sendAll(deps, batch);
  } finally {
    clearInterval(beats);
  }
}

/** A third of the time after which a worker that says nothing is given up (`workflows/proxies.ts`). */
const BEAT_MS = 5_000;

async function sendAll(deps: LetterDeps, batch: LetterBatch): Promise<LetterResult[]> {
  const waiting = await waitingLetters(deps.db, batch.referralId);
  let putOff: unknown;
  for (const letter of waiting) {
    // One address that is put off holds nobody else's letter up.
    await sendOne(deps, letter).catch(async (reason: unknown) => {
      putOff ??= reason;
      if (isTriedEnough(letter)) await giveUp(deps.db, letter);
    });
  }
  const settled = await results(deps.db, batch, waiting);
  if (settled.length === 0) throw putOff ?? new Error('Letters of this referral are lost: run "liaise rebuild".');
  return settled;
}

/** The workflow has waited for these for half a day: they are given up, and say so. Later ones have their own time. */
export async function giveUpLetters(db: Database, batch: LetterBatch): Promise<LetterResult[]> {
  const waiting = await waitingLetters(db, batch.referralId);
  for (const letter of waiting.filter(({ letterId }) => batch.letterIds.includes(letterId))) await giveUp(db, letter);
  return results(db, batch, []);
}

/** Where others go out meanwhile, the workflow's own patience begins anew each time. */
function isTriedEnough({ decidedAt }: KeptLetter): boolean {
  return Date.parse(decidedAt) + LETTER_RETRY_MS < Date.now();
}

function giveUp(db: Database, { letterId }: KeptLetter): Promise<void> {
  return settleLetter(db, { letterId, result: 'failed', code: 'GAVE-UP' }, new Date());
}

async function sendOne({ db, directory, mailer, publicUrl }: LetterDeps, kept: KeptLetter): Promise<void> {
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

/** Who knows the case by a referral of their own is told of that one, and of nothing that is not theirs. */
function asKnownToReader(order: KeptLetter): KeptLetter {
  const { twinId } = order.addressee;
  return twinId ? { ...order, referralId: twinId, seq: Number.POSITIVE_INFINITY } : order;
}

async function results(db: Database, batch: LetterBatch, tried: readonly KeptLetter[]): Promise<LetterResult[]> {
  const letterIds = [...new Set([...batch.letterIds, ...tried.map(({ letterId }) => letterId)])];
  const settled = await settledLetters(db, letterIds);
  return settled.map(({ letterId, letter, addressee, recipientId, status, code }) => ({
    letterId,
    ...(letter === 'new-referral' && isDesk(addressee) && recipientId && { delivers: recipientId }),
    ...(status === 'sent' ? { result: 'sent' } : { result: 'failed', code: code ?? '' }),
  }));
}

/** That the duty line was told as well is no delivery: by day the desk would know of nothing. */
function isDesk(addressee: Addressee): boolean {
  return addressee.kind === 'point' && addressee.line === 'desk';
}
