/** The timeline: every event in order, in sentences without particulars. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderWithCodes } from '../../../client/i18n/render-sentence.ts';
import { doneBy, timelineOf } from '../../../client/queries/timeline.ts';
import type { OutboxLetter } from '../../../prisma/store/letter-outbox.ts';
import { desk, History, HOUR, officer, partner } from '../../domain/clocks/history.ts';
import { lives } from '../../domain/clocks/random-history.ts';

describe('acts and clocks', () => {
  test('are listed in order, each clock by its name', () => {
    const history = new History({ urgency: 'urgent' }).sendTo(1);
    history.pass(5 * HOUR);
    history.play(partner(1), { type: 'ask-information', recipientId: 'r1', text: 'text-1' });
    history.pass(2 * HOUR);
    history.play(officer, { type: 'answer-information', questionId: 'q1', text: 'text-2' });
    history.play(partner(1), { type: 'accept', recipientId: 'r1' });
    const shown = timelineOf(history.journal, []).map(({ kind, said }) => `${kind}: ${renderWithCodes(said)}`);
    expect(shown).toMatchInlineSnapshot(`
      [
        "act: submitted by us-beryl: case-referral, urgent",
        "clock: deadline c1 (triage) started: 4 hours",
        "act: triaged: urgent, investigation, FI",
        "clock: deadline c1 (triage) ended",
        "act: recipients selected: fi-point",
        "act: r1 opened: fi-point (route)",
        "clock: deadline c2 (acknowledge, r1) started: 8 hours",
        "act: referred",
        "clock: deadline c2 (acknowledge, r1): warning at 50%",
        "act: question q1 asked by r1",
        "clock: deadline c2 (acknowledge, r1) paused: question",
        "clock: deadline c3 (clarification, q1) started: 24 hours",
        "act: question q1 answered",
        "clock: deadline c3 (clarification, q1) ended",
        "clock: deadline c2 (acknowledge, r1) resumed",
        "act: r1 acknowledged",
        "clock: deadline c2 (acknowledge, r1) ended",
        "clock: deadline c4 (decide, r1) started: 3 calendar-days",
        "act: r1 accepted",
        "clock: deadline c4 (decide, r1) ended",
        "clock: deadline c5 (outcome, r1) started: 7 calendar-days",
      ]
    `);
  });

  test('say when a clock runs out from now on', () => {
    const history = new History();
    const started = timelineOf(history.journal, []).find(({ moment }) => moment === 'clock-started');
    expect(started?.dueAt).toBe(history.clock('triage').dueAt);
  });

  test('are by a person, or by rule', () => {
    const history = new History();
    history.play(desk, { type: 'take' });
    const actors = timelineOf(history.journal, []).map(({ by }) => by.kind);
    expect(new Set(actors)).toEqual(new Set(['person']));
    expect(timelineOf(history.pass(72 * HOUR).journal, []).at(-1)?.by.kind).toBe('engine');
  });

  test('are by the rules if an act only caused them', () => {
    const history = new History();
    history.play(desk, { type: 'take' });
    const authors = timelineOf(history.journal, []).map((entry) => [entry.moment, doneBy(entry).kind]);
    expect(authors).toContainEqual(['submitted', 'person']);
    expect(authors).toContainEqual(['clock-started', 'engine']);
    expect(authors).toContainEqual(['handler-assigned', 'person']);
  });

  test('of any lifecycle are listed once each, in order', () => {
    fc.assert(
      fc.property(lives, ({ journal }) => {
        const timeline = timelineOf(journal, []);
        expect(timeline.map(({ seq }) => seq)).toEqual(journal.map(({ seq }) => seq));
        for (const { said } of timeline) expect(renderWithCodes(said)).toMatch(/\S/);
      }),
    );
  });
});

describe('letters', () => {
  const letter: OutboxLetter = {
    ...{ letterId: 'l1', letter: 'reminder', referralId: 'x', seq: 2, status: 'sent', code: null },
    addressee: { kind: 'point', contactPointId: 'fi-alder-ncp', line: 'duty' },
    decidedAt: '2026-03-02T10:00:00.000Z',
    settledAt: '2026-03-02T10:00:05.000Z',
  };
  const shown = (letters: OutboxLetter[]) =>
    timelineOf([], letters).map(({ at, said }) => `${at.slice(11, 19)} ${renderWithCodes(said)}`);

  test("are queued, then sent, with the addressee's id", () => {
    expect(shown([letter])).toEqual([
      '10:00:00 notification "reminder" to fi-alder-ncp (on-call officer) queued',
      '10:00:05 notification "reminder" sent to fi-alder-ncp (on-call officer)',
    ]);
  });

  test('that failed show the code of the failure', () => {
    const [, failed] = shown([{ ...letter, status: 'failed', code: '550' }]);
    expect(failed).toBe('10:00:05 notification "reminder" to fi-alder-ncp (on-call officer) not delivered: 550');
  });

  test('that wait are only decided', () => {
    expect(shown([{ ...letter, status: 'waiting', settledAt: null }])).toHaveLength(1);
  });

  test('are never sent before they are decided, whatever the clock of the sending machine says', () => {
    const [decided, sent] = shown([{ ...letter, settledAt: '2026-03-01T00:00:00.000Z' }]);
    expect([decided, sent]).toEqual([expect.stringContaining('queued'), expect.stringContaining('10:00:00 ')]);
    expect(sent).toContain('sent');
  });

  test('are listed between the acts, in order of time', () => {
    const history = new History().pass(HOUR);
    history.play(desk, { type: 'take' });
    const [submitted] = history.journal;
    const decidedAt = submitted?.at ?? '';
    const between = timelineOf(history.journal, [{ ...letter, seq: 1, decidedAt, settledAt: decidedAt }]);
    expect(between.at(-1)?.moment).toBe('handler-assigned');
    expect(between[0]?.moment).toBe('submitted');
  });
});
