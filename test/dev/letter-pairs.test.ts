/** The table of pairs of letters is what the declarations of human rights contain. */

import { expect, test } from 'vitest';
import { countLetterPairs } from '../../dev/letter-pairs.ts';
import pairs from '../../domain/guard/letter-pairs.json' with { type: 'json' };

test('the stored pairs are those that are counted', () => {
  expect(pairs).toEqual(countLetterPairs());
});
