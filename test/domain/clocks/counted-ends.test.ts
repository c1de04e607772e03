/** Clocks of the policy language: capped pauses, every expiry action, and warnings before the end. */

import { describe, expect, test } from 'vitest';
import { recomputeDue } from '../../../domain/clocks/clock-history.ts';
import type { ClockName } from '../../../domain/clocks/clock-names.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import { lettersOfEntry } from '../../../domain/consequences.ts';
import { RECIPIENT_IN } from '../../support/cases-by-status.ts';
import { CAST, choice, officerAt } from '../../support/factories.ts';
import { type Beginning, choices, DAY, type History, HOUR, officer, partner, sent, withTerms } from './history.ts';

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

  test('tacit-clearance: if the contact point got the referral meanwhile, the request lapses and both sides are notified', () => {
    const it = RECIPIENT_IN.accepted({ handlingCode: 'H2' });
    it.policies = withTerms('consent-onward', { onExpiry: 'tacit-clearance' });
    it.act({ type: 'refer-onward', recipientId, choice: choice('nl-1'), text }, officerAt('fi-1'));
    it.act({ type: 'assign-recipient', choice: choice('nl-1'), text }, CAST.supervisor);
    it.settle();
    it.pass(7 * 24 + 24);
    expect(it.recipient(recipientId)).toMatchObject({ status: 'accepted', onward: { state: 'none' } });
    expect(it.journal.map(({ event }) => event.type)).toContain('onward-lapsed');
    expect(it.notices.filter(({ letter }) => letter === 'onward-lapsed')).toEqual([
      { letter: 'onward-lapsed', recipientId, to: { who: 'sender' } },
      { letter: 'onward-lapsed', recipientId, to: { who: 'recipient', recipientId, line: 'desk' } },
    ]);
    expect(it.refusalOf({ type: 'consent-onward', recipientId }, CAST.sender)).toBe('CONSENT_NOT_ASKED');
  });

  test('breach: the recipient still waits for consent', () => {
    const history = asked(withTerms('consent-onward', { onExpiry: 'breach' }));
    expect(history.clock('consent-onward').state.status).toBe('expired');
    expect(history.referral?.recipients).toHaveLength(1);
  });

  test.each<[ClockName, Beginning['facts'], (history: History) => History]>([
    ['first-answer', { kind: 'information-request' }, (history) => history],
    ['removal', { kind: 'takedown-notice' }, (history) => history],
    ['outcome', {}, (history) => history.play(partner(1), { type: 'accept', recipientId })],
    ['clarification', {}, (history) => history.play(partner(1), { type: 'ask-information', recipientId, text })],
    [
      'preservation',
      {},
      (history) =>
        history
          .play(partner(1), { type: 'accept', recipientId })
          .play(partner(1), { type: 'report-preservation', recipientId, text }),
    ],
  ])('duty-lapses: the clock %s ends, nothing is late, and no letter asks to act', (name, facts, begin) => {
    const policies = withTerms(name, { onExpiry: 'duty-lapses' });
    const history = begin(sent({ urgency: 'emergency', policies, facts: facts ?? {} })).pass(61 * DAY);
    const { id, state } = history.clock(name);
    expect(state).toMatchObject({ status: 'stopped', late: false });
    expect(history.journal.map(({ event }) => event)).toContainEqual({
      ...{ type: 'clock-expired', clockId: id, action: 'duty-lapses' },
    });
    expect(overdueLetters(history, name)).toEqual([]);
  });

  const missed = (onExpiry: 'breach' | 'escalate') => {
    const history = sent({ policies: withTerms('decide', { onExpiry }) }).play(partner(1), {
      type: 'acknowledge',
      recipientId,
    });
    return overdueLetters(history.pass(31 * DAY), 'decide');
  };

  test('breach: the handler and the supervisors of both sides are notified', () => {
    expect(missed('breach')).toEqual([
      { who: 'recipient', recipientId, line: 'officer' },
      { who: 'supervisors', of: { recipientId } },
      { who: 'supervisors', of: 'coordinator' },
    ]);
  });

  test('escalate: those on call are notified as well', () => {
    expect(missed('escalate')).toEqual([
      { who: 'recipient', recipientId, line: 'officer' },
      { who: 'recipient', recipientId, line: 'on-call' },
      { who: 'supervisors', of: { recipientId } },
      { who: 'supervisors', of: 'coordinator' },
    ]);
  });
});

/** The addressees of the letters about the missed deadline. */
function overdueLetters(history: History, name: ClockName) {
  const { id } = history.clock(name);
  return history.journal
    .filter(({ event }) => event.type === 'clock-expired' && event.clockId === id)
    .flatMap((entry) => (history.referral ? lettersOfEntry(entry, history.referral) : []))
    .map(({ to }) => to);
}

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
