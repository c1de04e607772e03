/** Compares leaves with the tree, the tree with its checkpoints, and these with the witnesses. Names each difference. */

import { concat, isEqual } from '../../domain/audit/bytes.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { type Hash, RightEdge } from '../../domain/audit/merkle-tree.ts';
import { TILE_HEIGHT, TILE_WIDTH, type TileId } from '../../domain/audit/tiles.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { leavesNotInLog, logSize, storedTiles, tilesWithoutLeaves } from '../../prisma/store/log-comparison.ts';
import { workAhead } from '../platform/work-ahead.ts';
import {
  type ComparedRange,
  type CompareRange,
  compareRange,
  compareTile,
  entryOf,
  type LogRange,
} from './compare-range.ts';
import { askWitnesses, compareWitnessed } from './compare-witnesses.ts';
import { type KnownCheckpoint, knownCheckpoints } from './known-checkpoints.ts';
import { Differences, type LogDifference, MOST_OF_A_KIND } from './log-difference.ts';

/** Leaves of a range: four tiles. Larger texts take the database longer for each leaf. */
const RANGE = 4 * TILE_WIDTH;

/** Who compares the ranges, and how many are worked on at a time. */
export interface RangeWork {
  compareRange: CompareRange;
  ahead: number;
}

/** Compares the whole log. Without a policy, signatures and witnesses are left out. */
export async function compareLog(
  db: Queries,
  policy: LogPolicy | undefined,
  work?: RangeWork,
): Promise<LogDifference[]> {
  const checkpoints = await knownCheckpoints(db, policy);
  const witnesses = policy ? await askWitnesses(policy, checkpoints) : { witnessed: [], differences: [] };
  const size = await logSize(db);
  const comparison = new LogComparison(checkpoints);
  const { ahead = 1, compareRange: compare = (range: LogRange) => compareRange(db, range) } = work ?? {};
  const heads = [...checkpoints, ...witnesses.witnessed].toSorted((one, other) => one.size - other.size);
  for await (const compared of workAhead(rangesOf(size, heads), compare, ahead)) {
    comparison.add(compared);
    await comparison.compareTiles(db);
  }
  const { differences } = comparison;
  for (const { level, index } of await tilesWithoutLeaves(db, MOST_OF_A_KIND)) {
    differences.add({ fault: 'node-changed', detail: `tile ${level}/${index} has no leaves` });
  }
  comparison.endOfLog(size);
  for (const { id, leaf } of await leavesNotInLog(db, MOST_OF_A_KIND)) {
    differences.add({ fault: 'leaf-not-in-log', ...about(leaf), detail: `leaf ${id}${entryOf(leaf)}` });
  }
  const witnessed = compareWitnessed(witnesses.witnessed, size, comparison.roots);
  return [...differences.found, ...witnesses.differences, ...witnessed];
}

/** @param heads sizes at which the root is needed, smallest first, and when each was signed */
function* rangesOf(size: number, heads: readonly { size: number; at: number }[]): Generator<LogRange> {
  let sealedBefore = 0;
  let next = 0;
  for (let start = 0; start < size; start += RANGE) {
    const range: LogRange = { start, end: Math.min(size, start + RANGE), checkpoints: [], sealedBefore };
    for (let each = heads[next]; each && each.size <= range.end; each = heads[next]) {
      range.checkpoints.push({ size: each.size, at: each.at });
      sealedBefore = Math.max(sealedBefore, each.at);
      next += 1;
    }
    yield range;
  }
}

class LogComparison {
  readonly differences = new Differences();
  /** The root of the tree at each size that a witness or a checkpoint may ask for. */
  readonly roots = new Map<number, Hash>();
  /** The tree whose leaves are the roots of full tiles. */
  readonly #edge = new RightEdge();
  /** For each level of tiles from 1 on: the number of its nodes, and the nodes of its incomplete tile. */
  readonly #levels = new Map<number, { nodes: number; last: Hash[] }>();
  /** Full tiles that are not compared yet. */
  #full: { id: TileId; hashes: Uint8Array; root: Hash }[] = [];
  readonly #checkpoints: readonly KnownCheckpoint[];
  #next = 0;

  /** @param checkpoints smallest first */
  constructor(checkpoints: readonly KnownCheckpoint[]) {
    this.#checkpoints = checkpoints;
    this.roots.set(0, this.#edge.root());
    for (const { id, fault } of checkpoints) {
      if (fault) this.differences.add({ fault: 'checkpoint-changed', detail: `checkpoint ${id} ${fault}` });
    }
  }

  /** The ranges must come in order. */
  add({ differences, tiles }: ComparedRange): void {
    for (const difference of differences) this.differences.add(difference);
    for (const { root, edges } of tiles) {
      for (const { size, hashes } of edges) this.#compareCheckpoints(size, this.#edge.rootWith(hashes));
      if (root === undefined) continue;
      this.#edge.append(root, ({ level }, node) => {
        if (level % TILE_HEIGHT === 0) this.#addNode(level / TILE_HEIGHT + 1, node);
      });
    }
  }

  #compareCheckpoints(size: number, root: Hash): void {
    this.roots.set(size, root);
    for (let next = this.#checkpoints[this.#next]; next && next.size <= size; next = this.#checkpoints[this.#next]) {
      if (next.root && next.size === size && !isEqual(next.root, root)) {
        this.differences.add({
          fault: 'log-forked',
          detail: `checkpoint ${next.id} has another root for ${next.size} leaves`,
        });
      }
      this.#next += 1;
    }
  }

  /** Checkpoints that are larger than the log. */
  endOfLog(size: number): void {
    for (const checkpoint of this.#checkpoints.slice(this.#next)) {
      this.differences.add({
        fault: 'log-rolled-back',
        detail: `checkpoint ${checkpoint.id} has ${checkpoint.size} leaves, the log ${size}`,
      });
    }
  }

  /** A node of the next level is the root of a full tile. Those of level 1 were compared with their ranges. */
  #addNode(level: number, node: Hash): void {
    const known = this.#levels.get(level) ?? { nodes: 0, last: [] };
    this.#levels.set(level, known);
    known.nodes += 1;
    known.last.push(node);
    const below = this.#levels.get(level - 1);
    if (below === undefined) return;
    this.#full.push({ id: { level: level - 1, index: known.nodes - 1 }, hashes: concat(...below.last), root: node });
    below.last = [];
  }

  /** Compares the tiles that became full since the last call. Memory does not grow with the log. */
  async compareTiles(db: Queries): Promise<void> {
    const full = this.#full;
    this.#full = [];
    const stored = await storedTiles(
      db,
      full.map(({ id }) => id),
    );
    for (const [at, { id, ...tile }] of full.entries()) compareTile(id, stored[at], tile, this.differences);
  }
}

function about({ referralId, reference }: AuditLeaf): Pick<LogDifference, 'referralId' | 'reference'> {
  return { referralId, reference };
}
