/** What an act is waited for: long enough to be told, not so long that what was typed is lost. */

import { expect, test } from 'vitest';
import { inTime } from '../../../client/web/in-time.ts';

test('what is answered in time is the answer, be it a refusal', async () => {
  expect(await inTime(Promise.resolve('done'))).toBe('done');
  await expect(inTime(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

test('what takes too long is answered as unavailable, and may fail later unheard', async () => {
  const { promise, reject } = Promise.withResolvers<string>();
  await expect(inTime(promise, 5)).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  reject(new Error('too late to matter'));
});
