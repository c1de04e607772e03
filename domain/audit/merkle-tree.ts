/** The Merkle tree of RFC 9162, section 2.1: hashes of leaves and nodes, roots, and appending. */

import { concat } from './bytes.ts';
import { sha256, sha256Into } from './sha256.ts';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;

/** Length of a hash in bytes. */
export const HASH_LENGTH = 32;

/** The root of the tree without leaves: the hash of nothing (RFC 9162, section 2.1.1). */
const EMPTY_ROOT: Hash = sha256(new Uint8Array());

/** HASH(0x00 || leaf). The prefix separates leaves from nodes (RFC 9162, section 2.1.1). */
export function leafHash(leaf: Uint8Array): Hash {
  return sha256(concat(LEAF_PREFIX, leaf));
}

/** Comes before the bytes of a leaf, so that no leaf has the hash of a node (RFC 9162, section 2.1.1). */
export const LEAF_PREFIX = Uint8Array.of(0);

/** HASH(0x01 || left || right) (RFC 9162, section 2.1.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  scratch.set(left, 1);
  scratch.set(right, 1 + HASH_LENGTH);
  return sha256(scratch);
}

/** As `nodeHash`, of two hashes that are adjacent at `from` in `hashes`. The hash is written into `hashes` at `to`. */
export function hashPairInto(hashes: Uint8Array, from: number, to: number): void {
  scratch.set(hashes.subarray(from, from + 2 * HASH_LENGTH), 1);
  sha256Into(scratch, hashes, to);
}

/** One buffer for all nodes: the hash function does not keep it. */
const scratch = Uint8Array.of(1, ...new Uint8Array(2 * HASH_LENGTH));

/** The largest power of two below `size`, where the tree of `size` leaves is divided (RFC 9162, section 2.1.1). */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The root of the tree over these leaf hashes: MTH of RFC 9162, section 2.1.1. */
export function rootOf(hashes: readonly Hash[]): Hash {
  const edge = new RightEdge();
  for (const hash of hashes) edge.append(hash);
  return edge.root();
}

/** A perfect subtree: 2^level leaves, beginning at leaf index * 2^level. */
export interface PerfectNode {
  level: number;
  index: number;
}

/** The perfect subtrees, largest first, that together cover the leaves from `start` up to, but not including, `end`. */
export function perfectNodes(start: number, end: number): PerfectNode[] {
  const nodes: PerfectNode[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/**
 * The right edge of a tree: the hashes of its perfect subtrees. It is all that appending needs: 20 hashes for a million
 * leaves.
 */
export class RightEdge {
  readonly #hashes: Hash[];
  #size: number;

  /** @param hashes of `perfectNodes(0, size)`, in that order. */
  constructor(size = 0, hashes: readonly Hash[] = []) {
    this.#size = size;
    this.#hashes = [...hashes];
  }

  get size(): number {
    return this.#size;
  }

  /** `onNode` gets each perfect subtree that the leaf completes, the leaf itself first. */
  append(hash: Hash, onNode?: (node: PerfectNode, hash: Hash) => void): void {
    let node = hash;
    let index = this.#size;
    onNode?.({ level: 0, index }, node);
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.#hashes.pop();
      if (left === undefined) throw new RangeError('The edge does not belong to a tree of this size.');
      node = nodeHash(left, node);
      index = (index - 1) / 2;
      onNode?.({ level, index }, node);
    }
    this.#hashes.push(node);
    this.#size += 1;
  }

  root(): Hash {
    return this.rootWith([]);
  }

  /** The root of the tree that also has these perfect subtrees, largest first, each smaller than those of the edge. */
  rootWith(subtrees: readonly Hash[]): Hash {
    return combined([...this.#hashes, ...subtrees]);
  }

  copy(): RightEdge {
    return new RightEdge(this.#size, this.#hashes);
  }
}

/** The hash over adjacent perfect subtrees, largest first. */
export function combined(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}
