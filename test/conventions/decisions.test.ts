/** Every decision follows the template: number, title, date, status, and the three sections in order. */

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const TEMPLATE = 'docs/decisions/0000-template.md';
const DECISIONS = globSync('docs/decisions/*.md')
  .filter((path) => path !== TEMPLATE)
  .sort();
const SECTIONS = ['Context', 'Decision', 'Consequences'];

test('the template has the sections that every decision has', () => {
  expect(sectionsOf(readFileSync(TEMPLATE, 'utf8'))).toEqual(SECTIONS);
});

test('decisions are numbered without a gap', () => {
  const numbers = DECISIONS.map((path) => Number(basename(path).slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test.each(DECISIONS)('%s follows the template', (path) => {
  const text = readFileSync(path, 'utf8');
  const number = Number(basename(path).slice(0, 4));
  expect(text).toMatch(
    new RegExp(
      `^# ${number}\\. \\S.*\\n\\n- Date: 20\\d\\d-\\d\\d-\\d\\d\\n- Status: (proposed|accepted|superseded by )`,
    ),
  );
  expect(sectionsOf(text)).toEqual(SECTIONS);
});

function sectionsOf(text: string): string[] {
  return [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
}
