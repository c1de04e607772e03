/** When letters leave: emergencies at once, the rest in bundles with limits, and at night only what cannot wait. */

import { describe, expect, test } from 'vitest';
import { LETTER_PACING, type PacedLetter, planSending } from '../../domain/letter-pacing.ts';

const NOON = new Date('2026-11-25T12:00:00Z');
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let count = 0;
function aLetter(more: Partial<PacedLetter> = {}): PacedLetter {
  count += 1;
  return {
    ...{ letterId: `letter-${count}`, letter: 'receipt', urgency: 'standard', queuedAt: NOON, dueAt: NOON },
    ...{ messageId: null, isToDutyLine: false, ...more },
  };
}

/** The recent messages were about emergencies, unless others are given. */
const plan = (letters: PacedLetter[], now = NOON, sentAt: Date[] = [], zone = 'UTC', emergencySentAt = sentAt) =>
  planSending(letters, { now, zone, sentAt, emergencySentAt, pacing: LETTER_PACING });
const idsOf = (messages: PacedLetter[][]) => messages.map((each) => each.map(({ letterId }) => letterId));

test('without limits, each letter is a message of its own, and is sent at once', () => {
  const letters = [aLetter(), aLetter({ urgency: 'emergency' })];
  const { messages, held } = planSending(letters, {
    ...{ now: NOON, zone: 'UTC', sentAt: [], emergencySentAt: [], pacing: undefined },
  });
  expect([messages, held]).toEqual([letters.map((letter) => [letter]), []]);
});

describe('letters that are not pressing', () => {
  test('wait ten minutes, and are then sent as one message', () => {
    const [first, second] = [aLetter(), aLetter({ queuedAt: minutesLater(5) })];
    expect(plan([first, second], minutesLater(6))).toEqual({
      ...{ messages: [], held: [{ letters: [first, second], until: minutesLater(10), heldFor: 'bundle' }] },
    });
    expect(plan([first, second], minutesLater(10)).messages).toEqual([[first, second]]);
  });

  test('leave together with a letter that is sent at once', () => {
    const letters = [aLetter(), aLetter({ letter: 'new-referral' })];
    expect(plan(letters).messages).toEqual([letters]);
  });

  test('are limited to two messages in an hour, so that a third one is left for emergencies', () => {
    const letter = aLetter({ letter: 'new-referral', queuedAt: minutesLater(30), dueAt: minutesLater(30) });
    const sentAt = [NOON, minutesLater(10)];
    expect(plan([letter], minutesLater(30), sentAt.slice(1)).messages).toHaveLength(1);
    expect(plan([letter], minutesLater(30), sentAt).held).toMatchObject([{ until: minutesLater(60), heldFor: 'cap' }]);
    expect(plan([letter], minutesLater(60), sentAt.slice(1)).messages).toHaveLength(1);
  });

  test('wait at night in the time zone of the reader, until six', () => {
    const night = new Date('2026-11-25T21:30:00Z');
    const letter = aLetter({ letter: 'new-referral', queuedAt: night, dueAt: night });
    const until = new Date('2026-11-26T04:00:00Z');
    expect(plan([letter], night, [], 'Europe/Helsinki').held).toMatchObject([{ until, heldFor: 'quiet-hours' }]);
    expect(plan([letter], night, [], 'America/New_York').messages).toHaveLength(1);
    const early = new Date('2026-11-26T03:59:00Z');
    expect(plan([letter], early, [], 'Europe/Helsinki').held).toMatchObject([{ until }]);
    expect(plan([letter], until, [], 'Europe/Helsinki').messages).toHaveLength(1);
  });

  test('wait in the quiet hours of the installation', () => {
    const letter = aLetter({ letter: 'new-referral' });
    const at = (hour: number, from: number, to: number) =>
      planSending([letter], {
        ...{ now: new Date(Date.UTC(2026, 10, 25, hour)), zone: 'UTC', sentAt: [], emergencySentAt: [] },
        pacing: { ...LETTER_PACING, quiet: { from, to } },
      }).held;
    expect(at(12, 11, 13)).toMatchObject([{ until: minutesLater(60), heldFor: 'quiet-hours' }]);
    expect([at(13, 11, 13), at(12, 13, 11), at(23, 0, 0)]).toEqual([[], [], []]);
  });

  test('do not wait at night if the reader is on call, or if the deadline is before the morning', () => {
    const night = new Date('2026-11-25T23:30:00Z');
    const one = aLetter({ letter: 'new-referral', isToDutyLine: true, queuedAt: night });
    const deadline = new Date('2026-11-26T03:00:00Z');
    const other = aLetter({ letter: 'escalation', queuedAt: night, deadline });
    const late = aLetter({ letter: 'escalation', queuedAt: night, deadline: new Date('2026-11-26T09:00:00Z') });
    expect(plan([one, other, late], night)).toMatchObject({
      messages: [[one, other]],
      held: [{ letters: [late], heldFor: 'quiet-hours' }],
    });
  });
});

