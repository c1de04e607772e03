/** An inclusion proof of many leaves at once. It contains each hash that several proofs need once (RFC 9162, 2.1.1). */

import type { LeafRange, RangeHash } from './merkle-proofs.ts';
import { type Hash, nodeHash, splitOf } from './merkle-tree.ts';

/** The ranges without proved leaves, from left to right: the largest subtrees of the tree that hold none. */
export function multiProofRanges(indexes: readonly number[], size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  walk(indexes, size, {
    leaf: () => undefined,
    range: (range) => {
      ranges.push(range);
      return undefined;
    },
    node: () => undefined,
  });
  return ranges;
}

/** The hashes that prove these leaves. @param indexes in ascending order, each once */
export function multiProof(indexes: readonly number[], size: number, hashOf: RangeHash): Hash[] {
  return multiProofRanges(indexes, size).map(hashOf);
}

/** The root that follows from the leaves and the hashes. Undefined unless every hash is used. */
export function rootFromMultiProof(
  leaves: readonly { index: number; hash: Hash }[],
  size: number,
  proof: readonly Hash[],
): Hash | undefined {
  const hashes = new Map(leaves.map(({ index, hash }) => [index, hash]));
  const rest = proof.values();
  let used = 0;
  const root = walk<Hash>(
    leaves.map(({ index }) => index),
    size,
    {
      leaf: (index) => hashes.get(index),
      range: () => {
        used += 1;
        return rest.next().value;
      },
      node: (left, right) => left && right && nodeHash(left, right),
    },
  );
  return used === proof.length ? root : undefined;
}

interface Steps<T> {
  leaf: (index: number) => T | undefined;
  range: (range: LeafRange) => T | undefined;
  node: (left: T | undefined, right: T | undefined) => T | undefined;
}

function walk<T>(indexes: readonly number[], size: number, steps: Steps<T>): T | undefined {
  const within = (start: number, end: number, from: number, to: number): T | undefined => {
    if (from === to) return steps.range({ start, end });
    if (end - start === 1) return steps.leaf(start);
    const middle = start + splitOf(end - start);
    let cut = from;
    while (cut < to && (indexes[cut] ?? 0) < middle) cut += 1;
    const left = within(start, middle, from, cut);
    return steps.node(left, within(middle, end, cut, to));
  };
  return within(0, size, 0, indexes.length);
}
