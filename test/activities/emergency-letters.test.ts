/** One emergency to a chain that does not answer: who is notified of what by when, and how many letters that takes. */

import { beforeAll, describe, expect, test } from 'vitest';
import { causeOf, factsOf } from '../../activities/letters/gather.ts';
import { lettersByReader } from '../../dev/letters/by-reader.ts';
import { loadSeed } from '../../prisma/seed/load.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import type { OutboxLetter } from '../../prisma/store/letter-outbox.ts';
import { alwaysOpenSeed } from '../support/seed.ts';
import { readerOf, type UnansweredEmergency, unansweredEmergency } from './unanswered-emergency.ts';

const BY_DAY = '2026-11-25T09:00:00.000Z';
/** 22:00 in Helsinki. */
const AT_NIGHT = '2026-11-25T20:00:00.000Z';

let played: UnansweredEmergency;
let letters: OutboxLetter[];

beforeAll(async () => {
  played = await unansweredEmergency(alwaysOpenSeed(BY_DAY), BY_DAY);
  ({ letters } = played);
}, 60_000);

test('everyone who can act, or must know, is notified in time', () => {
  expect(played.lines(letters)).toEqual(
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
  test('no reader gets more than three letters in an hour', () => expectFewInAnHour(letters));

  test('each recipient gets at most five letters, and coordinating desk and sender at most nine together', () =>
    expectFewBySide(played));
});

function expectFewInAnHour(all: readonly OutboxLetter[]): void {
  const most = lettersByReader(all).map(({ mostInAnHour }) => mostInAnHour);
  expect(Math.max(...most)).toBeLessThanOrEqual(3);
}

function expectFewBySide(emergency: UnansweredEmergency): void {
  const sides = Map.groupBy(emergency.letters, emergency.sideOf);
  expect((sides.get('coordinator') ?? []).length + (sides.get('sender') ?? []).length).toBeLessThanOrEqual(9);
  expect([...sides.keys()].sort()).toEqual(['coordinator', 'r1', 'r2', 'r3', 'sender']);
  for (const recipientId of ['r1', 'r2', 'r3']) expect(sides.get(recipientId)?.length).toBeLessThanOrEqual(5);
}

describe('after the last contact point of the chain', () => {
  const everyHalfHour = [215, 245, 275, 305, 335];

  test('supervisors must find a recipient, are warned once, and are notified each time that the deadline passes', () => {
    const later = played.allLetters.filter((letter) => !letters.includes(letter));
    expect(played.lines(later)).toEqual(
      [
        ...['185 min: overdue to fi-alder-night desk', '185 min: overdue to quinn.quartz'],
        ...['185 min: replaced to ines.rowan', '185 min: replaced to otto.rowan'],
        ...['209 min: escalation to ines.rowan', '209 min: escalation to otto.rowan'],
        '209 min: escalation to xr-desk duty',
        ...everyHalfHour.flatMap((minute) =>
          ['ines.rowan', 'otto.rowan', 'xr-desk desk', 'xr-desk duty'].map(
            (reader) => `${minute} min: overdue to ${reader}`,
          ),
        ),
      ].sort(),
    );
  });

  test('they are asked to find one by the deadline that starts then, and why', async () => {
    const { db, at, allLetters } = played;
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

  test('no reader gets more than three letters in an hour', () => expectFewInAnHour(played.allLetters));
});

describe('while the first desk is closed, and its duty line is on call', () => {
  let atNight: UnansweredEmergency;

  beforeAll(async () => {
    atNight = await unansweredEmergency(loadSeed(AT_NIGHT), AT_NIGHT);
  }, 60_000);

  test('the duty line is notified in time; the desk gets the referral, and no letter about what it missed', () => {
    const ofFirst = atNight.letters.filter((letter) => atNight.sideOf(letter) === 'r1');
    expect(atNight.lines(ofFirst)).toEqual([
      ...['35 min: reminder to fi-alder-ncp duty', '5 min: new-referral to fi-alder-ncp desk'],
      ...['5 min: new-referral to fi-alder-ncp duty', '53 min: escalation to eero.alder'],
      '53 min: escalation to fi-alder-ncp duty',
    ]);
  });

  test('everyone else is notified as by day', () => {
    const others = ({ letters: all, sideOf, lines }: UnansweredEmergency) =>
      lines(all.filter((letter) => sideOf(letter) !== 'r1'));
    expect(others(atNight)).toEqual(others(played));
  });

  test('the limits are the same', () => {
    expectFewInAnHour(atNight.allLetters);
    expectFewBySide(atNight);
  });
});
