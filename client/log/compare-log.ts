/** Compares leaves with the tree, the tree with its checkpoints, and these with the witnesses. Names each difference. */

import { setImmediate } from 'node:timers/promises';
import { isEqual } from '../../domain/audit/bytes.ts';
import { openCheckpoint } from '../../domain/audit/checkpoint.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import { keysOf, type LogPolicy } from '../../domain/audit/log-policy.ts';
import { HASH_LENGTH, type Hash, RightEdge } from '../../domain/audit/merkle-tree.ts';
import { TILE_HEIGHT } from '../../domain/audit/tiles.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import {
  everyCheckpoint,
  type LoggedLeaf,
  leavesNotInLog,
  loggedLeaves,
  storedTiles,
  tilesFrom,
} from '../../prisma/store/log-comparison.ts';
import { compareWitnesses } from './compare-witnesses.ts';
import type { LogDifference } from './log-difference.ts';

const PAGE = 2_000;
const TILE_NODES = 2 ** TILE_HEIGHT;
/** Of each kind, so that a rewritten log does not fill the memory. */
const MOST = 100;
/** A leaf that was sealed later than it says, by more than this, was inserted later. Outages are shorter. */
const BACKDATED_MS = 60 * 60_000;

/** Compares the whole log. Without a policy, signatures and witnesses are left out. */
export async function compareLog(db: Queries, policy: LogPolicy | undefined): Promise<LogDifference[]> {
  const comparison = new LogComparison(await checkpointsOf(db, policy));
  for (let page = await loggedLeaves(db, 0, PAGE); page.length > 0; ) {
    const next = loggedLeaves(db, (page.at(-1)?.position ?? 0) + 1, PAGE);
    // Lets the query be sent: the database reads the next page while this one is hashed.
    await setImmediate();
    for (const each of page) comparison.add(each);
    await comparison.compareTiles(db);
    page = await next;
  }
  await comparison.findOtherTiles(db);
  const { differences, size } = comparison;
  comparison.endOfLog();
  for (const { id, leaf } of await leavesNotInLog(db, MOST)) {
    differences.push({ fault: 'leaf-not-in-log', ...about(leaf), detail: `leaf ${id}${entryOf(leaf)}` });
  }
  if (policy) differences.push(...(await compareWitnesses(policy, size, comparison.roots)));
  return differences;
}

interface KnownCheckpoint {
  id: bigint;
  size: number;
  /** Undefined if the note cannot be read. */
  root: Hash | undefined;
  /** When it was signed, by the clock of a witness if there is one. */
  at: number;
  fault: string | undefined;
}

async function checkpointsOf(db: Queries, policy: LogPolicy | undefined): Promise<KnownCheckpoint[]> {
  const keys = policy ? keysOf(policy) : [];
  const known: KnownCheckpoint[] = [];
  for (const { id, size, note, signedAt } of await everyCheckpoint(db)) {
    const opened = await openCheckpoint(note, keys).catch(() => undefined);
    const isSigned = policy === undefined || (opened?.invalid.length === 0 && opened.signedBy.length > 0);
    const isOther = policy !== undefined && opened !== undefined && opened.checkpoint.origin !== policy.origin;
    const fault =
      opened === undefined || opened.checkpoint.size !== size
        ? 'cannot be read'
        : isSigned || isOther
          ? undefined
          : 'has an invalid signature';
    const times = opened?.witnesses.map(({ time }) => time * 1000) ?? [];
    known.push({ id, size, root: opened?.checkpoint.root, at: Math.min(signedAt.getTime(), ...times), fault });
  }
  return known;
}

class LogComparison {
  readonly differences: LogDifference[] = [];
  /** The root of the tree at each size that a witness or a checkpoint may ask for. */
  readonly roots = new Map<number, Hash>();
  readonly #edge = new RightEdge();
  /** Of each level of tiles: the number of its nodes, and those of the tile that is not full yet. */
  readonly #levels = new Map<number, { nodes: number; last: Hash[] }>();
  /** Full tiles that are not compared yet. */
  #full: { level: number; index: number; hashes: readonly Hash[]; root: Hash }[] = [];
  readonly #checkpoints: readonly KnownCheckpoint[];
  #next = 0;
  #sealedBefore = 0;

  constructor(checkpoints: readonly KnownCheckpoint[]) {
    this.#checkpoints = checkpoints;
    for (const { id, fault } of checkpoints) {
      if (fault) this.#found({ fault: 'checkpoint-changed', detail: `checkpoint ${id} ${fault}` });
    }
  }

