/** Assesses a document: which fields carry a file, and how many bytes of it no language accounts for. */

import {
  dumpReadings,
  escapedReadings,
  latin1Bytes,
  numberReadings,
  readings,
  spacedReadings,
  uuReadings,
  yencReadings,
} from './alphabets.ts';
import { type FileKind, fileIn } from './containers.ts';
import { foldLookalikes, normalise } from './normalise.ts';
import { markRegions } from './regions.ts';
import { type CostCache, newCostCache, type Token, tokensOf } from './tokens.ts';
import { wholeNumberReadings } from './whole-numbers.ts';

/** One text of a document, in reading order. */
export interface TextLeaf {
  /** For example `particulars.3.value`. */
  path: string;
  text: string;
  /** A hash value of a declared algorithm: it has a separate limit, and counts neither as identifier nor as opaque. */
  isHash?: boolean;
}

/** What a leaf costs, in UTF-8 bytes. */
export interface LeafCost {
  path: string;
  identifier: number;
  opaque: number;
}

export interface Assessment {
  /** The first leaf of each file that was found, alone or joined from several leaves. */
  files: { path: string; kind: FileKind }[];
  costs: LeafCost[];
  identifier: number;
  opaque: number;
  hashes: number;
}

/**
 * Documents that cost more bytes are not searched for files, so the search stays short. No policy permits as much, so
 * they are refused for that alone.
 */
export const SEARCHED_BYTES = 128 * 1024;

/** Fewer characters hold no file worth the name. */
const SHORTEST_RUN = 40;

/**
 * Counts what the texts of a document cost, and searches them for files. Linear in the length of the texts. `cache` saves time
 * when parts of a document are assessed more than once.
 */
export function assessLeaves(leaves: readonly TextLeaf[], cache = newCostCache()): Assessment {
  cache.document += 1;
  const assessed = leaves.map((leaf) => judgeLeaf(leaf, cache));
  const costs = assessed.map(({ cost }) => cost);
  const identifier = sum(costs.map((cost) => cost.identifier));
  const opaque = sum(costs.map((cost) => cost.opaque));
  const files = identifier + opaque > SEARCHED_BYTES ? [] : filesIn(assessed);
  return { files, costs, identifier, opaque, hashes: leaves.filter(({ isHash }) => isHash).length };
}

interface JudgedLeaf {
  leaf: TextLeaf;
  text: string;
  /** Tokens that no language explains, or that are among such tokens. */
  run: Token[];
  cost: LeafCost;
}

function judgeLeaf(leaf: TextLeaf, cache: CostCache): JudgedLeaf {
  const { path } = leaf;
  if (leaf.isHash) {
    const token: Token = { text: leaf.text, cost: { account: 'identifier', identifier: 0, opaque: 0 } };
    return { leaf, text: leaf.text, run: [token], cost: { path, identifier: 0, opaque: 0 } };
  }
  const { text, hidden } = normalise(leaf.text);
  const tokens = tokensOf(text, cache);
  markRegions(tokens);
  const cost: LeafCost = { path, identifier: 0, opaque: hidden };
  const run = tokens.filter(({ cost: { account } }) => account !== 'language');
  for (const { cost: each } of run) {
    cost.identifier += each.identifier;
    cost.opaque += each.opaque;
  }
  return { leaf, text, run, cost };
}

function filesIn(judged: readonly JudgedLeaf[]): Assessment['files'] {
  const files: Assessment['files'] = [];
  const report = (path: string, kind: FileKind | null) => {
    if (kind !== null && !files.some((file) => file.path === path)) files.push({ path, kind });
  };
  for (const { leaf, text, run, cost } of judged) {
    report(leaf.path, plainFile(leaf.text) ?? fileInLeaf(text, run, cost));
    // Markup that was removed may have been digits of an alphabet with symbols.
    if (text !== leaf.text && cost.identifier + cost.opaque >= SHORTEST_RUN) report(leaf.path, fileInRaw(leaf.text));
  }
  for (const group of groupsOf(judged)) {
    if (group.length < 2 || group.some(({ leaf }) => files.some(({ path }) => path === leaf.path))) continue;
    const path = group[0]?.leaf.path ?? '';
    report(path, fileInRun(group.flatMap(({ run }) => run)));
    report(path, firstFile(yencReadings(group.map(({ leaf }) => leaf.text).join(''))));
  }
  return files;
}

