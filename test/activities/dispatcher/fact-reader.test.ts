/** For a batch of letters, each journal is read once, and folded once for each entry that caused letters. */

import { expect, test } from 'vitest';
import { factReader } from '../../../activities/dispatcher/fact-reader.ts';
import { newKeyFile, parseKeyring } from '../../../domain/keyring.ts';
import type { Database } from '../../../prisma/store/connect.ts';
import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import { aReferredCase } from '../../support/cases-by-status.ts';
import { DIRECTORY } from '../../support/factories.ts';

const { journal } = aReferredCase();
const LAST = journal.length;
const KEYRING = parseKeyring(JSON.stringify(newKeyFile('test')));
const TO = { name: 'Noor', email: 'noor@example.org', zone: 'Europe/Oslo', language: 'en' };

/** Reads a letter for each entry number. Returns how often the journal was read, and its first event, which only a fold reads. */
async function readingsOf(seqs: readonly number[]): Promise<{ journals: number; firstEvents: number }> {
  const readings = { journals: 0, firstEvents: 0 };
  const counted = <T extends object>(event: T): T =>
    new Proxy(event, {
      get: (target, name) => {
        readings.firstEvents += 1;
        return Reflect.get(target, name);
      },
    });
  const rows = journal.map(({ event, ...entry }, index) => ({
    ...{ ...entry, at: new Date(entry.at), type: event.type },
    event: index === 0 ? counted(event) : event,
  }));
  const findMany = async () => {
    readings.journals += 1;
    return rows;
  };
  const db = { journal: { findMany } } as unknown as Database;
  const read = factReader({ db, keyring: KEYRING, publicUrl: 'https://liaise.example' }, DIRECTORY);
  const letters = seqs.map((seq, n) => {
    const addressee = { kind: 'person', personId: 'noor.rowan', agencyId: 'xr-desk' };
    return { letterId: `${n}`, referralId: 'referral-1', seq, letter: 'receipt', addressee } as OutboxLetter;
  });
  const facts = await Promise.all(letters.map((letter) => read(letter, TO)));
  expect(new Set(facts.map(({ reference }) => reference)).size).toBe(1);
  return readings;
}

test('letters of one entry share its journal and its fold', async () => {
  const alone = await readingsOf([LAST]);
  expect(alone.firstEvents).toBeGreaterThan(0);
  expect(await readingsOf([LAST, LAST, LAST])).toEqual(alone);
  const ofTwoEntries = await readingsOf([LAST, LAST, LAST - 1]);
  expect(ofTwoEntries.journals).toBe(1);
  expect(ofTwoEntries.firstEvents).toBeGreaterThan(alone.firstEvents);
});
