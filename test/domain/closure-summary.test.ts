/** What a supervisor sees of a referral before approving its closure. */

import { expect, test } from 'vitest';
import { closureSummary } from '../../domain/closure-summary.ts';
import { RECIPIENT_IN, REFERRAL_IN } from '../support/cases-by-status.ts';
import { officerAt } from '../support/factories.ts';

test('an outcome in time lacks nothing', () => {
  const { recipients, late, unserved, unanswered } = closureSummary(RECIPIENT_IN['outcome-reported']().referral);
  expect(recipients).toMatchObject([{ recipient: { outcomes: [{ outcome: 'case-opened' }] }, late: [], missing: [] }]);
  expect([late, unserved, unanswered]).toEqual([[], [], 0]);
});

test('an unresponsive recipient is late, and its answer is missing', () => {
  const { recipients } = closureSummary(RECIPIENT_IN.unresponsive().referral);
  expect(recipients[0]).toMatchObject({ late: ['acknowledge'], missing: ['answer'] });
});

test('a late answer stays late', () => {
  const it = RECIPIENT_IN.unresponsive();
  it.act({ type: 'accept', recipientId: 'r1' }, officerAt('fi-1'));
  const [first] = closureSummary(it.referral).recipients;
  expect(first?.late).toContain('acknowledge');
  expect(first?.missing).toEqual(['outcome']);
});

test('a recall without confirmation, an open question and a country without recipient are missing', () => {
  expect(closureSummary(RECIPIENT_IN.recalled().referral).recipients[0]?.missing).toEqual(['recall-confirmation']);
  expect(closureSummary(REFERRAL_IN['awaiting-information']().referral).unanswered).toBe(1);
});
