/** Status tags. */

import { expect, test } from 'vitest';
import { RECIPIENT_COLOURS, STATUS_COLOURS } from '../../../../client/web/parts/tag.tsx';

test.each([
  ['a referral', STATUS_COLOURS],
  ['a recipient', RECIPIENT_COLOURS],
])('no two statuses of %s have the same colour', (_, statuses) => {
  const colours = Object.values(statuses);
  expect(new Set(colours).size).toBe(colours.length);
});
