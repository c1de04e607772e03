/** Chooses what an imported document must leave out, so that the guard accepts the rest of it. */

import { assessLeaves, type LeafCost, type TextLeaf } from './assess.ts';
import { NO_COSTS, type TextCosts } from './budget.ts';
import { newCostCache, utf8Length } from './tokens.ts';

export type LeaveOutReason =
  | 'control-characters'
  /** The text is longer than one text may be, or all texts together are. */
  | 'too-long'
  /** It holds a file, alone or joined with other texts. */
  | 'looks-like-file'
  /** The document has more encoded text than it may hold. */
  | 'encoded-text'
  /** The document has more identifiers than it may hold. */
  | 'too-many-identifiers'
  /** The document has more hash values than it may hold. */
  | 'too-many-hashes';

export interface LeaveOutLimits extends TextCosts {
  /** Characters of one text. */
  text: number;
  /** Bytes of all texts in UTF-8. */
  document: number;
}

/** The texts to leave out, by field, with the reason. */
export interface LeftOut {
  /** By path, in no particular order. */
  reasons: ReadonlyMap<string, LeaveOutReason>;
  /** Of the rest. */
  costs: TextCosts;
}

/** Each round removes at least one file. More files than this are not in one report by chance. */
const MOST_ROUNDS = 8;

/** The reason is refined for so many leaves; each search takes time. */
const MOST_SEARCHED = 20;

/** The leaves that cost most are left out first, until the rest is within the limits. */
export function leaveOut(leaves: readonly TextLeaf[], limits: LeaveOutLimits): LeftOut {
  const out = new Map<string, LeaveOutReason>();
  const cache = newCostCache();
  for (const { path, text } of leaves) {
    if (text.length > limits.text) out.set(path, 'too-long');
    else if (hasControls(text) || isDamaged(text)) out.set(path, 'control-characters');
  }
  for (const { path } of leaves.filter(({ isHash }) => isHash).slice(limits.hashes)) out.set(path, 'too-many-hashes');
  const kept = () => leaves.filter(({ path }) => !out.has(path));
  for (const path of mostCostly(kept().map(sizeOf), limits.document)) out.set(path, 'too-long');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { files, costs, opaque, identifier: identifiers, hashes } = assessLeaves(kept(), cache);
    for (const { path } of files) out.set(path, 'looks-like-file');
    for (const path of over(costs, 'opaque', limits.opaque)) refine(path, 'encoded-text');
    for (const path of over(costs, 'identifier', limits.identifiers)) refine(path, 'too-many-identifiers');
    if (files.length === 0 && costs.length === leaves.length - out.size) {
      return { reasons: out, costs: { opaque, identifiers, hashes } };
    }
  }
  for (const { path, opaque, identifier } of assessLeaves(kept(), cache).costs) {
    if (opaque + identifier > 0) out.set(path, 'looks-like-file');
  }
  return { reasons: out, costs: { ...NO_COSTS, hashes: kept().filter(({ isHash }) => isHash).length } };

  /** The costs are of the leaves before this round, so one of them may be out already. */
  function over(costs: readonly LeafCost[], kind: 'opaque' | 'identifier', limit: number): string[] {
    const left = costs.filter(({ path }) => !out.has(path));
    return mostCostly(
      left.map((cost) => ({ path: cost.path, cost: cost[kind] })),
      limit,
    );
  }

  function refine(path: string, reason: LeaveOutReason): void {
    const leaf = leaves.find((each) => each.path === path);
    const isFile = leaf !== undefined && out.size < MOST_SEARCHED && assessLeaves([leaf], cache).files.length > 0;
    out.set(path, isFile ? 'looks-like-file' : reason);
  }
}

/** Whether it has control characters other than tab and line end, or unpaired surrogates. */
export function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\r]/u.test(text) || !text.isWellFormed();
}

/** Whether a tenth of it was unreadable when it was decoded. */
export function isDamaged(text: string): boolean {
  const replaced = text.split('\uFFFD').length - 1;
  return replaced >= 4 && replaced * 10 > text.length;
}

interface PathCost {
  path: string;
  cost: number;
}

function sizeOf({ path, text }: TextLeaf): PathCost {
  return { path, cost: 1 + utf8Length(text) };
}

/** The fewest paths, the most costly first, without which the rest costs at most `limit`. */
function mostCostly(costs: readonly PathCost[], limit: number): string[] {
  let total = costs.reduce((sum, { cost }) => sum + cost, 0);
  const paths: string[] = [];
  for (const { path, cost } of costs.toSorted((one, other) => other.cost - one.cost)) {
    if (total <= limit) break;
    total -= cost;
    paths.push(path);
  }
  return paths;
}
