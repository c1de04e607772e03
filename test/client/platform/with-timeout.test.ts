/** A promise with a time limit. */

import { expect, test } from 'vitest';
import { withTimeout } from '../../../client/platform/with-timeout.ts';

test('a promise that settles in time is returned as it is, also if it rejects', async () => {
  expect(await withTimeout(Promise.resolve('done'), 60_000)).toBe('done');
  await expect(withTimeout(Promise.reject(new Error('refused')), 60_000)).rejects.toThrow('refused');
});

test('a promise that is too slow is unavailable, and its later rejection is handled', async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  await expect(withTimeout(promise, 5)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  reject(new Error('too late to matter'));
});
