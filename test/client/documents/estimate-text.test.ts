/** Lines of text in pictures: no line is wider than its space, and no text is lost. */

import { expect, test } from 'vitest';
import { brokenLines, estimatedWidth } from '../../../client/documents/estimate-text.ts';

test('a name of 120 characters is broken into lines that fit, and every word is there', () => {
  const name = `${'Bureau of Crime '.repeat(8).slice(0, 114)} Finis`;
  const lines = brokenLines(name, 12, 238);
  expect(lines.join(' ')).toBe(name);
  for (const line of lines) expect(estimatedWidth(line, 12)).toBeLessThanOrEqual(238);
});

test('a word that is longer than a line is divided', () => {
  expect(brokenLines('abcdefgh', 10, 24)).toEqual(['abcd', 'efgh']);
});
