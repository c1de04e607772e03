/** An outbox in a real database, and dispatchers with a mail server that each test programs. */

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { dispatchLetters } from '../../../activities/dispatcher/dispatch-letters.ts';
import type { DeliveryReporter } from '../../../activities/dispatcher/report-deliveries.ts';
import type { Letter } from '../../../activities/letters/facts.ts';
import type { Mailer } from '../../../activities/mail.ts';
import { type Keyring, newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Addressee, LetterKind } from '../../../domain/letter-kinds.ts';
import type { LetterPacing } from '../../../domain/letter-pacing.ts';
import type { Urgency } from '../../../domain/vocabulary.ts';
import { connectDatabase, type Database } from '../../../prisma/store/connect.ts';
import { readDirectory, replaceDirectory } from '../../../prisma/store/directory.ts';
import { atEnd } from '../../support/at-end.ts';
import { testDatabase } from '../../support/database.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../../support/seed.ts';

/** A message that the mail server accepted. */
export interface SentMessage extends Letter {
  to: string;
  /** The id from which the Message-ID is made. */
  messageId: string;
}

type Answer = Awaited<ReturnType<Mailer['send']>>;

/** The database of a dispatcher, and the messages that its mail server accepted. */
interface DispatcherPlace {
  url: string;
  keyring: Keyring;
  sent: SentMessage[];
}

export interface DispatcherOptions {
  shard?: number;
  shards?: number;
  pacing?: LetterPacing;
  pollMs?: number;
  pauseMs?: number;
  report?: DeliveryReporter;
  /** Answers for the mail server. Default: it accepts. */
  answer?: (message: SentMessage) => Promise<Answer> | Answer;
}

export interface QueuedRow {
  letter?: LetterKind;
  addressee?: Addressee;
  urgency?: Urgency;
  recipientId?: string;
  clockId?: string;
  queuedAt?: Date;
  /** The entry that caused the letter. Default: another one for each letter, so that each states a fact of its own. */
  seq?: number;
}

export const NOOR: Addressee = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk' };
export const INES: Addressee = { kind: 'person', personId: 'ines.rowan', agencyId: 'xr-desk' };

/** One database with a submitted referral. */
export async function anOutbox() {
  const { db, url, adminUrl } = await testDatabase();
  const seed = alwaysOpenSeed(new Date().toISOString());
  await replaceDirectory(db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz');
  const { seq, reference } = await referral.read();
  let queued = 0;
  const sent: SentMessage[] = [];

  return {
    ...{ db, url, referral, reference, sent, keyring },
    /** Queues letters, by default receipts about the referral, and returns their ids. */
    queue: async (rows: readonly QueuedRow[], referralId = referral.id): Promise<string[]> => {
      const now = new Date();
      const data = rows.map(({ letter = 'receipt', addressee = NOOR, urgency = 'urgent', ...more }) => ({
        ...{ id: randomUUID(), referralId, seq: seq + ++queued, letter, addressee, urgency, status: 'waiting' },
        ...{ decidedAt: now, dueAt: more.queuedAt ?? now, ...more },
      }));
      await db.letter.createMany({ data });
      return data.map(({ id }) => id);
    },
    /** Forgets all letters, and what was counted and sent. */
    empty: async (): Promise<void> => {
      sent.length = 0;
      await db.letter.deleteMany({});
      await db.letterReader.deleteMany({});
      await db.letterReport.deleteMany({});
    },
    /** Starts a dispatcher. Its first run sends what is due. */
    start: (options: DispatcherOptions = {}) => startDispatcher({ url, keyring, sent }, options),
    /** Waits until the condition holds. */
    until: (isSatisfied: () => Promise<boolean> | boolean, milliseconds = 15_000) => until(isSatisfied, milliseconds),
    /** Runs a statement as the administrator of the server. */
    administer: async (sql: string): Promise<Record<string, unknown>[]> => {
      const client = new Client({ connectionString: adminUrl });
      await client.connect();
      const { rows } = await client.query(sql).finally(() => client.end());
      return rows;
    },
    waiting: () => db.letter.count({ where: { status: 'waiting' } }),
  };
}

export type Outbox = Awaited<ReturnType<typeof anOutbox>>;

async function until(isSatisfied: () => Promise<boolean> | boolean, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!(await isSatisfied())) {
    if (performance.now() > deadline) throw new Error('The condition was not satisfied in time.');
    await setTimeout(10);
  }
}

/** What every dispatcher needs: its database connections, and the mail server of the test. */
export function dispatcherDeps(
  { url: databaseUrl, keyring, sent }: DispatcherPlace,
  { shards = 1, pacing, pollMs = 100, pauseMs = 0, answer = () => ({ result: 'sent' }), report }: DispatcherOptions,
) {
  const db: Database = connectDatabase({ databaseUrl, connections: 5 });
  const mailer: Mailer = {
    send: async (letter, to, { letterId: messageId }) => {
      const message = { ...letter, to, messageId };
      const given = await answer(message);
      if (given.result === 'sent') sent.push(message);
      return given;
    },
    close: () => {},
  };
  return {
    ...{ db, keyring, databaseUrl, pacing, mailer, shards, pollMs, pauseMs },
    ...{ directory: () => readDirectory(db), publicUrl: 'https://liaise.example' },
    report: report ?? (async () => {}),
  };
}

function startDispatcher(of: DispatcherPlace, options: DispatcherOptions) {
  const stopping = new AbortController();
  const deps = dispatcherDeps(of, options);
  const done = dispatchLetters({ ...deps, shard: options.shard ?? 0, signal: stopping.signal, turnMs: 600_000 });
  const stop = async () => {
    stopping.abort();
    await done;
    await deps.db.$disconnect();
  };
  atEnd(() => stop().catch(() => {}));
  return { stop, done };
}
