/** Numbered pages: the rows of each page, and numbers without a page. */

import { expect, test } from 'vitest';
import { pageIn } from '../../../../client/web/parts/numbered-page.ts';

test('rows are divided into pages of a hundred', () => {
  expect(pageIn('2', 250)).toEqual({ number: 2, last: 3, from: 100, to: 200 });
  expect(pageIn(undefined, 0)).toEqual({ number: 1, last: 1, from: 0, to: 100 });
});

test.each(['0', '4', '-1', '1.5', 'two', '1e9'])('%s is not a page of three: the first is shown', (asked) => {
  expect(pageIn(asked, 250).number).toBe(1);
});
