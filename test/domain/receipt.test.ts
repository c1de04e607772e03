/** The receipt of an act: what the person who acted is shown. */

import { expect, test } from 'vitest';
import { fold } from '../../domain/apply.ts';
import { receiptOf } from '../../domain/receipt.ts';
import { EXAMPLES } from '../support/acts.ts';
import type { Case } from '../support/case.ts';
import { aReceivedCase, aReferredCase, aTriagedCase } from '../support/cases-by-status.ts';
import { CAST } from '../support/factories.ts';

const receiptOfAll = ({ referral, journal }: Case) => receiptOf(referral, journal);

test('it has the reference, the status and the sequence number of the journal', () => {
  const it = aReceivedCase();
  expect(receiptOfAll(it)).toEqual({
    referralId: 'referral-1',
    reference: 'XR-2026-000001',
    status: 'received',
    opened: [],
    seq: it.journal.length,
  });
});

test('it names the recipients and questions that the act opened, and none that were there', () => {
  const it = aReferredCase();
  const before = it.journal.length;
  it.act(EXAMPLES['assign-recipient'], CAST.supervisor);
  expect(receiptOf(it.referral, it.journal.slice(before)).opened).toEqual(['r2']);
  expect(receiptOfAll(aReferredCase({}, ['FI', 'NL'])).opened).toEqual(['r1', 'r2']);
  const asked = aReceivedCase();
  asked.act(EXAMPLES['ask-information'], CAST.coordinator);
  expect(receiptOfAll(asked)).toMatchObject({ opened: ['q1'], status: 'awaiting-information' });
});

test('it is the same when it is asked for again later', () => {
  const it = aTriagedCase();
  const receipt = receiptOfAll(it);
  const { length } = it.journal;
  it.settle();
  const then = it.journal.slice(0, length);
  const referral = fold('referral-1', then);
  expect(referral && receiptOf(referral, then)).toEqual(receipt);
});
