/** One emergency to a chain of contact points that does not answer, played minute by minute for six hours. */

import { recipientOfClock } from '../../domain/clocks/triggers.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Seed } from '../../prisma/seed/assemble.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { replaceDirectory } from '../../prisma/store/directory.ts';
import { lettersOf, type OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';

const MINUTE_MS = 60_000;
const THREE_HOURS = 180;
const SIX_HOURS = 360;

/** The letters of an emergency. */
export interface UnansweredEmergency {
  db: Database;
  /** Those of the first three hours, and all. */
  letters: OutboxLetter[];
  allLetters: OutboxLetter[];
  /** `53 min: escalation to eero.alder`, sorted. */
  lines(letters: readonly OutboxLetter[]): string[];
  minuteOf(letter: OutboxLetter): number;
  /** Whom a letter is to: the sender, the coordinating agency, or those of a recipient. */
  sideOf(letter: OutboxLetter): string | undefined;
  /** The instant so many minutes after the submission. */
  at(minutes: number): Instant;
}

/** Submits an emergency to Finland at `start`, and triages it five minutes later. */
export async function unansweredEmergency({ directory, people }: Seed, start: Instant): Promise<UnansweredEmergency> {
  const at = (minutes: number) => new Date(Date.parse(start) + minutes * MINUTE_MS).toISOString();
  const minuteOf = ({ decidedAt }: OutboxLetter) => Math.round((Date.parse(decidedAt) - Date.parse(start)) / MINUTE_MS);
  const { db } = await testDatabase();
  await replaceDirectory(db, directory, people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz', { urgency: 'emergency' }, start);
  referral.now = at(5);
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'emergency', urgencyGrounds: ['threat-to-life-or-integrity'] },
    ...{ capability: 'investigation', countries: ['FI'], wanted: [] },
  });
  for (let minute = 6; minute <= SIX_HOURS; minute += 1) {
    referral.now = at(minute);
    await referral.settle();
  }
  const allLetters = await lettersOf(db, referral.id);
  const { clocks } = await referral.read();
  const recipientOf = (id?: string) =>
    clocks.flatMap((each) => (each.id === id ? [recipientOfClock(each.subject)] : [])).at(-1);
  return {
    ...{ db, allLetters, at, minuteOf },
    letters: allLetters.filter((letter) => minuteOf(letter) <= THREE_HOURS),
    lines: (letters) =>
      letters.map((letter) => `${minuteOf(letter)} min: ${letter.letter} to ${readerOf(letter)}`).sort(),
    sideOf: ({ addressee, recipientId, clockId }) => {
      const agencyId =
        addressee.kind === 'person'
          ? addressee.agencyId
          : directory.contactPoints.find(({ id }) => id === addressee.contactPointId)?.agencyId;
      if (agencyId === 'xr-desk') return 'coordinator';
      return agencyId === 'us-quartz' ? 'sender' : (recipientId ?? recipientOf(clockId));
    },
  };
}

/** A person, or the line of a contact point. */
export function readerOf({ addressee }: OutboxLetter): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId} ${addressee.line}`;
}
