/** Clocks of the policy language: capped pauses, every expiry action, and warnings before the end. */

import { describe, expect, test } from 'vitest';
import { recomputeDue } from '../../../domain/clocks/clock-history.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import { choices, DAY, HOUR, officer, partner, sent, withTerms } from './history.ts';

const recipientId = 'r1';
const text = 't';

describe('a cap of pauses', () => {
  test.each([
    ['2 hours', { amount: 2, unit: 'hours' }, 'urgent', '2026-03-02T20:00:00.000Z', 2 * HOUR],
    ['1 calendar day', { amount: 1, unit: 'calendar-days' }, 'standard', '2026-03-06T21:59:59.999Z', 36 * HOUR],
  ] as const)(
    'of %s resumes the clock while the question is open, and no later pause counts',
    (_, pauseCap, urgency, dueAt, length) => {
      const policies = withTerms('acknowledge', { pauseCap, ...(urgency === 'standard' && { unit: 'calendar-days' }) });
      const history = sent({ at: '2026-03-02T10:00:00.000Z', urgency, policies });
      history.play(partner(1), { type: 'ask-information', recipientId, text });
      history.pass(length);
      expect(history.clock('acknowledge')).toMatchObject({ state: { status: 'running' }, dueAt });
      expect(history.referral?.questions[0]?.state).toBe('open');
      history.play(officer, { type: 'answer-information', questionId: 'q1', text });
      history.play(partner(1), { type: 'ask-information', recipientId, text });
      expect(history.clock('acknowledge')).toMatchObject({ state: { status: 'running' }, dueAt });
    },
  );

  test('an answer that comes while the engine is away is counted up to the cap', () => {
    const policies = withTerms('acknowledge', { pauseCap: { amount: 1, unit: 'hours' } });
    const history = sent({ at: '2026-03-02T10:00:00.000Z', urgency: 'urgent', policies });
    history.play(partner(1), { type: 'ask-information', recipientId, text }).passUnnoticed(3 * HOUR);
    history.play(officer, { type: 'answer-information', questionId: 'q1', text });
    expect(history.clock('acknowledge').dueAt).toBe('2026-03-02T19:00:00.000Z');
    expect(recomputeDue(history.journal, history.clock('acknowledge').id)).toBe('2026-03-02T19:00:00.000Z');
  });
});

describe('an expiry action', () => {
  const asked = (policies: ClockPolicies) => {
    const history = sent({ urgency: 'urgent', handlingCode: 'H2', policies }).play(partner(1), {
      type: 'acknowledge',
      recipientId,
    });
    const choice = choices[3];
    if (choice) history.play(partner(1), { type: 'refer-onward', recipientId, choice, text });
    return history.pass(DAY);
  };

  test('tacit-clearance: silence is consent, and nobody is late', () => {
    const { referral } = asked(withTerms('consent-onward', { onExpiry: 'tacit-clearance' }));
    expect(referral?.recipients.map(({ status }) => status)).toEqual(['referred-onward', 'sent']);
    expect(referral?.clocks.find(({ name }) => name === 'consent-onward')?.state).toMatchObject({ late: false });
  });

  test('breach: the recipient still waits for consent', () => {
    const history = asked(withTerms('consent-onward', { onExpiry: 'breach' }));
    expect(history.clock('consent-onward').state.status).toBe('expired');
    expect(history.referral?.recipients).toHaveLength(1);
  });

  test('duty-lapses: the clock ends without a breach', () => {
    const policies = withTerms('outcome', { onExpiry: 'duty-lapses' });
    const history = sent({ urgency: 'emergency', policies })
      .play(partner(1), { type: 'accept', recipientId })
      .pass(5 * DAY);
    expect(history.clock('outcome').state).toMatchObject({ status: 'stopped', late: false });
  });
});

test('a warning that a short clock has no time for is given after an extension', () => {
  const terms = { amount: 5, extension: { max: 30, count: 1, reasonRequired: true } } as const;
  const policies = withTerms('decide', terms, { warnBefore: [{ amount: 7, unit: 'calendar-days' }], warnAt: [] });
  const history = sent({ at: '2026-03-02T10:00:00.000Z', policies }).play(partner(1), {
    type: 'acknowledge',
    recipientId,
  });
  expect(history.clock('decide').warnings).toEqual([]);
  history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text });
  expect(history.clock('decide')).toMatchObject({
    dueAt: '2026-04-06T20:59:59.999Z',
    warnings: [{ at: '2026-03-30T20:59:59.999Z', before: { amount: 7, unit: 'calendar-days' } }],
  });
});

test('a warning before the due instant is given at that time', () => {
  const policies = withTerms('decide', {}, { warnBefore: [{ amount: 7, unit: 'calendar-days' }], warnAt: [0.5] });
  const history = sent({ at: '2026-03-02T10:00:00.000Z', policies }).play(partner(1), {
    type: 'acknowledge',
    recipientId,
  });
  expect(history.clock('decide').warnings.at(-1)).toEqual({
    ...{ fraction: 0.772, at: '2026-03-25T21:59:59.999Z', before: { amount: 7, unit: 'calendar-days' } },
  });
});
