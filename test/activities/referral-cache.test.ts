/** The cache holds the referrals that were recorded last, up to its capacity. */

import { expect, test } from 'vitest';
import { ReferralCache } from '../../activities/referral-cache.ts';
import type { Referral } from '../../domain/referral.ts';
import { Case } from '../support/case.ts';

const { referral } = new Case();
const numbered = (number: number): Referral => ({ ...referral, id: `referral-${number}` });

test('the least recently written entry is evicted when the cache is full', () => {
  const recent = new ReferralCache();
  for (let number = 0; number < 500; number += 1) recent.keep(numbered(number));
  recent.keep(numbered(0));
  recent.keep(numbered(500));
  expect(recent.find('referral-0', referral.seq)).toEqual(numbered(0));
  expect(recent.find('referral-1', referral.seq)).toBeUndefined();
  expect(recent.find('referral-500', referral.seq)).toEqual(numbered(500));
});

test('the cache holds the latest version of a referral', () => {
  const recent = new ReferralCache();
  recent.keep(referral);
  recent.keep({ ...referral, seq: referral.seq + 1 });
  expect(recent.find(referral.id, referral.seq)).toBeUndefined();
});
