/** Divides a text into tokens, and states how each is accounted for: by a language, by a grammar, or not at all. */

import {
  carriedBytes,
  isIdentifier,
  isIdentifierPart,
  isWebAddress,
  LONGEST_HEADER_PIECE,
  mailHeadersIn,
} from './identifiers.ts';
import { isLanguage } from './language.ts';
import { digitsOfReportPath } from './report-paths.ts';

/** `identifier`: explained by a grammar. `opaque`: neither. Language costs nothing. */
export type CostAccount = 'language' | 'identifier' | 'opaque';

/** What one token counts towards the budget of a referral, and why. */
export interface Cost {
  account: CostAccount;
  /** UTF-8 bytes that count as identifiers, and those that count as opaque. */
  identifier: number;
  opaque: number;
  /** The part that can belong to a file. Default: the whole token. */
  searched?: string;
}

export interface Token {
  text: string;
  cost: Cost;
}

const LANGUAGE: Cost = { account: 'language', identifier: 0, opaque: 0 };

/** What words cost, so that each word is judged once, also if parts of a document are assessed again. */
export interface CostCache {
  words: Map<string, JudgedWord>;
  /** The number of the document that is assessed. */
  document: number;
}

interface JudgedWord {
  /** Of the first occurrence in a document. */
  cost: Cost;
  /** Of each further one. */
  repeated: Cost;
  /** The document in which the word occurred last. */
  document: number;
}

export function newCostCache(): CostCache {
  return { words: new Map(), document: 0 };
}

/** The tokens of `text`, in order: what white space separates. Linear in its length. */
export function tokensOf(text: string, cache: CostCache): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const { from, to } of mailHeadersIn(text)) {
    for (const word of wordsOf(text.slice(at, from))) tokens.push({ text: word, cost: costOf(word, cache) });
    for (const word of wordsOf(text.slice(from, to))) {
      const cost = costOf(word, cache);
      tokens.push({ text: word, cost: word.length <= LONGEST_HEADER_PIECE ? asIdentifier(cost) : cost });
    }
    at = to;
  }
  for (const word of wordsOf(text.slice(at))) tokens.push({ text: word, cost: costOf(word, cache) });
  return tokens;
}

/** Ethiopic texts separate words by a sign of their own. */
function wordsOf(text: string): string[] {
  return text.split(/[\s\u1361-\u1368]+/).filter((word) => word !== '');
}

function asIdentifier(cost: Cost): Cost {
  if (cost.opaque === 0) return cost;
  return { account: 'identifier', identifier: cost.identifier + cost.opaque, opaque: 0 };
}

function costOf(word: string, { words, document }: CostCache): Cost {
  const known = words.get(word);
  if (known === undefined) {
    const cost = judge(word);
    words.set(word, { cost, repeated: repeated(cost), document });
    return cost;
  }
  if (known.document === document) return known.repeated;
  known.document = document;
  return known.cost;
}

/**
 * A word that recurs carries which of the earlier words it is. Within the bounds a document has fewer than 65,536 of those, so
 * two bytes are enough.
 */
function repeated(cost: Cost): Cost {
  return cost.account === 'identifier' && cost.identifier > 2 ? { ...cost, identifier: 2 } : cost;
}

function judge(word: string): Cost {
  // Most words, with the punctuation that ends a clause.
  const [, plain] = /^([a-zA-Z]+)[.,;:!?]?$/.exec(word) ?? [];
  if (plain !== undefined && isLanguage(plain)) return LANGUAGE;
  const digits = digitsOfReportPath(word);
  if (digits === '') return LANGUAGE;
  if (digits !== undefined) return { account: 'identifier', identifier: digits.length, opaque: 0, searched: digits };
  const { opening, core, closing } = withoutPunctuation(word);
  if (core === '') return punctuation(word);
  const marks = bytesOfMarks(opening) + bytesOfMarks(closing);
  const cost = judgeCore(core);
  if (marks === 0) return cost;
  const account = cost.account === 'opaque' ? 'opaque' : 'identifier';
  return { account, identifier: cost.identifier + marks, opaque: cost.opaque };
}

