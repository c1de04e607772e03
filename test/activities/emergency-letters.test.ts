/** One emergency to a chain that does not answer: who is notified of what by when, and how many letters that takes. */

import { beforeAll, describe, expect, test } from 'vitest';
import { causeOf, factsOf } from '../../activities/letters/gather.ts';
import { lettersByReader } from '../../dev/letters/by-reader.ts';
import { recipientOfClock } from '../../domain/clocks/triggers.ts';
import { newKeyFile, parseKeyring } from '../../domain/keyring.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory, replaceDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { lettersOf, type OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { testDatabase } from '../support/database.ts';
import { RecordedReferral } from '../support/recorded-referral.ts';
import { alwaysOpenSeed } from '../support/seed.ts';

const START = '2026-11-25T09:00:00.000Z';
const MINUTE_MS = 60_000;
const THREE_HOURS = 180;
const SIX_HOURS = 360;

let db: Database;
/** Those of the first three hours, and all. */
let letters: OutboxLetter[];
let allLetters: OutboxLetter[];
/** Whom a letter is to: the sender, the coordinating agency, or those of a recipient. */
let sideOf: (letter: OutboxLetter) => string | undefined;

beforeAll(async () => {
  ({ db } = await testDatabase());
  const seed = alwaysOpenSeed(START);
  await replaceDirectory(db, seed.directory, seed.people);
  const keyring = parseKeyring(JSON.stringify(newKeyFile('2026-11')));
  const referral = await RecordedReferral.submit({ db, keyring }, 'quinn.quartz', { urgency: 'emergency' }, START);
  referral.now = at(5);
  await referral.act('noor.rowan', {
    ...{ type: 'complete-triage', urgency: 'emergency', urgencyGrounds: ['threat-to-life-or-integrity'] },
    ...{ capability: 'investigation', countries: ['FI'], wanted: [] },
  });
  for (let minute = 6; minute <= SIX_HOURS; minute += 1) {
    referral.now = at(minute);
    await referral.settle();
  }
  allLetters = await lettersOf(db, referral.id);
  letters = allLetters.filter((letter) => minuteOf(letter) <= THREE_HOURS);
  const { contactPoints } = await readDirectory(db);
  const { clocks } = await referral.read();
  const recipientOf = (id?: string) =>
    clocks.flatMap((each) => (each.id === id ? [recipientOfClock(each.subject)] : [])).at(-1);
  sideOf = ({ addressee, recipientId, clockId }) => {
    const agencyId =
      addressee.kind === 'person'
        ? addressee.agencyId
        : contactPoints.find(({ id }) => id === addressee.contactPointId)?.agencyId;
    if (agencyId === 'xr-desk') return 'coordinator';
    return agencyId === 'us-quartz' ? 'sender' : (recipientId ?? recipientOf(clockId));
  };
}, 60_000);

function at(minutes: number): string {
  return new Date(Date.parse(START) + minutes * MINUTE_MS).toISOString();
}

const minuteOf = ({ decidedAt }: OutboxLetter) => Math.round((Date.parse(decidedAt) - Date.parse(START)) / MINUTE_MS);

function readerOf({ addressee }: OutboxLetter): string {
  return addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId} ${addressee.line}`;
}

test('everyone who can act, or must know, is notified in time', () => {
  const lines = letters.map((letter) => `${minuteOf(letter)} min: ${letter.letter} to ${readerOf(letter)}`);
  expect(lines.sort()).toEqual(
    [
      // The desk that triages, at once. The sender, that the referral was received.
      ...['0 min: emergency-arrived to xr-desk desk', '0 min: receipt to quinn.quartz'],
      // The recipient, at once, at half of its time, and at 80% those who are on call and its supervisors.
      ...['5 min: new-referral to fi-alder-ncp desk', '35 min: reminder to fi-alder-ncp desk'],
      ...['53 min: escalation to fi-alder-ncp duty', '53 min: escalation to eero.alder'],
      // It did not answer: the next one, and that this was done.
      ...['65 min: new-referral to fi-birch-spoc desk', '65 min: replaced to fi-alder-ncp desk'],
      ...['65 min: replaced to quinn.quartz', '65 min: replaced to xr-desk desk'],
      ...['95 min: reminder to fi-birch-spoc desk'],
      ...['113 min: escalation to fi-birch-spoc duty', '113 min: escalation to mikko.birch'],
      ...['125 min: new-referral to fi-alder-night desk', '125 min: replaced to fi-birch-spoc desk'],
      ...['125 min: replaced to quinn.quartz', '125 min: replaced to xr-desk desk'],
      // It has no duty line: its desk is on call.
      ...['155 min: reminder to fi-alder-night desk', '173 min: escalation to fi-alder-night desk'],
      ...['173 min: escalation to eero.alder'],
    ].sort(),
  );
});

describe('in the first three hours', () => {
  test('nobody gets more than three letters in an hour', () => {
    const most = lettersByReader(letters).map(({ mostInAnHour }) => mostInAnHour);
    expect(Math.max(...most)).toBeLessThanOrEqual(3);
  });

  test('each recipient gets at most five letters, and coordinating desk and sender at most nine together', () => {
    const sides = Map.groupBy(letters, sideOf);
    expect((sides.get('coordinator') ?? []).length + (sides.get('sender') ?? []).length).toBeLessThanOrEqual(9);
    expect([...sides.keys()].sort()).toEqual(['coordinator', 'r1', 'r2', 'r3', 'sender']);
    for (const recipientId of ['r1', 'r2', 'r3']) expect(sides.get(recipientId)?.length).toBeLessThanOrEqual(5);
  });
});

describe('after the last contact point of the chain', () => {
  const everyHalfHour = [215, 245, 275, 305, 335];

  test('supervisors must find a recipient, are warned once, and are notified each time that the deadline passes', () => {
    const later = allLetters.filter((letter) => minuteOf(letter) > THREE_HOURS);
    expect(later.map((letter) => `${minuteOf(letter)} min: ${letter.letter} to ${readerOf(letter)}`).sort()).toEqual(
      [
        ...['185 min: overdue to fi-alder-night desk', '185 min: overdue to quinn.quartz'],
        ...['185 min: replaced to ines.rowan', '185 min: replaced to otto.rowan'],
        ...['209 min: escalation to ines.rowan', '209 min: escalation to otto.rowan'],
        '209 min: escalation to xr-desk duty',
        ...everyHalfHour.flatMap((minute) =>
          ['ines.rowan', 'otto.rowan', 'xr-desk desk'].map((reader) => `${minute} min: overdue to ${reader}`),
        ),
      ].sort(),
    );
  });

  test('they are asked to find one by the deadline that starts then, and why', async () => {
    const order = allLetters.find((letter) => readerOf(letter) === 'otto.rowan' && letter.letter === 'replaced');
    if (order === undefined) expect.fail('There is no letter to otto.rowan.');
    const address = {
      name: 'Otto Rowan',
      email: 'otto.rowan@xr-desk.example',
      zone: 'Europe/Brussels',
      language: 'en',
    };
    const directory = await readDirectory(db);
    const cause = causeOf(await readJournal(db, order.referralId), order);
    expect(factsOf(cause, directory, order, address, 'https://liaise.example')).toMatchObject({
      ...{ part: 'debtor', recipient: { replacement: 'nobody-found' } },
      clock: { name: 'find-recipient', dueAt: at(215) },
    });
  });

  test('nobody gets more than three letters in an hour', () => {
    const most = lettersByReader(allLetters).map(({ mostInAnHour }) => mostInAnHour);
    expect(Math.max(...most)).toBeLessThanOrEqual(3);
  });
});
