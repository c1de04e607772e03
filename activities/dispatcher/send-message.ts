/** Sends one message with the letters of one reader, and records the result at once. */

import { setTimeout } from 'node:timers/promises';
import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { isDatabaseUnavailable } from '../../prisma/store/database-unavailable.ts';
import { type Begun, beginMessage, deferLetters } from '../../prisma/store/letter-claims.ts';
import type { QueuedLetter } from '../../prisma/store/letter-outbox.ts';
import { type LetterOutcome, settledLetter, settleLetters } from '../../prisma/store/letter-results.ts';
import type { Address } from '../letters/address.ts';
import { type MessagePart, writeMessage } from '../letters/write-message.ts';
import { type Mailer, MailUnavailable } from '../mail.ts';
import type { FactReader } from './fact-reader.ts';

/** What the sending of messages needs. */
export interface SendingDeps {
  db: Database;
  directory: () => Promise<Directory>;
  mailer: Mailer;
  /** Aborts as soon as this run must send nothing more. */
  signal: AbortSignal;
}

/** A message: its letters, the address at this time, and the key under which messages to that address are counted. */
export interface OutgoingMessage {
  letters: QueuedLetter[];
  to: Address;
  reader: string;
}

/**
 * Sends the message. If the process crashes before it writes the result of an accepted message, the message is sent twice,
 * with the same Message-ID.
 */
export async function sendMessage(
  deps: SendingDeps,
  claim: string,
  { letters, to, reader }: OutgoingMessage,
  facts: FactReader,
): Promise<void> {
  if (deps.signal.aborted) return;
  const parts: MessagePart[] = [];
  for (const letter of letters) {
    try {
      parts.push({ letter, facts: await facts(letter, to) });
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      // A letter that cannot be written delays no other one.
      await defer(deps.db, claim, [letter], 'ERROR');
    }
  }
  if (parts.length > 0) await sendParts(deps, claim, parts, { to, reader });
}

type Destination = Pick<OutgoingMessage, 'to' | 'reader'>;

async function sendParts(deps: SendingDeps, claim: string, parts: MessagePart[], at: Destination): Promise<void> {
  const { db, mailer, signal } = deps;
  const letters = parts.map(({ letter }) => letter);
  const letterIds = letters.map(({ letterId }) => letterId);
  const messageId = letters[0]?.messageId ?? letterIds[0] ?? '';
  const written = write(parts, messageId);
  if (written === undefined) return sendWritable(deps, claim, parts, at);
  try {
    // The last check before the mail server: another run may have taken over.
    if (signal.aborted || !(await beginMessage(db, claim, { messageId, letterIds, ...countedAs(letters, at) }))) return;
    const delivery = await mailer.send(written.message, at.to.email, written.ids);
    await settle(db, claim, letters, delivery, signal);
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    await defer(db, claim, letters, error instanceof MailUnavailable ? error.code : 'ERROR');
  }
}

/** A message is counted when it is tried first: while the mail server defers, the limits hold too. */
function countedAs(letters: readonly QueuedLetter[], { reader }: Destination): Pick<Begun, 'counted'> {
  const isRepeated = letters.some(({ tries }) => tries > 0);
  return isRepeated ? {} : { counted: { reader, isEmergency: isEmergency({ letters }) } };
}

/** Undefined if a text of the message cannot be written. */
function write(parts: MessagePart[], messageId: string): ReturnType<typeof writeMessage> | undefined {
  try {
    return writeMessage(parts, messageId);
  } catch {
    return undefined;
  }
}

/** Defers the letters that cannot be written, and sends the others without them. */
async function sendWritable(deps: SendingDeps, claim: string, parts: MessagePart[], at: Destination): Promise<void> {
  const good = parts.filter((part) => write([part], part.letter.letterId) !== undefined);
  const isSmaller = good.length < parts.length;
  const deferred = isSmaller ? parts.filter((part) => !good.includes(part)) : parts;
  await defer(
    deps.db,
    claim,
    deferred.map(({ letter }) => letter),
    'ERROR',
  );
  if (isSmaller && good.length > 0) await sendParts(deps, claim, good, at);
}

/** The mail server has the letter: the result is written as soon as the database answers, however long that takes. */
export async function settle(
  db: Database,
  claim: string,
  letters: readonly QueuedLetter[],
  result: LetterOutcome,
  signal?: AbortSignal,
): Promise<void> {
  const settled = letters.map((letter) => settledLetter(letter, result));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await settleLetters(db, settled, claim);
      return;
    } catch (error) {
      if (attempt >= (signal?.aborted ? MOST_WHEN_STOPPING : MOST_ATTEMPTS)) throw error;
      await setTimeout(RETRY_MS);
    }
  }
}

const RETRY_MS = 250;
/** Ten minutes. */
const MOST_ATTEMPTS = 2_400;
/** A worker that stops waits for the database for five seconds. */
const MOST_WHEN_STOPPING = 20;

/** The interval doubles up to a minute. After half a day, the letter fails. */
async function defer(db: Database, claim: string, letters: readonly QueuedLetter[], error: string): Promise<void> {
  const tries = Math.max(...letters.map((letter) => letter.tries));
  const letterIds = letters.map(({ letterId }) => letterId);
  const deferred = await deferLetters(db, claim, letterIds, { seconds: Math.min(2 ** tries, 60), error });
  const tooOld = letters.filter(({ letterId }) => !deferred.includes(letterId));
  if (tooOld.length > 0) await settle(db, claim, tooOld, { result: 'failed', code: 'GAVE-UP' });
}

/** Whether the message is about an emergency. */
export function isEmergency({ letters }: { letters: readonly QueuedLetter[] }): boolean {
  return letters.some(({ urgency }) => urgency === 'emergency');
}
