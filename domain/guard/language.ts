/** Whether a word belongs to a human language, as far as its letters can show. Random letters are recognised in bulk only. */

import { hasPairsOfItsScript } from './letter-pairs.ts';

/**
 * For each Latin letter, the letters that may follow it in some language. Counted from the Universal Declaration of Human
 * Rights in 381 languages (Unicode UDHR project), without diacritics. A pair is at least 0.05 % of all pairs of the pooled
 * texts, or 0.2 % of the pairs of one of 50 major languages.
 */
const FOLLOWERS = [
  ...[
    'abcdefghijklmnopqrstuvwxyz',
    'aehilnoruy',
    'acehijklnorstuyz',
    'adehijklnorstuwyz',
    'abcdefghijklmnopqrstuvwxyz',
  ],
  ...['aefhinorstuy', 'abceghijklnoprstuwy', 'adeiklmorstuvwy', 'abcdefghijklmnopqrstuvwxyz', 'aehijknotu'],
  ...['adehijkloprstuvwy', 'adehijklmnoqstuvwy', 'abdefghikmnopstuwy', 'acdefghijklmnoqrstuvwyz'],
  ...['abcdefghijklmnoprstuvwyz', 'aehiloprstu', 'adeou', 'abcdefghijklmnorstuvwyz', 'aceghijklmnopstuvwyz'],
  ...['aehijklmnorstuvwyz', 'abcdefghijklmnopqrstuvwxyz', 'aeijlnorsuy', 'abehilnorsuy', 'aeiou'],
  ...['abcdefghiklmnorstuvwy', 'abdeijklmnostuwyz'],
];

const A = 97;
const MAY_FOLLOW = Uint8Array.from({ length: 26 * 26 }, (_, index) => {
  const follower = String.fromCharCode(A + (index % 26));
  return FOLLOWERS[Math.floor(index / 26)]?.includes(follower) ? 1 : 0;
});

/** The share of pairs that must be common. Measured: at most 3 % of the words of 50 major languages have fewer. */
const COMMON_SHARE = 0.75;
/** The longest word that is expected; German compounds reach 80 letters. */
const LONGEST_WORD = 80;

/** `word` has letters and marks only. */
export function isLanguage(word: string): boolean {
  if (word.length > LONGEST_WORD && !UNSPACED.test(word)) return false;
  if (/^[a-zA-Z]+$/.test(word)) return isCased(word) && hasCommonPairs(word);
  if (UNSPACED.test(word)) return isUnspacedLanguage(word);
  const decomposed = word.normalize('NFD');
  if (!hasFewMarks(decomposed)) return false;
  const letters = decomposed.replace(/\p{M}+/gu, '');
  if (!isCased(letters)) return false;
  if (!/^\p{Script=Latin}+$/u.test(letters)) return hasPairsOfItsScript(word);
  // Letters such as ø, ŋ and ɛ have no pairs of their own. They stand among others.
  const others = letters.match(/[^a-zA-Z]/gu)?.length ?? 0;
  return others <= Math.ceil(letters.length / 2) && hasCommonPairs(letters.replace(/[^a-zA-Z]/gu, 'e'));
}

/** Small letters, one capital at the beginning, or capitals alone; one more capital, as in McDonald. */
function isCased(word: string): boolean {
  // Most words; without Unicode classes, the test takes a fraction of the time.
  if (/^[A-Z]?[a-z]*$/.test(word)) return true;
  return /^(?:\p{Lu}?[^\p{Lu}]*|\p{Lu}+|\p{Lu}\p{Ll}{0,3}\p{Lu}[^\p{Lu}]+|\p{Lu}{2,}[^\p{Lu}]{1,2})$/u.test(word);
}

function hasCommonPairs(word: string): boolean {
  let common = 0;
  for (let index = 1; index < word.length; index += 1) {
    const pair = ((word.charCodeAt(index - 1) | 32) - A) * 26 + ((word.charCodeAt(index) | 32) - A);
    common += MAY_FOLLOW[pair] ?? 0;
  }
  return common >= (word.length - 1) * COMMON_SHARE;
}

/** Marks above and below a letter: two in Vietnamese, three in ancient Greek. */
const MOST_MARKS = 3;

/** Marks in words of any script: at most one for each letter, and a few more. */
function hasFewMarks(decomposed: string): boolean {
  const marks = decomposed.match(/\p{M}/gu)?.length ?? 0;
  // Most words; their letters need not be counted.
  if (marks < MOST_MARKS) return true;
  const letters = decomposed.match(/\p{L}/gu)?.length ?? 0;
  return marks <= letters + MOST_MARKS - 1 && !/\p{M}{4}/u.test(decomposed);
}

/** Scripts that are written without spaces, so that a "word" is a whole sentence. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** The share of characters that must be in ordinary use. Of random Han characters a third is, of syllables a fifth. */
const ORDINARY_SHARE = 0.85;

function isUnspacedLanguage(word: string): boolean {
  let ordinary = 0;
  let all = 0;
  for (const character of word) {
    all += 1;
    const code = character.codePointAt(0) ?? 0;
    if (isRareKind(code) ? ordinaryCharacters().has(code) : true) ordinary += 1;
  }
  return ordinary >= all * ORDINARY_SHARE;
}

/** Han characters and Hangul syllables, of which many exist and few are used. */
function isRareKind(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || code >= 0x20000;
}

/** The first levels of the national standards: GB 2312, JIS X 0208, Big5 and KS X 1001 put characters in use there. */
const STANDARDS: [encoding: string, firstRow: number, lastRow: number, firstCell: number][] = [
  ['gbk', 0xb0, 0xd7, 0xa1],
  ['euc-jp', 0xb0, 0xcf, 0xa1],
  ['big5', 0xa4, 0xc6, 0x40],
  ['euc-kr', 0xb0, 0xc8, 0xa1],
];

let ordinary: Set<number> | undefined;

function ordinaryCharacters(): Set<number> {
  ordinary ??= new Set(STANDARDS.flatMap(charactersOf));
  return ordinary;
}

function charactersOf([encoding, firstRow, lastRow, firstCell]: (typeof STANDARDS)[number]): number[] {
  const decoder = new TextDecoder(encoding);
  const found: number[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let cell = firstCell; cell <= 0xfe; cell += 1) {
      const code = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0);
      if (code !== undefined && isRareKind(code)) found.push(code);
    }
  }
  return found;
}
