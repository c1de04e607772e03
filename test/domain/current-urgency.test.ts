/** The urgency until triage is decided: the higher one of the sender and the rules. */

import { expect, test } from 'vitest';
import { currentUrgency, isRaisedByRule } from '../../domain/current-urgency.ts';
import type { Facts } from '../../domain/submission.ts';
import { Case } from '../support/case.ts';
import { CAST } from '../support/factories.ts';

/** The rules recognise an emergency, but the sender requested no urgency. */
const RAISED: Partial<Facts> = {
  urgency: 'standard',
  urgencyGrounds: ['threat-to-life-or-integrity', 'ongoing-child-abuse'],
};

const triageClock = ({ referral }: Case) => referral.clocks.find(({ name }) => name === 'triage');

test('an emergency that only the rules recognise has its clock and its letter from the start', () => {
  const it = new Case(RAISED);
  expect(currentUrgency(it.referral)).toBe('emergency');
  expect(isRaisedByRule(it.referral)).toBe(true);
  expect(it.notices.map(({ letter }) => letter)).toEqual(['receipt', 'emergency-arrived']);
  expect(triageClock(it)).toMatchObject({ amount: 1, unit: 'hours', onExpiry: 'proceed-by-rule' });
  it.settle();
  expect(it.referral.triage.state).toBe('proposed');
  expect(currentUrgency(it.referral)).toBe('emergency');
  expect(it.notices.filter(({ letter }) => letter === 'emergency-arrived')).toHaveLength(1);
});

test('a question before triage has the time of the raised urgency', () => {
  const it = new Case(RAISED);
  it.settle();
  it.act({ type: 'ask-information', text: 'Which platform?' }, CAST.coordinator);
  expect(it.referral.clocks.find(({ name }) => name === 'clarification')).toMatchObject({ amount: 4, unit: 'hours' });
});

test('what triage decided counts, also if a supervisor lowered it', () => {
  const it = new Case(RAISED);
  it.settle();

  const decision = { urgencyGrounds: [], countries: ['FI'], wanted: [] };
  it.act({ type: 'complete-triage', urgency: 'urgent', capability: 'investigation', ...decision }, CAST.supervisor);
  expect(currentUrgency(it.referral)).toBe('urgent');
  expect(isRaisedByRule(it.referral)).toBe(false);
});

test('a proposal that is lower or equal changes nothing', () => {
  for (const urgency of ['emergency', 'urgent', 'standard'] as const) {
    const it = new Case({ urgency });
    it.settle();
    expect(currentUrgency(it.referral)).toBe(urgency);
  }
});
