/** The summary that a supervisor sees before approving a closure. */

import { expect, test } from 'vitest';
import { type ClosureSummary, closureSummary } from '../../domain/closure-summary.ts';
import type { Case } from '../support/case.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../support/cases-by-status.ts';
import { officerAt } from '../support/factories.ts';

function summaryOf({ referral, journal }: Case): ClosureSummary {
  return closureSummary(referral, journal);
}

test('an outcome in time lacks nothing', () => {
  const { recipients, late, unserved, unanswered } = summaryOf(RECIPIENT_IN['outcome-reported']());
  expect(recipients).toMatchObject([{ recipient: { outcomes: [{ outcome: 'case-opened' }] }, late: [], missing: [] }]);
  expect([late, unserved, unanswered]).toEqual([[], [], 0]);
});

test('an unresponsive recipient is late, and its answer is missing', () => {
  const { recipients } = summaryOf(RECIPIENT_IN.unresponsive());
  expect(recipients[0]).toMatchObject({ late: ['acknowledge'], missing: ['answer'] });
});

test('a late answer stays late', () => {
  const it = RECIPIENT_IN.unresponsive();
  it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
  const [first] = summaryOf(it).recipients;
  expect(first?.late).toContain('acknowledge');
  expect(first?.missing).toEqual(['outcome']);
});

test('a recipient that declined has its ground, and each outcome has its own reason', () => {
  const { recipients } = summaryOf(RECIPIENT_IN.declined());
  expect(recipients[0]).toMatchObject({ recipient: { id: 'r1' }, ground: expect.any(String), outcomes: [] });

  const it = RECIPIENT_IN.accepted();
  const report = { type: 'report-outcome', recipientId: 'r1' } as const;
  it.act({ ...report, outcome: 'information-provided', final: false }, officerAt('fi-1'));
  it.act({ ...report, outcome: 'not-actionable', final: true, because: 'old-data' }, officerAt('fi-1'));
  const correction = { type: 'correct-outcome', recipientId: 'r1', text: 'text-9' } as const;
  it.act({ ...correction, outcome: 'not-actionable', because: 'no-location' }, officerAt('fi-1'));
  const [first] = summaryOf(it).recipients;
  expect(first).not.toHaveProperty('ground');
  expect(first?.outcomes.map(({ outcome, because }) => [outcome, because])).toEqual([
    ['information-provided', undefined],
    ['not-actionable', 'old-data'],
    ['not-actionable', 'no-location'],
  ]);
});

test('a recall without confirmation, an open question and a country without recipient are missing', () => {
  expect(summaryOf(RECIPIENT_IN.recalled()).recipients[0]?.missing).toEqual(['recall-confirmation']);
  expect(summaryOf(REFERRAL_IN['awaiting-information']()).unanswered).toBe(1);
});
