/** Marks what looks like words, but is in a region of encoded or spelled text. */

import { SPELLED_LENGTH, type Token, utf8Length } from './tokens.ts';

/** The share of bytes that are not language, beyond which a region is encoded. Prose with names has a tenth. */
const FOREIGN_SHARE = 0.4;
/** Tokens before or after that decide whether a token that looks like language is in an encoded region. */
const NEIGHBOURS = 8;

/**
 * A share of encoded text looks like words by chance. Such a token counts as well if most of the bytes around it are not
 * language, or if the text is in pieces of one or two characters.
 */
export function markRegions(tokens: Token[]): void {
  const bytes = sumsOf(tokens, weightOf);
  const pieces = sumsOf(tokens, piecesOf);
  const foreign = sumsOf(tokens, (token) =>
    token.cost.account === 'language' && HAS_LETTER.test(token.text) ? 0 : weightOf(token),
  );
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.cost.account !== 'language') continue;
    const first = Math.max(0, index - NEIGHBOURS);
    const end = Math.min(tokens.length, index + NEIGHBOURS + 1);
    const isForeign = isForeignIn(foreign, bytes, first, index + 1) || isForeignIn(foreign, bytes, index, end);
    const isSpelled =
      (isSpelledIn({ bytes, pieces }, first, index + 1) || isSpelledIn({ bytes, pieces }, index, end)) &&
      !BEYOND_LATIN.test(token.text);
    if (!isForeign && !isSpelled) continue;
    const length = utf8Length(token.text);
    token.cost = isSpelled
      ? { account: 'opaque', identifier: 0, opaque: length }
      : { account: 'identifier', identifier: length, opaque: 0 };
  }
}

function isForeignIn(foreign: Float64Array, bytes: Float64Array, from: number, to: number): boolean {
  return sumOf(foreign, from, to) > sumOf(bytes, from, to) * FOREIGN_SHARE;
}

function isSpelledIn({ bytes, pieces }: Record<'bytes' | 'pieces', Float64Array>, from: number, to: number): boolean {
  return to - from > NEIGHBOURS && sumOf(bytes, from, to) < sumOf(pieces, from, to) * SPELLED_LENGTH;
}

/** The words that a token of language is joined from, as in "a.p.c". */
function piecesOf({ text, cost }: Token): number {
  if (cost.account !== 'language' || PLAIN_WORD.test(text)) return 1;
  return Math.max(1, text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0);
}

const PLAIN_WORD = /^[a-zA-Z]+[.,;:!?]?$/;

/** From the token `from` up to, but without, the token `to`. */
function sumOf(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** Dates and times weigh what they carry: lines of a chat are not encoded because each begins with a time. */
function weightOf({ text, cost }: Token): number {
  return cost.account === 'identifier' ? Math.min(text.length, cost.identifier) : text.length;
}

const HAS_LETTER = /[\p{L}\p{N}]/u;
const BEYOND_LATIN = /[^\0-\u024f]/;

/** Sums over the first n tokens, for n from 0. */
function sumsOf(tokens: readonly Token[], measure: (token: Token) => number): Float64Array {
  const sums = new Float64Array(tokens.length + 1);
  let total = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token) total += measure(token);
    sums[index + 1] = total;
  }
  return sums;
}
