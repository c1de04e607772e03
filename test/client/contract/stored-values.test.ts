/** Referrals with values that earlier versions accepted can still be read, by the API and on pages. */

import { expect, test } from 'vitest';
import { testDesk } from '../../support/desk.ts';
import { RecordedReferral } from '../../support/recorded-referral.ts';
import { callerOf } from '../api/api-client.ts';

const AFTER_9999 = '+010000-01-01T13:59:59.000Z';
const YEAR_0 = '0000-12-31T10:00:00.000Z';
const VERIFIED = { basis: 'manual', verified: true, proxySuspected: false } as const;

test.each([AFTER_9999, YEAR_0])('an incident at %s', async (incidentAt) => {
  const desk = await testDesk();
  const indicators = [{ ...VERIFIED, country: 'UK', observedAt: incidentAt }];
  const preservation = [{ provider: 'Lantern Chat', instrument: 'none' as const, requestedAt: incidentAt }];
  const given = { incidentAt, indicators, preservation, summary: 'Copperfield' };
  const kept = await RecordedReferral.submit(desk, 'quinn.quartz', given);
  const { reference } = await kept.read();
  const caller = await callerOf(desk, 'quinn.quartz');
  const answer = await caller.get(`/referrals/${reference}`);
  expect([answer.statusCode, answer.json().facts?.incidentAt]).toEqual([200, incidentAt]);
  expect((await caller.get('/referrals')).statusCode).toBe(200);
  const browser = await desk.browser('quinn.quartz');
  const page = await browser.get(`/referrals/${reference}`);
  expect([page.statusCode, page.body.includes(reference)]).toEqual([200, true]);
  const particulars = await browser.post(`/referrals/${reference}/particulars`, { purpose: 'to check' });
  expect(particulars.statusCode).toBe(200);
  const fields = [...particulars.body.matchAll(/summary-list__key">([^<]*)<\/dt><dd[^>]*>([^<]*)</g)];
  const shown = new Map(fields.map(([, label, text]) => [label, text]));
  expect(shown.get('Summary')).toBe('Copperfield');
  expect(shown.get('Jurisdiction indicators')).toContain('Observed');
  expect(shown.get('Preserved data')).toContain('Lantern Chat; Requested on');
});
