/** Lists for spreadsheets: what comes out is what was put in, and never a formula. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../client/web/csv.ts';

test('commas, quotes and line ends are quoted', () => {
  expect(csv([['a,b', 'say "x"', 'two\nlines', 7, null]])).toBe('\uFEFF"a,b","say ""x""","two\nlines",7,\r\n');
});

test('no text begins as a formula does, whatever it is', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', '%', ' =', '  @');
  fc.assert(
    fc.property(start, fc.string(), (before, rest) => {
      const [cell = ''] = csv([[before + rest]])
        .slice(1)
        .split('\r\n', 1);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    }),
  );
});

test('numbers stay numbers, the negative too', () => {
  expect(csv([[-3.5, true]])).toBe('\uFEFF-3.5,true\r\n');
});
