/** Simulation of other policies for a recorded referral: the simulated clocks beside the recorded ones. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateClocks } from '../../../domain/clocks/simulate.ts';
import { examples } from '../../support/seeds.ts';
import { DAY, type History, HOUR, officer, partner, sent, withTerms } from './history.ts';
import { lives } from './random-history.ts';

const recipientId = 'r1';
const text = 't';

function simulated(history: History, policies = history.policies) {
  return simulateClocks(history.journal, policies, () => history.zones, history.now);
}

/** Acknowledged after two hours, with a question of an hour. */
function acknowledged(): History {
  const history = sent({ at: '2026-03-02T10:00:00.000Z', urgency: 'urgent' });
  history.pass(HOUR).play(partner(1), { type: 'ask-information', recipientId, text }).pass(HOUR);
  history.play(officer, { type: 'answer-information', questionId: 'q1', text }).pass(HOUR);
  return history.play(partner(1), { type: 'acknowledge', recipientId });
}

test('a shorter deadline would have been breached, and the pause counts in it', () => {
  const startedAt = '2026-03-02T10:00:00.000Z';
  const shorter = simulated(acknowledged(), withTerms('acknowledge', { amount: 1 }));
  expect(shorter.find(({ name }) => name === 'acknowledge')).toEqual({
    name: 'acknowledge',
    subject: { of: 'recipient', recipientId },
    recorded: { startedAt, dueAt: '2026-03-02T19:00:00.000Z', endedAt: '2026-03-02T13:00:00.000Z', breached: false },
    simulated: { startedAt, dueAt: '2026-03-02T11:00:00.000Z', endedAt: '2026-03-02T13:00:00.000Z', breached: true },
  });
  const [, fits] = simulated(acknowledged(), withTerms('acknowledge', { amount: 2 }));
  expect(fits?.simulated).toEqual({ ...fits?.recorded, dueAt: '2026-03-02T13:00:00.000Z' });
});

test('an extension extends the simulated clock, and a clock that still runs is breached once it is due', () => {
  const history = acknowledged();
  history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 2, text }).pass(10 * DAY);
  const decide = simulated(history, withTerms('decide', { amount: 4 })).find(({ name }) => name === 'decide');
  expect(decide).toMatchObject({
    recorded: { dueAt: '2026-03-07T21:59:59.999Z', breached: true },
    simulated: { dueAt: '2026-03-08T21:59:59.999Z', breached: true },
  });
});

test('clocks that only one of the policies has are shown without the other', () => {
  const { version, clocks } = acknowledged().policies;
  const without = simulated(acknowledged(), { version, clocks: clocks.filter(({ id }) => id !== 'clarification') });
  expect(without.find(({ name }) => name === 'clarification')).not.toHaveProperty('simulated');
});

test('the same policies would have given the same due instants', () => {
  fc.assert(
    fc.property(
      lives.filter(({ referral }) => referral !== undefined),
      (history) => {
        for (const { recorded, simulated: would } of simulated(history)) expect(would?.dueAt).toBe(recorded?.dueAt);
      },
    ),
    { numRuns: examples(60) },
  );
});
