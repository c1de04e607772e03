/** The Merkle tree and its proofs: published vectors, and properties over random trees. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, toHex } from '../../../domain/audit/bytes.ts';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type LeafRange,
} from '../../../domain/audit/merkle-proofs.ts';
import { combined, type Hash, leafHash, perfectNodes, RightEdge, rootOf } from '../../../domain/audit/merkle-tree.ts';
import { consistencyVectors, inclusionVectors, isPublished, mth, path, subproof } from './merkle-vectors.ts';

test(`there are ${isPublished ? 'published' : 'written'} vectors of both kinds`, () => {
  expect(inclusionVectors.length).toBeGreaterThan(40);
  expect(consistencyVectors.length).toBeGreaterThan(40);
  for (const vectors of [inclusionVectors, consistencyVectors]) {
    expect(new Set(vectors.map(([, { wantErr }]) => wantErr))).toEqual(new Set([true, false]));
  }
});

test.each(inclusionVectors)('judges %s', (_, { leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
  expect(isIncluded({ index: leafIdx, size: treeSize, root, leaf }, proof)).toBe(!wantErr);
});

test.each(consistencyVectors)('judges %s', (_, { size1, size2, root1, root2, proof, wantErr }) => {
  expect(isConsistent({ first: size1, size: size2, firstRoot: root1, root: root2 }, proof)).toBe(!wantErr);
});

test('hashes as RFC 9162 does: the empty tree, one leaf, and the tree of the published example', () => {
  expect(toHex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(toHex(leafHash(new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

const MAX = 70;
const LEAVES = Array.from({ length: MAX }, (_, index) => leafHash(bytesOf(`leaf ${index}`)));
const sizes = fc.integer({ min: 1, max: MAX });
const hashOf = ({ start, end }: LeafRange) => mth(LEAVES.slice(start, end));
const flipped = (hash: Hash, bit: number) => hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('properties', () => {
  test('the right edge gives the root of the definition, and completes each perfect subtree once', () => {
    const edge = new RightEdge();
    const nodes = new Map<string, Hash>();
    for (const [index, hash] of LEAVES.entries()) {
      edge.append(hash, (node, value) => nodes.set(`${node.level}/${node.index}`, value));
      expect(edge.size).toBe(index + 1);
    }
    expect(edge.root()).toEqual(mth(LEAVES));
    fc.assert(
      fc.property(sizes, (size) => {
        const hashes = perfectNodes(0, size).map(({ level, index }) => nodes.get(`${level}/${index}`) ?? LEAVES[0]);
        const known = hashes.filter((hash) => hash !== undefined);
        expect(combined(known)).toEqual(mth(LEAVES.slice(0, size)));
        const continued = new RightEdge(size, known);
        for (const hash of LEAVES.slice(size)) continued.append(hash);
        expect(continued.root()).toEqual(mth(LEAVES));
      }),
    );
  });

  test('an inclusion proof is that of the definition, and shows nothing about any other leaf, index or root', () => {
    const claims = sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(255), fc.nat(20)));
    fc.assert(
      fc.property(claims, ([size, index, bit, at]) => {
        const root = mth(LEAVES.slice(0, size));
        const leaf = LEAVES[index] ?? root;
        const proof = inclusionProof(index, size, hashOf);
        expect(proof).toEqual(path(index, LEAVES.slice(0, size)));
        const claim = { index, size, root, leaf };
        expect(isIncluded(claim, proof)).toBe(true);
        expect(isIncluded({ ...claim, leaf: flipped(leaf, bit) }, proof)).toBe(false);
        expect(isIncluded({ ...claim, root: flipped(root, bit) }, proof)).toBe(false);
        expect(isIncluded({ ...claim, index: (index + 1) % size }, proof)).toBe(size === 1);
        const changed = proof.map((hash, place) => (place === at % proof.length ? flipped(hash, bit) : hash));
        expect(isIncluded(claim, changed)).toBe(proof.length === 0);
      }),
    );
  });

  test('a consistency proof is that of the definition, and a fork has none', () => {
    const pairs = sizes.chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size), fc.nat(255)));
    fc.assert(
      fc.property(pairs, ([first, size, bit]) => {
        const [firstRoot, root] = [mth(LEAVES.slice(0, first)), mth(LEAVES.slice(0, size))];
        const proof = consistencyProof(first, size, hashOf);
        expect(proof).toEqual(subproof(first, LEAVES.slice(0, size), true));
        const claim = { first, size, firstRoot, root };
        expect(isConsistent(claim, proof)).toBe(true);
        expect(isConsistent({ ...claim, firstRoot: flipped(firstRoot, bit) }, proof)).toBe(false);
        expect(isConsistent({ ...claim, root: flipped(root, bit) }, proof)).toBe(false);
      }),
    );
  });

  test('refuses to prove what the tree does not have', () => {
    expect(() => inclusionProof(3, 3, hashOf)).toThrow(RangeError);
    expect(() => inclusionProof(-1, 3, hashOf)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, hashOf)).toThrow(RangeError);
    expect(() => consistencyProof(0, 3, hashOf)).toThrow(RangeError);
    expect(() => new RightEdge(1, []).append(LEAVES[0] ?? rootOf([]))).toThrow(RangeError);
  });
});
