/** Clocks of a referral under a European Investigation Order, at every urgency. */

import { describe, expect, test } from 'vitest';
import { defaultPolicies } from '../../../domain/clocks/clock-policy.ts';
import { explainClock } from '../../../domain/clocks/explanation.ts';
import type { ClockPolicies } from '../../../domain/clocks/policy-schema.ts';
import type { Urgency } from '../../../domain/vocabulary.ts';
import { DAY, type History, HOUR, partner, sent } from './history.ts';

const recipientId = 'r1';
const text = 't';
const at = '2026-03-02T10:00:00.000Z';
const EIO = { legalInstrument: 'eio-directive-2014-41' } as const;
/** The thirtieth day after receipt, in Finland. */
const DAY_30 = '2026-04-01T20:59:59.999Z';

const anEio = (urgency: Urgency, policies: ClockPolicies = defaultPolicies) =>
  sent({ at, urgency, facts: EIO, policies }, { place: 'FI' });
const basisOf = (history: History, clockId: string) =>
  explainClock(history.journal, clockId, history.zones, history.policies);

describe('the acknowledgement', () => {
  test('is due after three working days, and at the latest after a week', () => {
    const near = anEio('standard');
    expect(near.clock('acknowledge').dueAt).toBe('2026-03-05T21:59:59.999Z');
    const closedDays = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((day) => ({ day, name: 'x' }));
    const far = sent({ at, facts: EIO }, { place: 'FI', closedDays });
    // The week ends on Monday 9 March, which would be its only working day (art. 3(5)).
    expect(far.clock('acknowledge').dueAt).toBe('2026-03-10T21:59:59.999Z');
  });
});

describe('the decision', () => {
  test('is due 30 days after receipt, also if the referral is acknowledged on the sixth day', () => {
    const history = anEio('standard').pass(6 * DAY);
    expect(history.clock('decide')).toMatchObject({ startedAt: at, dueAt: DAY_30, state: { status: 'running' } });
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.clocks('decide')).toHaveLength(1);
    expect(history.clock('decide').dueAt).toBe(DAY_30);
  });

  test('is overdue after 30 days without an acknowledgement', () => {
    const history = anEio('standard').pass(31 * DAY);
    expect(history.clock('decide').state).toEqual({ status: 'expired', at: DAY_30 });
  });

  test('is due after the acknowledgement if the recipient got the referral under an earlier policy', () => {
    const clocks = defaultPolicies.clocks.map(({ cases, ...policy }) => ({
      ...policy,
      ...(cases && { cases: cases.map(({ starts: _, ...each }) => each) }),
    }));
    const history = anEio('standard', { version: 'earlier', clocks }).pass(DAY);
    expect(history.clocks('decide')).toEqual([]);
    history.policies = defaultPolicies;
    history.play(partner(1), { type: 'acknowledge', recipientId });
    expect(history.clock('decide')).toMatchObject({ startedAt: history.now, state: { status: 'running' } });
  });

  test('rolls over a weekend, is not paused, and is extended by 30 days once', () => {
    const history = sent({ at: '2026-03-05T10:00:00.000Z', facts: EIO }, { place: 'FI' });
    history.play(partner(1), { type: 'acknowledge', recipientId });
    // 4 April is the Saturday before Easter; Tuesday 7 April is the next working day.
    expect(history.clock('decide')).toMatchObject({ dueAt: '2026-04-07T20:59:59.999Z', amount: 30 });
    // Warnings count towards the Saturday.
    expect(history.clock('decide').warnings.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-20', '2026-03-29']);
    history.pass(HOUR).play(partner(1), { type: 'ask-information', recipientId, text });
    expect(history.clock('decide').state.status).toBe('running');
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount: 30, text });
    // The sixtieth day: Monday 4 May.
    expect(history.clock('decide').dueAt).toBe('2026-05-04T20:59:59.999Z');
  });
});

describe.each([
  ['emergency', { acknowledge: 1 * HOUR, decide: '2026-03-02T18:00:00.000Z', extension: 8, first: '2026-03-05' }],
  ['urgent', { acknowledge: 8 * HOUR, decide: '2026-03-05T21:59:59.999Z', extension: 3, first: '2026-03-09' }],
] as const)('under the urgency %s', (urgency, expected) => {
  const limits = (history: History, name: 'acknowledge' | 'decide') =>
    basisOf(history, history.clock(name).id).computation?.map(({ of, source, dueAt, decisive }) => [
      ...[of, source, dueAt, decisive],
    ]);

  test('acknowledgement and decision are targets that count from receipt, within the periods of the directive', () => {
    const history = anEio(urgency);
    const acknowledgedBy = new Date(Date.parse(at) + expected.acknowledge).toISOString();
    expect(limits(history, 'acknowledge')).toEqual([
      ['own', undefined, acknowledgedBy, true],
      ['earliest', 'Directive 2014/41/EU art. 16(1)', '2026-03-09T21:59:59.999Z', false],
    ]);
    expect(limits(history, 'decide')).toEqual([
      ['own', undefined, expected.decide, true],
      ['earliest', 'Directive 2014/41/EU art. 12(3)', DAY_30, false],
    ]);
    for (const name of ['acknowledge', 'decide'] as const) {
      const { basis } = basisOf(history, history.clock(name).id);
      expect(basis).toMatchObject({ level: 'TARGET', source: expect.stringContaining('Directive 2014/41/EU') });
    }
  });

  test('the target of the decision is extended once', () => {
    const history = anEio(urgency).play(partner(1), { type: 'acknowledge', recipientId });
    const amount = expected.extension;
    history.play(partner(1), { type: 'extend', recipientId, clock: 'decide', amount, text });
    expect(history.clock('decide').dueAt > expected.decide).toBe(true);
    expect(limits(history, 'decide')?.at(-1)).toEqual([
      ...['earliest', 'Directive 2014/41/EU art. 12(3)', DAY_30, false],
    ]);
  });

  test('an interim report ends the target, and the measure is still due 90 days after the decision', () => {
    const history = anEio(urgency).play(partner(1), { type: 'accept', recipientId });
    expect(history.clock('outcome').dueAt).toMatch(expected.first);
    expect(basisOf(history, history.clock('outcome').id).basis?.level).toBe('TARGET');
    history.play(partner(1), { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false });
    expect(history.clock('outcome').state.status).toBe('stopped');
    // The ninetieth day is Sunday 31 May.
    const measure = history.clock('measure');
    expect(measure).toMatchObject({ dueAt: '2026-06-01T20:59:59.999Z', state: { status: 'running' } });
    expect(basisOf(history, measure.id).basis).toMatchObject({
      ...{ level: 'STATUTORY', source: 'Directive 2014/41/EU art. 12(4)' },
    });
    history.play(partner(1), { type: 'report-outcome', recipientId, outcome: 'arrest', final: true });
    expect(history.clock('measure').state).toMatchObject({ status: 'stopped', late: false });
  });
});

test('a measure of another urgency has one deadline, which an interim report does not end', () => {
  const history = anEio('standard').play(partner(1), { type: 'accept', recipientId });
  expect(history.clock('outcome')).toMatchObject({ dueAt: '2026-06-01T20:59:59.999Z', extension: { max: 0 } });
  expect(basisOf(history, history.clock('outcome').id).basis?.level).toBe('STATUTORY');
  expect(history.clocks('measure')).toEqual([]);
  history.play(partner(1), { type: 'report-outcome', recipientId, outcome: 'case-opened', final: false });
  expect(history.clock('outcome').state.status).toBe('running');
});
