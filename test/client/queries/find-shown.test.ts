/** The refusal of a referral that the caller may not see. Tests of each entry point compare the answers. */

import { expect, test } from 'vitest';
import { refuseUnknown } from '../../../client/queries/find-shown.ts';

test('refusals take times that differ by more than the work for a hidden referral does', async () => {
  const times = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const began = performance.now();
      await expect(refuseUnknown()).rejects.toMatchObject({ code: 'UNKNOWN_REFERRAL' });
      return performance.now() - began;
    }),
  );
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(4);
});
