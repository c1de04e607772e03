/** Questions pause the clocks of the agency that asked; extensions and pauses move due instants. */

import { describe, expect, test } from 'vitest';
import { ENGINE } from '../../../domain/people.ts';
import { chief, DAY, desk, History, HOUR, officer, partner } from './history.ts';

const recipientId = 'r1';
const text = 't';

/** Urgent, so that acknowledging is counted in hours: begun at 10:00 UTC, due eight hours later. */
const urgent = () => new History({ at: '2026-03-02T10:00:00.000Z', urgency: 'urgent' });
const asked = () => urgent().sendTo(2).pass(HOUR).play(partner(1), { type: 'ask-information', recipientId, text });

describe("a recipient's question", () => {
  test("pauses only the clock of the party that asked, and starts the sender's", () => {
    const history = asked();
    expect(history.moves()).toEqual(['paused acknowledge r1', 'started clarification q1']);
    expect(history.clock('acknowledge', 'r2').state.status).toBe('running');
  });

  test('answered, it gives the time back that it took', () => {
    const history = asked().pass(2 * HOUR);
    history.play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.moves()).toEqual(['stopped clarification q1', 'resumed acknowledge r1']);
    expect(history.clock('acknowledge', 'r1')).toMatchObject({
      dueAt: '2026-03-02T20:00:00.000Z',
      warnings: [
        { fraction: 0.5, at: '2026-03-02T16:00:00.000Z' },
        { fraction: 0.8, at: '2026-03-02T18:24:00.000Z' },
      ],
    });
    expect(history.clock('acknowledge', 'r2').dueAt).toBe('2026-03-02T18:00:00.000Z');
  });

  test('left without an answer, it gives time back until its own clock expires, and no longer', () => {
    const history = asked().pass(30 * HOUR);
    expect(history.referral?.questions).toMatchObject([{ state: 'expired' }]);
    expect(history.clock('acknowledge', 'r1').dueAt).toBe('2026-03-03T18:00:00.000Z');
    history.play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.moves()).toEqual(['stopped clarification q1']);
    expect(history.clock('clarification').state).toMatchObject({ late: true });
  });

  test('a clock that starts while it is open starts paused', () => {
    const history = asked().pass(HOUR).play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.moves()).toEqual(['stopped acknowledge r1', 'started decide r1', 'paused decide r1']);
    history.pass(HOUR).play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.moves()).toEqual(['stopped clarification q1', 'resumed decide r1']);
  });

  test('asked after the due instant comes too late to pause', () => {
    const history = urgent()
      .sendTo(1)
      .passUnnoticed(9 * HOUR);
    history.play(partner(1), { type: 'ask-information', recipientId, text });
    expect(history.moves()).toEqual(['started clarification q1']);
  });

  test('its own clock is never paused, not by a second question either', () => {
    const history = asked().play(partner(2), { type: 'ask-information', recipientId: 'r2', text });
    expect(history.clocks('clarification').map(({ state }) => state.status)).toEqual(['running', 'running']);
  });

  test('withdrawn by the party that asked, it leaves nothing paused', () => {
    const history = asked().pass(1).play(partner(1), { type: 'decline', recipientId, ground: 'no-jurisdiction' });
    expect(history.referral?.clocks.filter(({ state }) => state.status === 'paused')).toEqual([]);
    expect(history.clock('clarification').state).toMatchObject({ status: 'stopped', late: false });
  });

  /** Due at the end of the 5th in Helsinki. */
  const inDays = () => {
    const history = new History({ at: '2026-03-02T10:00:00.000Z' }).sendTo(1);
    return history.pass(HOUR).play(partner(1), { type: 'ask-information', recipientId, text });
  };

  test.each([
    ['a minute', 60_000, '2026-03-05T21:59:59.999Z'],
    ['the ten hours before midnight', 10 * HOUR, '2026-03-05T21:59:59.999Z'],
    ['26 hours, with one midnight', 26 * HOUR, '2026-03-06T21:59:59.999Z'],
    // The 5th, the 6th and Monday the 9th.
    ['50 hours, with two and a weekend', 50 * HOUR, '2026-03-09T21:59:59.999Z'],
  ])('of %s moves a deadline in days by its midnights', (_, length, dueAt) => {
    const history = inDays().pass(length).play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.clock('acknowledge').dueAt).toBe(dueAt);
  });

  test('without a midnight moves no warning', () => {
    const before = inDays();
    const { warnings } = before.clock('acknowledge');
    before.pass(60_000).play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(before.clock('acknowledge').warnings).toEqual(warnings);
  });
});

