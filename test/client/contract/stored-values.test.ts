/** Referrals with values that earlier versions accepted can still be read, by the API and on pages. */

import { expect, test } from 'vitest';
import { storedSubmission } from '../../../client/contract/submission.ts';
import { testDesk } from '../../support/desk.ts';
import { aSubmission } from '../../support/factories.ts';
import { Kept } from '../../support/recorded-referral.ts';
import { callerOf } from '../api/api-client.ts';

const AFTER_9999 = '+010000-01-01T13:59:59.000Z';
const YEAR_0 = '0000-12-31T10:00:00.000Z';
const VERIFIED = { basis: 'manual', verified: true, proxySuspected: false } as const;

test.each([AFTER_9999, YEAR_0])('an incident at %s', async (incidentAt) => {
  const desk = await testDesk();
  const indicators = [{ ...VERIFIED, country: 'UK', observedAt: incidentAt }];
  const kept = await Kept.submit(desk, 'quinn.quartz', { incidentAt, indicators, summary: 'Copperfield' });
  const { reference } = await kept.read();
  const caller = await callerOf(desk, 'quinn.quartz');
  const answer = await caller.get(`/referrals/${reference}`);
  expect([answer.statusCode, answer.json().facts?.incidentAt]).toEqual([200, incidentAt]);
  expect((await caller.get('/referrals')).statusCode).toBe(200);
  const browser = await desk.browser('quinn.quartz');
  const page = await browser.get(`/referrals/${reference}`);
  expect([page.statusCode, page.body.includes(reference)]).toEqual([200, true]);
  const particulars = await browser.post(`/referrals/${reference}/particulars`, { purpose: 'to check' });
  expect([particulars.statusCode, particulars.body.includes('Copperfield')]).toEqual([200, true]);
});

test('a submission with such values is recognised as one, so that pages show it field by field', () => {
  const submission = aSubmission({
    incidentAt: AFTER_9999,
    indicators: [{ ...VERIFIED, country: 'UK', observedAt: AFTER_9999 }],
    preservation: [{ provider: 'a provider', instrument: 'none', requestedAt: YEAR_0, endsAt: AFTER_9999 }],
  });
  expect(storedSubmission.parse(submission)).toEqual(submission);
});