/** The leaves that are read together: those of equal fields (`particulars.*.value`), and all of them. */
function groupsOf(judged: readonly JudgedLeaf[]): JudgedLeaf[][] {
  const withRun = judged.filter(({ run }) => run.length > 0);
  const equal = Map.groupBy(withRun, ({ leaf }) => leaf.path.replace(/\d+/g, '*'));
  return equal.size === 1 ? [withRun] : [...equal.values(), withRun];
}

/** Files that a text contains without an encoding, or that it announces. */
function plainFile(text: string): FileKind | null {
  if (/\bdata:(?:[a-z]{2,20}\/[a-z0-9.+-]{1,60}|;base64)[^\s,]{0,200},\S{20}/i.test(text)) return 'an image';
  if (hasSvg(text)) return 'an image';
  if (/^=ybegin line=/m.test(text)) return 'an archive';
  return null;
}

const IN_SVG = /xmlns|<(?:path|rect|image|g|circle|polygon|polyline|use)\b/gi;
/** How far the first shape or namespace of a drawing is from its beginning, in characters. */
const SVG_BEGINNING = 2_000;

/** Each part of the text is searched once, however often a drawing seems to begin. */
function hasSvg(text: string): boolean {
  let inside = -1;
  for (const { index } of text.matchAll(/<svg\b/gi)) {
    if (inside < index) {
      IN_SVG.lastIndex = index;
      const found = IN_SVG.exec(text);
      if (found === null) return false;
      inside = found.index;
    }
    if (inside - index <= SVG_BEGINNING) return true;
  }
  return false;
}

function fileInLeaf(text: string, run: readonly Token[], cost: LeafCost): FileKind | null {
  if (/[%=\\]/.test(text)) {
    const found = firstFile(escapedReadings(text));
    if (found) return found;
  }
  if (cost.identifier + cost.opaque < SHORTEST_RUN) return null;
  return (
    fileInRun(run) ??
    fileInMostlyCode(text, run) ??
    firstFile(spacedReadings(text)) ??
    firstFile(dumpReadings(text)) ??
    firstFile(uuReadings(text)) ??
    numbered(text, run)
  );
}

/** The text as it was given. */
function fileInRaw(text: string): FileKind | null {
  return firstFile(readings(text.replace(/\s+/g, ''))) ?? firstFile(uuReadings(text)) ?? firstFile(yencReadings(text));
}

/** Short pieces of an alphabet look like words now and then. So a text that is mostly code is also read as a whole. */
function fileInMostlyCode(text: string, run: readonly Token[]): FileKind | null {
  const whole = text.replace(/\s+/g, '');
  const length = sum(run.map((token) => token.text.length));
  return length < whole.length && length * 2 > whole.length ? firstFile(readings(foldLookalikes(whole))) : null;
}

function fileInRun(run: readonly Token[]): FileKind | null {
  const texts = run.map(({ text, cost }) => cost.searched ?? text);
  const joined = foldLookalikes(texts.join(''));
  if (joined.length < SHORTEST_RUN) return null;
  // Marks between the pieces of a text may be digits of its alphabet.
  const pieces = texts.filter((text) => /[\p{L}\p{N}]/u.test(text));
  return (
    firstFile(readings(joined)) ??
    (pieces.length < texts.length ? firstFile(readings(foldLookalikes(pieces.join('')))) : null) ??
    firstFile(wholeNumberReadings(joined)) ??
    firstFile(numberReadings(texts)) ??
    fileIn(latin1Bytes(joined))
  );
}

/** Lines that begin with their number are read without it. */
function numbered(text: string, run: readonly Token[]): FileKind | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isNumbered = (line: string) => /^\s{0,8}[[(]?\d{1,6}[\])}:.|,;\t ]/.test(line);
  if (run.length === 0 || lines.length < 3 || lines.filter(isNumbered).length < lines.length * 0.8) return null;
  const joined = lines
    .map((line) => line.replace(/^\s{0,8}[[(]?\d{1,6}[\])}:.|,;\t ]+/, ''))
    .join('')
    .replace(/\s+/g, '');
  return firstFile(readings(foldLookalikes(joined)));
}

function firstFile(candidates: Iterable<Uint8Array>): FileKind | null {
  for (const bytes of candidates) {
    const kind = fileIn(bytes);
    if (kind) return kind;
  }
  return null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
