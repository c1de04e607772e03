/** Status tags. */

import { expect, test } from 'vitest';
import { STATUS_COLOURS } from '../../../../client/web/parts/tag.tsx';

test('no two statuses of a referral have the same colour', () => {
  const colours = Object.values(STATUS_COLOURS);
  expect(new Set(colours).size).toBe(colours.length);
});
