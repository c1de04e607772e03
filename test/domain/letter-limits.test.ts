/** Messages per reader and hour, over simulated hours: at most three, and a fourth only if an emergency would wait too long. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LetterKind } from '../../domain/letter-kinds.ts';
import { LETTER_PACING, type PacedLetter, planSending } from '../../domain/letter-pacing.ts';
import type { Urgency } from '../../domain/vocabulary.ts';
import { examples } from '../support/seeds.ts';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-25T06:00:00Z');
const HOURS = 6;

interface Message {
  minute: number;
  isEmergency: boolean;
  letters: PacedLetter[];
}

const at = (minute: number) => new Date(START + minute * MINUTE_MS);
const minuteOf = ({ queuedAt }: PacedLetter) => (queuedAt.getTime() - START) / MINUTE_MS;

/** Letters to one reader: the minute, whether it is about an emergency, and the kind. */
const arrivals = (urgencies: readonly Urgency[]) =>
  fc.array(
    fc.record({
      // Some are close together, as in a flood.
      minute: fc.oneof(fc.integer({ min: 0, max: HOURS * 60 }), fc.integer({ min: 100, max: 110 })),
      urgency: fc.constantFrom(...urgencies),
      letter: fc.constantFrom<LetterKind>('receipt', 'new-referral', 'escalation'),
    }),
    { minLength: 1, maxLength: 50 },
  );

type Arrival = Parameters<Parameters<ReturnType<typeof arrivals>['map']>[0]>[0][number];

/** What is sent if every message is accepted. */
function simulate(all: readonly Arrival[]): Message[] {
  let waiting = all.map(({ minute, ...more }, n): PacedLetter & { minute: number } => ({
    ...{ ...more, letterId: `letter-${n}`, queuedAt: at(minute), dueAt: at(minute), messageId: null, minute },
    isToDutyLine: false,
  }));
  const messages: Message[] = [];
  for (let minute = 0; minute <= (HOURS + 3) * 60; minute += 1) {
    const present = waiting.filter((letter) => letter.minute <= minute);
    if (present.length === 0) continue;
    const recent = messages.filter((message) => minute - message.minute < 60);
    const { messages: sent } = planSending(present, {
      ...{ now: at(minute), zone: 'UTC', pacing: { ...LETTER_PACING, quiet: { from: 0, to: 0 } } },
      sentAt: recent.map((message) => at(message.minute)),
      emergencySentAt: recent.filter(({ isEmergency }) => isEmergency).map((message) => at(message.minute)),
    });
    for (const letters of sent)
      messages.push({ minute, letters, isEmergency: letters.some(({ urgency }) => urgency === 'emergency') });
    waiting = waiting.filter((letter) => !sent.flat().includes(letter));
  }
  expect(waiting).toEqual([]);
  return messages;
}

/** The messages of the hour that ends with this one. */
const hourBefore = (messages: readonly Message[], { minute }: Message) =>
  messages.filter((each) => each.minute <= minute && minute - each.minute < 60);

const everyFlow = (urgencies: readonly Urgency[], check: (messages: Message[]) => void) =>
  fc.assert(
    fc.property(arrivals(urgencies), (all) => check(simulate(all))),
    { numRuns: examples(150) },
  );

test('three messages in an hour; a fourth only half an hour after the last one about emergencies', () => {
  everyFlow(['emergency', 'urgent', 'standard'], (messages) => {
    for (const message of messages) {
      const hour = hourBefore(messages, message);
      expect(hour.length).toBeLessThanOrEqual(4);
      if (hour.length < 4) continue;
      const previous = hour.filter(({ isEmergency }) => isEmergency).at(-2);
      expect(message.isEmergency).toBe(true);
      const gap = message.minute - (previous?.minute ?? Number.NaN);
      expect(gap).toBeGreaterThanOrEqual(LETTER_PACING.emergencyGaps.longest);
    }
  });
});

test('an emergency waits half an hour at most, and not at all if none was sent within the hour', () => {
  everyFlow(['emergency', 'urgent'], (messages) => {
    for (const message of messages.filter(({ isEmergency }) => isEmergency)) {
      const waited = message.letters.map((letter) => message.minute - minuteOf(letter));
      const isFirst = !messages.some(
        (each) => each.isEmergency && each.minute < message.minute && message.minute - each.minute < 60,
      );
      expect(Math.max(...waited)).toBeLessThanOrEqual(isFirst ? 0 : LETTER_PACING.emergencyGaps.longest);
    }
  });
});

test('without emergencies, two messages in an hour', () => {
  everyFlow(['urgent', 'standard'], (messages) => {
    for (const message of messages) expect(hourBefore(messages, message).length).toBeLessThanOrEqual(2);
  });
});