describe("the coordinator's question", () => {
  const atIntake = () => urgent().pass(HOUR).play(desk, { type: 'ask-information', text });

  test('pauses triage until the sender answers', () => {
    const history = atIntake();
    expect(history.moves()).toEqual(['paused triage referral', 'started clarification q1']);
    history.pass(3 * HOUR).play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.moves()).toEqual(['stopped clarification q1', 'resumed triage referral']);
    expect(history.clock('triage').dueAt).toBe('2026-03-02T17:00:00.000Z');
  });

  test('does not pause the triage of a later round', () => {
    const history = atIntake().play(desk, { type: 'reject-at-intake', ground: 'no-location' });
    history.pass(DAY).play(chief, { type: 'reopen', text });
    expect(history.moves()).toEqual(['started triage referral']);
    expect(history.clock('triage').state.status).toBe('running');
  });
});

describe('an extension', () => {
  const accepted = () => new History({ at: '2026-03-02T10:00:00.000Z' }).sendTo(1).pass(HOUR);

  test("is counted in the clock's own unit, and moves the warnings that are still to come", () => {
    const history = accepted()
      .play(partner(1), { type: 'acknowledge', recipientId })
      .pass(20 * DAY);
    expect(history.clock('decide').warnings.map(({ fraction }) => fraction)).toEqual([0.8]);
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text });
    expect(history.moves()).toEqual(['extended decide r1']);
    const { dueAt, startedAt, warnings, extensions } = history.clock('decide');
    expect(dueAt).toBe('2026-05-01T20:59:59.999Z');
    const running = Date.parse(dueAt) - Date.parse(startedAt);
    expect(Date.parse(warnings.at(-1)?.at ?? '')).toBeCloseTo(Date.parse(startedAt) + 0.8 * running, -1);
    expect(extensions).toBe(1);
  });

  test('late in the day has its warnings again, as far as they are ahead in the longer time', () => {
    const history = accepted()
      .play(partner(1), { type: 'acknowledge', recipientId })
      .pass(28 * DAY);
    expect(history.clock('decide').warnings).toEqual([]);
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 10, text });
    expect(history.clock('decide').warnings.map(({ fraction }) => fraction)).toEqual([0.8]);
    const { at = '' } = history.clock('decide').warnings[0] ?? {};
    expect(at > history.now && at < history.clock('decide').dueAt).toBe(true);
    history.pass(10 * DAY);
    expect(history.clock('decide').warnings).toEqual([]);
  });

  test('is taken in a pause too, and the pause comes on top', () => {
    const history = new History({ at: '2026-03-02T10:00:00.000Z', urgency: 'emergency' }).sendTo(1);
    history.play(partner(1), { type: 'acknowledge', recipientId }).pass(HOUR);
    history.play(partner(1), { type: 'ask-information', recipientId, text }).pass(HOUR);
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 4, text }).pass(HOUR);
    history.play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.clock('decide').dueAt).toBe('2026-03-03T00:00:00.000Z');
  });
});

test('a warning that was given is not given again after a pause', () => {
  const history = urgent()
    .sendTo(1)
    .pass(5 * HOUR);
  history.play(partner(1), { type: 'ask-information', recipientId, text }).pass(2 * HOUR);
  history.play(officer, { type: 'answer-information', questionId: 'q1', text });
  expect(history.clock('acknowledge').warnings).toEqual([{ fraction: 0.8, at: '2026-03-02T18:24:00.000Z' }]);
});

test('a paused clock does not expire, however long it takes', () => {
  const history = asked().pass(20 * HOUR);
  expect(history.clock('acknowledge', 'r1').state.status).toBe('paused');
  expect(() =>
    history.play(ENGINE, { type: 'expire-clock', clockId: history.clock('acknowledge', 'r1').id }),
  ).toThrow();
});
