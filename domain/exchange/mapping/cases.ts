/** Divides a file into cases, and lists what became of the values of each. */

import { ReferralError } from '../../errors.ts';
import { GUARD_LIMITS, guardFile } from '../../material-guard.ts';
import type { ParticularsEntry } from '../../submission.ts';
import type { LossEntry } from '../loss-report.ts';
import { patternOfPath } from './find-leaves.ts';
import { csvRows, jsonLeaves, type SourceLeaf } from './leaves.ts';
import type { MappingFile } from './mapping-file.ts';
import { matches, pathText } from './path.ts';
import type { CaseResult } from './read-case.ts';

/** The most bytes of a file. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Values outside of the cases belong to each case. More together would take too much memory. */
const MOST_VALUES = 2_000_000;

/** The values of one case in the file. */
export interface SourceCase {
  /** The line on which it begins. */
  line: number;
  leaves: SourceLeaf[];
}

/**
 * The values of each case: a row of CSV, or a match of `cases` in JSON with the values that are outside of all cases.
 *
 * @throws ReferralError MATERIAL_REFUSED for an image, a video, an archive or any other binary file; INVALID_INPUT if the
 * file is not text in UTF-8, is malformed, or has no case.
 */
export function casesIn(mapping: MappingFile, file: Uint8Array): SourceCase[] {
  const text = textOf(file);
  const { input, csv } = mapping;
  const cases =
    input === 'csv' ? csvRows(text, csv ?? { delimiter: ',' }).map(caseOf) : jsonCases(mapping, jsonLeaves(text));
  if (cases.length === 0) throw new ReferralError('INVALID_INPUT', noCase(mapping), 'file');
  const splits = Object.entries(mapping.split).map(([path, separator]) => ({
    pattern: patternOfPath(path),
    separator,
  }));
  return cases.map(({ line, leaves }) => ({
    line,
    leaves: leaves.flatMap((leaf) => piecesOf(leaf, splits)),
  }));
}

/** What became of the values of one case that no field took. */
export interface CaseSettlement {
  /** What is kept as particulars, each with its value of the file. */
  lines: { leaf: SourceLeaf; entry: ParticularsEntry }[];
  /** In the order of the file. */
  loss: LossEntry[];
}

const KEPT: readonly CaseResult[] = ['kept-as-particulars-only', 'mapped-to-broader-term', 'value-not-usable'];

/**
 * Every value is in a field, in the loss report, or in both.
 *
 * @param outcomes of the values that were used, and of those that must be left out.
 * @param isShown whether a name of the file may be repeated.
 */
export function settle(
  mapping: MappingFile,
  leaves: readonly SourceLeaf[],
  outcomes: ReadonlyMap<SourceLeaf, CaseResult>,
  isShown: (name: string) => boolean,
): CaseSettlement {
  const ignored = mapping.ignore.map(patternOfPath);
  const settlement: CaseSettlement = { lines: [], loss: [] };
  for (const leaf of leaves) {
    const outcome = outcomes.get(leaf) ?? restOf(mapping, leaf, ignored);
    if (outcome === 'mapped') continue;
    const path = pathText(leaf.path, isShown);
    settlement.loss.push({ path, line: leaf.line, reason: outcome });
    if (!KEPT.includes(outcome)) continue;
    settlement.lines.push(...textsOf(leaf.text).map((value) => ({ leaf, entry: { label: path, value } })));
  }
  return settlement;
}

function restOf(
  { rest }: MappingFile,
  { path, text }: SourceLeaf,
  ignored: readonly ReturnType<typeof patternOfPath>[],
) {
  if (!VISIBLE.test(text)) return 'empty';
  const isIgnored = ignored.some((pattern) => pattern.length <= path.length && matches(pattern, path));
  return isIgnored || rest === 'drop' ? 'no-place-in-model' : 'kept-as-particulars-only';
}

/** A line of particulars must have a character that can be seen. */
const VISIBLE = /[^\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A long text becomes several lines of particulars. */
function textsOf(text: string): string[] {
  const texts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + GUARD_LIMITS.text;
    const isSplitPair = end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    texts.push(text.slice(start, isSplitPair ? end - 1 : end));
    start = isSplitPair ? end - 1 : end;
  }
  return texts.filter((part) => VISIBLE.test(part));
}

function textOf(file: Uint8Array): string {
  if (file.length > MAX_FILE_BYTES) throw new ReferralError('INVALID_INPUT', 'The file is larger than 16 MiB.', 'file');
  guardFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new ReferralError('INVALID_INPUT', 'The file is not text in UTF-8. Save it as UTF-8.', 'file');
  }
}

function caseOf(leaves: SourceLeaf[]): SourceCase {
  return { line: leaves[0]?.line ?? 1, leaves };
}

function jsonCases({ cases: path }: MappingFile, leaves: SourceLeaf[]): SourceCase[] {
  if (path === undefined) return [caseOf(leaves)];
  const pattern = patternOfPath(path);
  const isInCase = (leaf: SourceLeaf) => leaf.path.length >= pattern.length && matches(pattern, leaf.path);
  const shared = leaves.filter((leaf) => !isInCase(leaf));
  const cases = Map.groupBy(leaves.filter(isInCase), (leaf) => JSON.stringify(leaf.path.slice(0, pattern.length)));
  if (cases.size * shared.length > MOST_VALUES) {
    throw new ReferralError(
      'INVALID_INPUT',
      'The file has too many values outside of its cases. Split it into several files.',
      'file',
    );
  }
  return [...cases.values()].map((own) => ({ line: caseOf(own).line, leaves: [...shared, ...own] }));
}

function noCase({ input, cases }: MappingFile): string {
  if (input === 'csv') return 'The file has no row beside the names of its columns.';
  return cases === undefined ? 'The file has no value.' : `The file has no case at ${cases}.`;
}

function piecesOf(
  leaf: SourceLeaf,
  splits: readonly { pattern: ReturnType<typeof patternOfPath>; separator: string }[],
): SourceLeaf[] {
  const split = splits.find(({ pattern }) => pattern.length === leaf.path.length && matches(pattern, leaf.path));
  if (split === undefined) return [leaf];
  const texts = leaf.text.split(split.separator).filter((text) => text.trim() !== '');
  if (texts.length === 0) return [leaf];
  return texts.map((text, n) => ({ ...leaf, path: [...leaf.path, n], text: text.trim() }));
}
