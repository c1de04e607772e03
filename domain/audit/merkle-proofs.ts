/** Inclusion and consistency proofs of RFC 9162, sections 2.1.3 and 2.1.4: how they are made and how they are checked. */

import { isEqual } from './bytes.ts';
import { HASH_LENGTH, type Hash, nodeHash, splitOf } from './merkle-tree.ts';

/** The leaves from `start` up to, but not including, `end`. */
export interface LeafRange {
  start: number;
  end: number;
}

/** The hash over the leaves of a range: MTH(D[start:end]). */
export type RangeHash = (range: LeafRange) => Hash;

/**
 * PATH(m, D_n) of RFC 9162, section 2.1.3.1: the ranges whose hashes prove leaf `index` in the tree of `size` leaves, from
 * the leaf to the root.
 *
 * @throws RangeError if the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  assertSizes(index + 1, size);
  if (index < 0) throw new RangeError('A leaf has a number from 0.');
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/** The inclusion proof of leaf `index` in the tree of `size` leaves. @throws RangeError if the tree has no such leaf. */
export function inclusionProof(index: number, size: number, hashOf: RangeHash): Hash[] {
  return inclusionRanges(index, size).map(hashOf);
}

/**
 * PROOF(m, D_n) of RFC 9162, section 2.1.4.1: the ranges whose hashes prove that the tree of `size` leaves begins with the
 * tree of `first` leaves.
 *
 * @throws RangeError unless 0 < first <= size.
 */
export function consistencyRanges(first: number, size: number): LeafRange[] {
  assertSizes(first, size);
  if (first < 1) throw new RangeError('Nothing needs to be proved about an empty tree.');
  const subproof = (start: number, end: number, whole: boolean): LeafRange[] => {
    if (first === end) return whole ? [] : [{ start, end }];
    const middle = start + splitOf(end - start);
    if (first <= middle) return [...subproof(start, middle, whole), { start: middle, end }];
    return [...subproof(middle, end, false), { start, end: middle }];
  };
  return subproof(0, size, true);
}

/** The consistency proof between two sizes of one tree. @throws RangeError unless 0 < first <= size. */
export function consistencyProof(first: number, size: number, hashOf: RangeHash): Hash[] {
  return consistencyRanges(first, size).map(hashOf);
}

function assertSizes(first: number, size: number): void {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(size) || first > size) {
    throw new RangeError(`The tree has ${size} leaves, not ${first}.`);
  }
}

/** A leaf hash at an index of the tree with this size and root. */
export interface InclusionClaim {
  index: number;
  size: number;
  root: Hash;
  leaf: Hash;
}

/** Whether the proof shows that the tree has the leaf (RFC 9162, section 2.1.3.2). */
export function isIncluded({ index, size, root, leaf }: InclusionClaim, proof: readonly Hash[]): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!areHashes([root, leaf, ...proof])) return false;
  let [fn, sn] = [BigInt(index), BigInt(size) - 1n];
  let r = leaf;
  for (const p of proof) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      r = nodeHash(p, r);
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else r = nodeHash(r, p);
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && isEqual(r, root);
}

/** Two sizes of one tree, with their roots. */
export interface ConsistencyClaim {
  first: number;
  size: number;
  firstRoot: Hash;
  root: Hash;
}

/**
 * Whether the proof shows that the second tree begins with the first (RFC 9162, section 2.1.4.2). About the empty tree
 * nothing can be shown.
 */
export function isConsistent({ first, size, firstRoot, root }: ConsistencyClaim, proof: readonly Hash[]): boolean {
  if (!isSize(first) || !isSize(size) || first > size || first === 0) return false;
  if (first === size) return proof.length === 0 && isEqual(firstRoot, root);
  if (!areHashes([firstRoot, root, ...proof])) return false;
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const [start, ...rest] = path;
  if (start === undefined) return false;
  let [fn, sn] = [BigInt(first) - 1n, BigInt(size) - 1n];
  while (fn % 2n === 1n) [fn, sn] = [fn >> 1n, sn >> 1n];
  let [firstHash, hash] = [start, start];
  for (const c of rest) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      [firstHash, hash] = [nodeHash(c, firstHash), nodeHash(c, hash)];
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else hash = nodeHash(hash, c);
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && isEqual(firstHash, firstRoot) && isEqual(hash, root);
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

function isPowerOfTwo(size: number): boolean {
  return splitOf(size * 2) === size;
}

function areHashes(hashes: readonly Hash[]): boolean {
  return hashes.every(({ length }) => length === HASH_LENGTH);
}