  get size(): number {
    return this.#edge.size;
  }

  add({ position, hash, leafId, stored }: LoggedLeaf): void {
    if (position !== this.#edge.size) {
      this.#found({ fault: 'node-changed', detail: `position ${this.#edge.size} of the log is missing` });
    }
    const place = `position ${position}, leaf ${leafId}`;
    if (stored === undefined) this.#found({ fault: 'leaf-deleted', detail: place });
    else this.#compareLeaf(stored, hash, place);
    this.#edge.append(hash, ({ level }, node) => {
      if (level % TILE_HEIGHT === 0) this.#addNode(level / TILE_HEIGHT, node);
    });
    this.#compareCheckpoints();
  }

  #compareLeaf({ leaf, salt }: NonNullable<LoggedLeaf['stored']>, hash: Hash, place: string): void {
    const detail = `${place}${entryOf(leaf)}`;
    if (!isEqual(hashOfLeaf(leaf, salt), hash)) this.#found({ fault: 'leaf-changed', ...about(leaf), detail });
    const isLate = Date.parse(leaf.at) < this.#sealedBefore - BACKDATED_MS;
    if (isLate && !leaf.restored)
      this.#found({ fault: 'leaf-backdated', ...about(leaf), detail: `${detail} says ${leaf.at}` });
  }

  #compareCheckpoints(): void {
    for (
      let next = this.#checkpoints[this.#next];
      next && next.size <= this.#edge.size;
      next = this.#checkpoints[this.#next]
    ) {
      const root = this.#edge.root();
      this.roots.set(this.#edge.size, root);
      if (next.root && next.size === this.#edge.size && !isEqual(next.root, root)) {
        this.#found({ fault: 'log-forked', detail: `checkpoint ${next.id} has another root for ${next.size} leaves` });
      }
      this.#sealedBefore = Math.max(this.#sealedBefore, next.at);
      this.#next += 1;
    }
  }

  /** Checkpoints that are larger than the log. */
  endOfLog(): void {
    this.roots.set(this.#edge.size, this.#edge.root());
    for (const { id, size } of this.#checkpoints.slice(this.#next)) {
      this.#found({
        fault: 'log-rolled-back',
        detail: `checkpoint ${id} has ${size} leaves, the log ${this.#edge.size}`,
      });
    }
  }

  /** A node of the next level is the root of a full tile. */
  #addNode(level: number, node: Hash): void {
    const known = this.#levels.get(level) ?? { nodes: 0, last: [] };
    this.#levels.set(level, known);
    known.nodes += 1;
    known.last.push(node);
    const below = this.#levels.get(level - 1);
    if (below === undefined) return;
    this.#full.push({ level: level - 1, index: known.nodes - 1, hashes: below.last, root: node });
    below.last = [];
  }

  /** Compares the tiles that became full since the last call. Memory does not grow with the log. */
  async compareTiles(db: Queries): Promise<void> {
    const full = this.#full;
    this.#full = [];
    const stored = await storedTiles(db, full);
    for (const [at, { level, index, hashes, root }] of full.entries()) {
      const tile = stored[at];
      const place = `tile ${level}/${index}`;
      if (tile === undefined) this.#found({ fault: 'node-changed', detail: `${place} is missing` });
      else if (!isEqual(tile.root, root)) this.#found({ fault: 'node-changed', detail: `${place}: its root` });
      const other = tile
        ? hashes.findIndex((hash, n) => !isEqual(hash, tile.hashes.subarray(n * HASH_LENGTH, (n + 1) * HASH_LENGTH)))
        : -1;
      if (other >= 0) this.#found({ fault: 'node-changed', detail: `${place}: hash ${other}` });
    }
  }

  /** Tiles beyond the end of the log. */
  async findOtherTiles(db: Queries): Promise<void> {
    for (const [level, { nodes }] of this.#levels) {
      for (const index of await tilesFrom(db, level, Math.floor(nodes / TILE_NODES), MOST))
        this.#found({ fault: 'node-changed', detail: `tile ${level}/${index} has no leaves` });
    }
  }

  #found(difference: LogDifference): void {
    if (this.differences.filter(({ fault }) => fault === difference.fault).length < MOST)
      this.differences.push(difference);
  }
}

function about({ referralId, reference }: AuditLeaf): Pick<LogDifference, 'referralId' | 'reference'> {
  return { referralId, reference };
}

function entryOf({ about: content }: AuditLeaf): string {
  return 'seq' in content ? `, entry ${content.seq} (${content.event})` : '';
}
