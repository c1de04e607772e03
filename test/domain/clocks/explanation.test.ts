/** The explanation of a clock: every pause, extension and clock change, and the due instant in each time zone. */

import { describe, expect, test } from 'vitest';
import { recomputeDue } from '../../../domain/clocks/clock-history.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import type { EventType, JournalEntry } from '../../../domain/events.ts';
import { type Beginning, cappedPause, DAY, desk, earlierPolicies, History, HOUR, officer, partner } from './history.ts';

const recipientId = 'r1';
const text = 't-reason';

/** Acknowledged in March, asked and answered, extended, accepted in May. */
function decided(beginning: Beginning = {}): History {
  const history = new History({ at: '2026-03-02T10:00:00.000Z', ...beginning }).sendTo(1);
  history.play(partner(1), { type: 'acknowledge', recipientId }).pass(HOUR);
  history.play(partner(1), { type: 'ask-information', recipientId, text }).pass(2 * DAY + 30 * 60_000);
  history.play(officer, { type: 'answer-information', questionId: 'q1', text }).pass(20 * DAY);
  const estimateAt = '2026-04-20T08:00:00.000Z';
  history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text, estimateAt });
  return history.pass(15 * DAY).play(partner(1), { type: 'accept', recipientId });
}

const seqOf = ({ journal }: History, type: EventType) => journal.find(({ event }) => event.type === type)?.seq;

const explain = (history: History, id: string) => explainClock(history.journal, id, history.zones, history.policies);

describe('an explanation', () => {
  test('lists every event in order of time', () => {
    const history = decided();
    const { lines } = explain(history, history.clock('decide').id);
    expect(lines.map(({ at, what }) => `${at} ${what}`)).toEqual([
      '2026-03-02T10:00:00.000Z started',
      '2026-03-02T11:00:00.000Z paused',
      '2026-03-04T11:30:00.000Z resumed',
      '2026-03-19T15:29:59.999Z warned',
      '2026-03-24T11:30:00.000Z extended',
      '2026-03-29T01:00:00.000Z offset-changed',
      '2026-04-03T15:29:59.999Z warned',
      '2026-04-08T11:30:00.000Z stopped',
    ]);
    expect(lines).toMatchObject([
      { dueAt: '2026-04-01T20:59:59.999Z' },
      { reason: 'question' },
      { reason: 'question', paused: 2 * DAY + 30 * 60_000, midnights: 2, dueAt: '2026-04-03T20:59:59.999Z' },
      { fraction: 0.5 },
      {
        amount: 30,
        reasonSeq: seqOf(history, 'extension-granted'),
        estimateAt: '2026-04-20T08:00:00.000Z',
        dueAt: '2026-05-03T20:59:59.999Z',
      },
      { from: 120, to: 180 },
      { fraction: 0.5 },
      { by: 'accepted', late: false },
    ]);
  });

  test('gives the due instant in every zone, and recalculates it to the same instant', () => {
    const history = decided();
    const clock = history.clock('decide');
    expect(explain(history, clock.id).due).toEqual({
      at: clock.dueAt,
      recomputedAt: clock.dueAt,
      readings: [
        { of: 'clock', zone: 'Europe/Helsinki', time: '2026-05-03 23:59:59 +03:00' },
        { of: 'sender', zone: 'America/New_York', time: '2026-05-03 16:59:59 -04:00' },
        { of: 'recipient', zone: 'Europe/Helsinki', time: '2026-05-03 23:59:59 +03:00' },
        { of: 'utc', zone: 'UTC', time: '2026-05-03 20:59:59 +00:00' },
      ],
    });
  });

  test("of a question's clock is in the time zone of the party that asked", () => {
    const history = decided();
    const walls = explain(history, history.clock('clarification').id).due.readings.map(
      ({ of, zone }) => `${of} ${zone}`,
    );
    expect(walls).toEqual([
      'clock America/New_York',
      'sender America/New_York',
      'recipient Europe/Helsinki',
      'utc UTC',
    ]);
  });

  test('keeps the zones of the parties that were recorded at the start', () => {
    const history = decided();
    const moved = { ...history.zones, sender: 'Asia/Tokyo', recipient: () => 'Asia/Kathmandu' };
    for (const id of [history.clock('decide').id, history.clock('clarification').id]) {
      expect(explainClock(history.journal, id, moved, history.policies)).toEqual(explain(history, id));
    }
    const earlier = decided({ earlier: true });
    const { due } = explainClock(earlier.journal, earlier.clock('decide').id, moved, earlier.policies);
    expect(due.readings.map(({ zone }) => zone)).toEqual(['Europe/Helsinki', 'Asia/Tokyo', 'Asia/Kathmandu', 'UTC']);
  });

  test('of the whole has no recipient', () => {
    const history = new History().play(desk, { type: 'ask-information', text });
    for (const id of ['c1', 'c2']) {
      expect(explain(history, id).due.readings.map(({ of }) => of)).toEqual(['clock', 'sender', 'utc']);
    }
  });

  test('of a clock of an earlier version gives the basis only as long as the policies are of its version', () => {
    const history = decided({ earlier: true });
    const newer = { ...earlierPolicies, version: 'newer' };
    const basis = (policies: typeof newer) => explainClock(history.journal, 'c1', history.zones, policies).basis;
    expect(basis(earlierPolicies)).toMatchObject({ level: 'TARGET' });
    expect(basis(newer)).toBeUndefined();
  });

  test('of an expired clock states the expiry and the late answer', () => {
    const history = new History()
      .sendTo(1)
      .pass(5 * DAY)
      .play(partner(1), { type: 'acknowledge', recipientId });
    const { lines } = explain(history, history.clock('acknowledge').id);
    expect(lines.slice(-2)).toMatchObject([
      { what: 'expired', action: 'escalate' },
      { what: 'stopped', by: 'acknowledged', late: true },
    ]);
  });
});

test('a clock that never started is refused', () => {
  const { journal } = new History();
  expect(() => recomputeDue(journal, 'c9')).toThrow(expect.objectContaining({ code: 'UNKNOWN_CLOCK' }));
});

test('a changed due instant is detected', () => {
  const history = decided();
  const journal = history.journal.map((entry) =>
    entry.event.type === 'clock-extended'
      ? { ...entry, event: { ...entry.event, dueAt: '2027-01-01T00:00:00.000Z' } }
      : entry,
  );
  const explanation = explainClock(journal, history.clock('decide').id, history.zones, history.policies);
  expect(explanation.due.at).not.toBe(explanation.due.recomputedAt);
});

test('a pause that reached the longest time is as long as it counted', () => {
  const history = cappedPause();
  const explanation = explain(history, history.clock('decide').id);
  expect(explanation.lines.find(({ what }) => what === 'resumed')).toMatchObject({
    ...{ at: '2026-03-05T11:00:00.000Z', paused: DAY + 11 * HOUR, midnights: 1, capped: true },
  });
});

test('a clock that an earlier version resumed is recalculated as that version did', () => {
  const history = decided({ earlier: true });
  const { id } = history.clock('decide');
  // The length of the pause, two days and a half hour, moved the deadline into the third day.
  const earlier = history.journal.map((entry): JournalEntry => {
    if (entry.event.type !== 'clock-resumed' || entry.event.clockId !== id) return entry;
    const { midnights: _, ...event } = entry.event;
    return { ...entry, event: { ...event, dueAt: '2026-04-04T20:59:59.999Z' } };
  });
  expect(recomputeDue(earlier, id)).toBe('2026-05-04T20:59:59.999Z');
});
