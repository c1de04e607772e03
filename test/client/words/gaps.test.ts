/** What the compiler cannot see of the words: gaps that agree between languages, and names of countries. */

import { describe, expect, test } from 'vitest';
import { countryName, languageName } from '../../../client/words/countries.ts';
import { english } from '../../../client/words/english.ts';
import { french } from '../../../client/words/french.ts';
import { german } from '../../../client/words/german.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function textsIn(tree: Tree, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, part]) =>
    typeof part === 'string' ? [[`${path}.${key}`, part] as [string, string]] : textsIn(part, `${path}.${key}`),
  );
}

const gapsOf = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, gap]) => gap).sort();

describe.each(Object.entries({ french, german }))('%s', (_, language) => {
  const texts = new Map(textsIn(language as Tree));

  test('has every text of the English, and nobody else', () => {
    expect([...texts.keys()].sort()).toEqual(
      textsIn(english as Tree)
        .map(([path]) => path)
        .sort(),
    );
  });

  test('has the gaps of the English, by the same names', () => {
    for (const [path, text] of textsIn(english as Tree)) {
      expect({ path, gaps: gapsOf(texts.get(path) ?? '') }).toEqual({ path, gaps: gapsOf(text) });
    }
  });

  test('leaves nothing empty', () => {
    for (const [path, text] of texts) expect(text.trim(), path).not.toBe('');
  });
});

test('countries and languages have names, and a code that is none stands for itself', () => {
  expect(['en', 'fr', 'de'].map((language) => countryName(language as 'en', 'FI'))).toEqual([
    'Finland',
    'Finlande',
    'Finnland',
  ]);
  expect(languageName('de', 'fi')).toBe('Finnisch');
  expect(countryName('en', 'XR')).toBe('XR');
  expect(countryName('en', 'nowhere at all')).toBe('nowhere at all');
});
