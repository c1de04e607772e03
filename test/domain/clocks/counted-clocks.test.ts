/** Clocks of the policy language: calendars, rolling, kinds of referrals, limits and requested dates. */

import { describe, expect, test } from 'vitest';
import { recomputeDue } from '../../../domain/clocks/clock-history.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import type { ClockPolicies, Terms } from '../../../domain/clocks/policy-schema.ts';
import type { Urgency } from '../../../domain/vocabulary.ts';
import { type Beginning, DAY, earlierPolicies, HOUR, officer, partner, sent, withTerms } from './history.ts';

const recipientId = 'r1';
const text = 't';
const EIO = { legalInstrument: 'eio-directive-2014-41' } as const;

describe('the calendar of the party', () => {
  const BEFORE_EASTER = '2026-04-01T10:00:00.000Z';

  test('its public holidays and closed days are no working days, and the journal names each', () => {
    const closedDays = [{ day: '2026-04-08', name: 'Stocktaking' }];
    const history = sent({ at: BEFORE_EASTER }, { place: 'FI', closedDays });
    // Thursday 2, then Good Friday, the weekend and Easter Monday; Tuesday 7; closed on 8; Thursday 9.
    expect(history.clock('acknowledge').dueAt).toBe('2026-04-09T20:59:59.999Z');
    expect(history.clock('acknowledge').counted?.counting.calendar).toEqual({
      place: 'FI',
      weekend: [6, 7],
      closed: [
        { day: '2026-04-03', why: 'holiday', name: 'Good Friday' },
        { day: '2026-04-05', why: 'holiday', name: 'Easter Sunday' },
        { day: '2026-04-06', why: 'holiday', name: 'Easter Monday' },
        { day: '2026-04-08', why: 'closed-day', name: 'Stocktaking' },
      ],
      until: '2026-04-09',
    });
  });

  test('a calendar that changes afterwards moves no date that was looked up, only later ones', () => {
    const history = sent({ at: BEFORE_EASTER }, { place: 'FI' });
    const { id, dueAt } = history.clock('acknowledge');
    expect(dueAt).toBe('2026-04-08T20:59:59.999Z');
    history.zones.calendar = () => ({
      place: 'US',
      closedDays: ['2026-04-07', '2026-04-09'].map((day) => ({ day, name: 'x' })),
    });
    expect(recomputeDue(history.journal, id)).toBe(dueAt);
    history.pass(HOUR).play(partner(1), { type: 'ask-information', recipientId, text }).pass(DAY);
    history.play(officer, { type: 'answer-information', questionId: 'q1', text });
    // Thursday 2 does not count, so Friday to Monday as before, 7 and 8; the new closed day 9; then 10.
    expect(history.clock('acknowledge').dueAt).toBe('2026-04-10T20:59:59.999Z');
    expect(recomputeDue(history.journal, id)).toBe('2026-04-10T20:59:59.999Z');
  });

  test('a half day counts as a working day, and the explanation names it, also when the directory changes', () => {
    const halfDays = [
      { day: '2026-04-02', name: 'Maundy Thursday', closesAt: '12:00' },
      { day: '2026-04-03', name: 'on a holiday', closesAt: '12:00' },
      { day: '2026-05-01', name: 'later', closesAt: '12:00' },
    ];
    const history = sent({ at: BEFORE_EASTER }, { place: 'FI', halfDays });
    const { id, dueAt, counted } = history.clock('acknowledge');
    expect(dueAt).toBe(sent({ at: BEFORE_EASTER }, { place: 'FI' }).clock('acknowledge').dueAt);
    expect(counted?.counting.calendar?.halfDays).toEqual(halfDays.slice(0, 2));
    history.zones.calendar = () => ({ place: 'FI' });
    const explanation = explainClock(history.journal, id, history.zones, history.policies);
    const [period] = explanation.computation ?? [];
    expect(period?.steps.filter(({ step }) => step === 'half-day')).toEqual([{ step: 'half-day', ...halfDays[0] }]);
  });

  test('a policy that changes afterwards changes neither terms nor basis of a clock', () => {
    const history = sent({ at: BEFORE_EASTER, facts: EIO }, { place: 'FI' });
    const { id } = history.clock('acknowledge');
    const explain = (policies: ClockPolicies) => explainClock(history.journal, id, history.zones, policies);
    expect(explain(earlierPolicies)).toEqual(explain(history.policies));
    expect(explain(earlierPolicies).basis).toMatchObject({
      level: 'TARGET',
      source: 'Directive 2014/41/EU art. 16(1)',
    });
  });

  test('of a country or region that the policy names counts instead of that of the party', () => {
    const policies = withTerms('acknowledge', {}, { zone: 'Europe/Berlin', calendarOf: 'DE-BY' });
    const history = sent({ at: '2026-06-02T10:00:00.000Z', policies }, { place: 'FI' });
    // Corpus Christi on Thursday 4 June, in Bavaria.
    expect(history.clock('acknowledge').dueAt).toBe('2026-06-08T21:59:59.999Z');
  });
});

describe('statutory clocks', () => {
  const request = { kind: 'information-request', legalInstrument: 'directive-2023-977' } as const;
  test.each([
    [
      'urgent',
      { ...request, informationAccess: 'direct' },
      '2026-03-06T18:00:00.000Z',
      'from 10:00, the next full hour',
    ],
    [
      'urgent',
      { ...request, informationAccess: 'indirect' },
      '2026-03-10T21:59:59.999Z',
      'Tuesday, with two working days',
    ],
    ['urgent', request, '2026-03-10T21:59:59.999Z', 'indirect, as nothing is stated'],
    ['standard', { ...request, informationAccess: 'direct' }, '2026-03-13T21:59:59.999Z', 'seven days'],
  ] as const)('a first answer: %s %j is due at %s: %s', (urgency, facts, dueAt, _because) => {
    const history = sent({ at: '2026-03-06T09:20:00.000Z', urgency, facts }, { place: 'FI' });
    expect(history.clock('first-answer').dueAt).toBe(dueAt);
    expect(
      history.journal.find(({ event }) => event.type === 'clock-started' && event.name === 'first-answer')?.event,
    ).toMatchObject({ counting: { basis: { level: 'STATUTORY', source: 'Directive (EU) 2023/977 art. 5(1)' } } });
  });
});