function judgeCore(core: string): Cost {
  if (isWords(core.split(/[^\p{L}\p{M}\p{N}]/u))) return LANGUAGE;
  if (isIdentifier(core)) return identifier(core, carriedBytes(core));
  return judgedByParts(core);
}

/** Compounds and abbreviations have few parts, or parts that are longer than a letter or two: "a.k.a.", "mother-in-law". */
const FEW_PARTS = 4;

function isWords(parts: readonly string[]): boolean {
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  const isSpelled = parts.length > FEW_PARTS && letters < parts.length * SPELLED_LENGTH;
  return !isSpelled && parts.every(isLanguage);
}

/** Up to six characters of punctuation at each end belong to the sentence, not to the word. */
function withoutPunctuation(word: string): { opening: string; core: string; closing: string } {
  const [opening = ''] = /^[\p{P}\p{S}]{0,6}/u.exec(word) ?? [];
  const rest = word.slice(opening.length);
  const [closing = ''] = /[\p{P}\p{S}]{0,6}$/u.exec(rest.slice(-12)) ?? [];
  return { opening, core: rest.slice(0, rest.length - closing.length), closing };
}

/** More different marks beside a word than this carry something: `")!` has three. */
const MARKS_OF_A_SENTENCE = 3;

/** What the marks beside a word cost: emoji and other symbols, and many different marks. */
function bytesOfMarks(marks: string): number {
  if (marks.length < 2 && !/\p{So}/u.test(marks)) return 0;
  const symbols = marks.match(/\p{So}/gu)?.join('') ?? '';
  return new Set(marks).size > MARKS_OF_A_SENTENCE ? utf8Length(marks) : utf8Length(symbols);
}

/** The mean length of words below which a text is spelled. No language written in Latin letters has such short words. */
export const SPELLED_LENGTH = 2.1;

/** The share of separators beyond which a long token is no name or address, but an alphabet with symbols. */
const SEPARATOR_SHARE = 0.2;

function judgedByParts(core: string): Cost {
  const symbols = utf8Length(core.match(/\p{So}/gu)?.join('') ?? '');
  const parts = core.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  if (parts.length === 0) return opaque(core);
  const separators = core.length - parts.join('').length;
  if (core.length > 24 && separators > core.length * (isWebAddress(core) ? 0.5 : SEPARATOR_SHARE)) return opaque(core);
  const sum = { identifier: symbols, opaque: 0 };
  const isShort = isWebAddress(core) ? isIdentifierPart : (part: string) => part.length <= 16 || isIdentifier(part);
  const isSpelled =
    !isWebAddress(core) && parts.length > FEW_PARTS && parts.join('').length < parts.length * SPELLED_LENGTH;
  for (const part of parts) {
    if (!isSpelled && /^[\p{L}\p{M}]+$/u.test(part) && isLanguage(part)) continue;
    sum[isShort(part) ? 'identifier' : 'opaque'] += utf8Length(part);
  }
  if (sum.identifier + sum.opaque > 0) sum.identifier += separators;
  const account = sum.opaque > 0 ? 'opaque' : sum.identifier > 0 ? 'identifier' : 'language';
  return { account, ...sum };
}

/** Punctuation costs nothing, if it is short or one character repeated. Emoji and other symbols count as identifiers. */
function punctuation(word: string): Cost {
  if (/[^\p{P}\p{Sm}\p{Sc}\p{Sk}]/u.test(word)) return word.length > 24 ? opaque(word) : identifier(word);
  return word.length <= 6 || /^(.)\1*$/u.test(word) ? LANGUAGE : opaque(word);
}

function opaque(text: string): Cost {
  return { account: 'opaque', identifier: 0, opaque: utf8Length(text) };
}

function identifier(text: string, bytes = utf8Length(text)): Cost {
  return { account: 'identifier', identifier: bytes, opaque: 0 };
}

/** Bytes of `text` in UTF-8, without encoding it. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff && (code < 0xd800 || code > 0xdfff)) length += 2;
    else if (code > 0x7f) length += 1;
  }
  return length;
}
