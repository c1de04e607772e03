/** Which letters may follow each other in words of scripts other than Latin. */

import pairs from './letter-pairs.json' with { type: 'json' };

/** Scripts in which marks above and below the letters may be left out. */
const OPTIONAL_MARKS = ['Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic'] as const;
/** Scripts in which marks are vowels, or that have none. */
const MARKS_ARE_LETTERS = [
  ...(['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'] as const),
  ...(['Ethiopic', 'Thaana'] as const),
];

/** Living scripts that separate words by spaces, and of which there are texts to count pairs in. */
export const SCRIPTS_WITH_PAIRS = [...OPTIONAL_MARKS, ...MARKS_ARE_LETTERS];
export type PairedScript = (typeof SCRIPTS_WITH_PAIRS)[number];

/** The letters of a word, in small letters, without marks that may be left out. */
export function lettersOf(script: PairedScript, word: string): string[] {
  const plain = word.normalize('NFD');
  return [...(isIn(OPTIONAL_MARKS, script) ? plain.toLowerCase().replace(/\p{M}+/gu, '') : plain)];
}

function isIn(scripts: readonly string[], script: PairedScript): boolean {
  return scripts.includes(script);
}

const PATTERNS = SCRIPTS_WITH_PAIRS.map(
  (script) => [script, new RegExp(`^\\p{Script=${script}}(?:\\p{Script=${script}}|\\p{M})*$`, 'u')] as const,
);

/**
 * The pairs that are common: at least 0.05 % of all pairs of the languages of the script, or 0.2 % of those of one language.
 * For scripts of many languages, it is twice as much. Counted from the Universal Declaration of Human Rights by `npm run
 * letter-pairs`.
 */
const COMMON = new Map(
  Object.entries(pairs).map(([script, followers]) => [script, new Map(Object.entries(followers))] as const),
);

/** Measured: at most 9 % of the words of a language have fewer, and at least 60 % of words of random letters. */
const COMMON_SHARE = 0.6;

/** Odia has the same letters as Bengali at the same places of its block in Unicode, and no text was counted. */
const ODIA_BEYOND_BENGALI = 0x180;

function asBengali(word: string): string {
  // Most words; without Unicode classes, the test takes a fraction of the time.
  if (!/[\u0b00-\u0b7f]/.test(word)) return word;
  return word.replace(/\p{Script=Oriya}/gu, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - ODIA_BEYOND_BENGALI),
  );
}

/** True if the word is of one of these scripts, and most of its pairs of letters are common there. */
export function hasPairsOfItsScript(given: string): boolean {
  const word = asBengali(given);
  const [script] = PATTERNS.find(([, pattern]) => pattern.test(word)) ?? [];
  const followers = script && COMMON.get(script);
  if (!followers) return false;
  const letters = lettersOf(script, word);
  let common = 0;
  for (let at = 1; at < letters.length; at += 1) {
    if (followers.get(letters[at - 1] ?? '')?.includes(letters[at] ?? '')) common += 1;
  }
  return common >= (letters.length - 1) * COMMON_SHARE;
}