describe('a first answer under another instrument than Directive (EU) 2023/977', () => {
  test.each([
    'none',
    'national-law',
    'budapest-convention',
    'cets-224',
    'eio-directive-2014-41',
    'e-evidence-regulation-2023-1543',
  ] as const)('under %s is a target that neither rolls nor leaves out the first hour', (legalInstrument) => {
    const first = (urgency: Urgency, informationAccess: 'direct' | 'indirect') => {
      const facts = { kind: 'information-request', legalInstrument, informationAccess } as const;
      const history = sent({ at: '2026-03-06T09:20:00.000Z', urgency, facts }, { place: 'FI' });
      const started = history.journal.find(
        ({ event }) => event.type === 'clock-started' && event.name === 'first-answer',
      )?.event;
      expect(started).toMatchObject({ counting: { basis: { level: 'TARGET' } } });
      return history.clock('first-answer').dueAt;
    };
    expect(first('urgent', 'direct')).toBe('2026-03-06T17:20:00.000Z');
    // The third day is a Monday, the seventh a Friday; neither moves.
    expect(first('urgent', 'indirect')).toBe('2026-03-09T21:59:59.999Z');
    expect(first('standard', 'direct')).toBe('2026-03-13T21:59:59.999Z');
  });
});

describe('clocks of a kind of referral', () => {
  const names = (kind: NonNullable<Beginning['facts']>['kind'], urgency: Beginning['urgency'] = 'emergency') =>
    sent({ urgency, facts: { ...(kind && { kind }) } }).referral?.clocks.map(
      ({ name, amount, unit }) => `${name} ${amount} ${unit}`,
    );

  test('a takedown notice is answered and removed in its own time', () => {
    expect(names('takedown-notice', 'standard')).toEqual([
      ...[
        'triage 2 working-days',
        'acknowledge 3 working-days',
        'first-answer 1 working-days',
        'removal 3 working-days',
      ],
    ]);
    const history = sent({ facts: { kind: 'takedown-notice' } }).play(partner(1), { type: 'accept', recipientId });
    expect([history.clock('first-answer'), history.clock('removal')].map(({ state }) => state.status)).toEqual([
      ...['stopped', 'running'],
    ]);
    history.play(partner(1), { type: 'report-outcome', recipientId, outcome: 'content-removed', final: true });
    expect(history.clock('removal').state).toMatchObject({ status: 'stopped', late: false });
  });

  test('an emergency disclosure request is answered within an hour', () => {
    expect(names('emergency-disclosure-request')).toContain('first-answer 1 hours');
    expect(names('emergency-disclosure-request', 'urgent')).not.toContain('first-answer');
  });

  test('other kinds have no first answer', () => {
    expect(names('case-referral')).toEqual(['triage 1 hours', 'acknowledge 1 hours']);
  });
});

describe('a limit', () => {
  const limit = { amount: 1, unit: 'weeks' } as const;
  const due = (terms: Partial<Terms>, more: Partial<Terms> = {}) => {
    const policies = withTerms('decide', { amount: 3, unit: 'calendar-days', ...terms, ...more });
    return sent({ at: '2026-03-02T10:00:00.000Z', policies }).play(partner(1), { type: 'acknowledge', recipientId });
  };

  test('of earliest-of is not moved by an extension', () => {
    const history = due({ earliestOf: [limit] }, { extension: { max: 30, count: 1, reasonRequired: true } });
    expect(history.clock('decide').dueAt).toBe('2026-03-05T21:59:59.999Z');
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text });
    expect(history.clock('decide').dueAt).toBe('2026-03-09T21:59:59.999Z');
    expect(recomputeDue(history.journal, history.clock('decide').id)).toBe('2026-03-09T21:59:59.999Z');
  });

  test('of latest-of makes the clock longer, up to that of earliest-of', () => {
    expect(due({ latestOf: [limit] }).clock('decide').dueAt).toBe('2026-03-09T21:59:59.999Z');
    const both = due({ latestOf: [limit], earliestOf: [{ amount: 5, unit: 'calendar-days' }] });
    expect(both.clock('decide').dueAt).toBe('2026-03-07T21:59:59.999Z');
  });
});

describe('a date that the sender asks for', () => {
  const decide = (answerBy: string) =>
    sent({ at: '2026-03-02T10:00:00.000Z', facts: { answerBy } }).play(partner(1), {
      type: 'acknowledge',
      recipientId,
    });

  test('shortens the deadline, but not below the floor, and never lengthens it', () => {
    expect(decide('2026-03-20T12:00:00.000Z').clock('decide').dueAt).toBe('2026-03-20T12:00:00.000Z');
    expect(decide('2026-03-03T12:00:00.000Z').clock('decide').dueAt).toBe('2026-03-07T21:59:59.999Z');
    expect(decide('2027-03-03T12:00:00.000Z').clock('decide').dueAt).toBe('2026-04-01T20:59:59.999Z');
  });

  test('moves with an extension', () => {
    const history = decide('2026-03-20T12:00:00.000Z');
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 2, text });
    expect(history.clock('decide').dueAt).toBe('2026-03-22T12:00:00.000Z');
  });
});