test('if quiet hours hold back all letters, only those about emergencies leave at night', () => {
  const night = new Date('2026-11-25T23:30:00Z');
  const deadline = new Date('2026-11-26T03:00:00Z');
  const others = [
    aLetter({ letter: 'new-referral', isToDutyLine: true, queuedAt: night }),
    aLetter({ letter: 'escalation', queuedAt: night, deadline }),
  ];
  const emergency = aLetter({ urgency: 'emergency', queuedAt: night });
  const planned = planSending([...others, emergency], {
    ...{ now: night, zone: 'UTC', sentAt: [], emergencySentAt: [] },
    pacing: { ...LETTER_PACING, quietHolds: 'all' },
  });
  const until = new Date('2026-11-26T06:00:00Z');
  expect(planned).toEqual({ messages: [[emergency]], held: [{ letters: others, until, heldFor: 'quiet-hours' }] });
});

describe('letters about emergencies', () => {
  const emergency = (more: Partial<PacedLetter> = {}) => aLetter({ urgency: 'emergency', ...more });

  test('leave at once at any hour, in a message without other letters', () => {
    const night = new Date('2026-11-25T02:00:00Z');
    const [pressing, other] = [emergency(), aLetter({ letter: 'new-referral' })];
    expect(plan([other, pressing], night).messages).toEqual([[pressing]]);
  });

  test('are not delayed by three routine messages', () => {
    const [first, routine] = [emergency(), aLetter({ letter: 'new-referral' })];
    const sentAt = [minutesLater(-2), minutesLater(-1), NOON];
    const { messages, held } = plan([first, routine], minutesLater(1), sentAt, 'UTC', []);
    expect(messages).toEqual([[first]]);
    expect(held).toMatchObject([{ letters: [routine], heldFor: 'cap' }]);
  });

  test('of a flood: the first leaves at once; all others share a message after a minute, and then after longer gaps', () => {
    const first = emergency();
    expect(plan([first]).messages).toEqual([[first]]);
    const flood = Array.from({ length: 499 }, () => emergency());
    expect(plan(flood, minutesLater(0.5), [NOON]).held).toMatchObject([{ until: minutesLater(1), heldFor: 'cap' }]);
    expect(idsOf(plan(flood, minutesLater(1), [NOON]).messages)).toEqual([flood.map(({ letterId }) => letterId)]);
    expect(plan(flood, minutesLater(2), [NOON, minutesLater(1)]).held).toMatchObject([{ until: minutesLater(11) }]);
  });

  test('wait half an hour at most if the limit of the hour is reached', () => {
    const sentAt = [NOON, minutesLater(1), minutesLater(11)];
    expect(plan([emergency()], minutesLater(12), sentAt).held).toMatchObject([{ until: minutesLater(41) }]);
    expect(plan([emergency()], minutesLater(41), sentAt).messages).toHaveLength(1);
    // Or until the limit permits a further message.
    const early = [minutesLater(-50), minutesLater(-40), NOON];
    expect(plan([emergency()], minutesLater(1), early, 'UTC', [NOON]).held).toMatchObject([
      { until: minutesLater(10) },
    ]);
  });

  test('do not delay the reminder and the escalation of an emergency with a deadline of one hour', () => {
    expect(plan([emergency()], minutesLater(30), [NOON]).messages).toHaveLength(1);
    expect(plan([emergency()], minutesLater(48), [NOON, minutesLater(30)]).messages).toHaveLength(1);
  });
});

test('a message that was tried before is repeated with the same letters, whatever came since', () => {
  const [one, two] = [aLetter({ messageId: 'm' }), aLetter({ messageId: 'm', urgency: 'emergency' })];
  const { messages } = plan([aLetter({ letter: 'new-referral' }), one, two], NOON, [NOON, NOON, NOON]);
  expect(messages).toEqual([[one, two]]);
});

test('every letter is either sent or held, once', () => {
  const urgencies = ['emergency', 'urgent', 'standard', 'informational'] as const;
  const letters = Array.from({ length: 40 }, (_, n) =>
    aLetter({
      urgency: urgencies[n % 4] ?? 'urgent',
      letter: n % 3 ? 'receipt' : 'escalation',
      isToDutyLine: n % 5 === 0,
      messageId: n % 7 ? null : 'm',
      queuedAt: minutesLater(-n),
    }),
  );
  for (let hour = 0; hour < 24; hour += 1) {
    const { messages, held } = plan(letters, minutesLater(hour * 60), [minutesLater(hour * 60 - 1)]);
    const ids = [...messages.flat(), ...held.flatMap((each) => each.letters)].map(({ letterId }) => letterId);
    expect(ids.sort()).toEqual(letters.map(({ letterId }) => letterId).sort());
    for (const { until } of held) expect(until.getTime()).toBeGreaterThan(minutesLater(hour * 60).getTime());
  }
});
