/** Tiles: paths and widths as C2SP tlog-tiles defines them, and every hash of the tree from its tiles alone. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, concat, toHex } from '../../../domain/audit/bytes.ts';
import { consistencyRanges, inclusionRanges } from '../../../domain/audit/merkle-proofs.ts';
import { combined, type Hash, leafHash, RightEdge, rootOf } from '../../../domain/audit/merkle-tree.ts';
import { TileTree } from '../../../domain/audit/tile-tree.ts';
import { parseTilePath, TILE_HEIGHT, TileHashes, tilePath, tilesFor, tileWidth } from '../../../domain/audit/tiles.ts';

test('paths are those of the standard', () => {
  expect(tilePath({ level: 0, index: 1_234_067 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 1, index: 0 }, 17)).toBe('tile/1/000.p/17');
  for (const path of ['tile/0/x001/x234/067', 'tile/1/000.p/17', 'tile/12/999']) {
    const parsed = parseTilePath(path);
    expect(parsed && tilePath(parsed.id, parsed.width)).toBe(path);
  }
  for (const path of ['tile/0/x000/001', 'tile/01/000', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/0/1', 'tile/0']) {
    expect(parseTilePath(path)).toBeUndefined();
  }
});

test('a tree of 70,000 leaves has the tiles that the standard names', () => {
  const widths = (level: number, index: number) => tileWidth({ level, index }, 70_000);
  expect([widths(0, 272), widths(0, 273), widths(0, 274)]).toEqual([256, 112, 0]);
  expect([widths(1, 0), widths(1, 1), widths(2, 0), widths(2, 1)]).toEqual([256, 17, 1, 0]);
});

const SIZE = 66_000;
const LEAVES = Array.from({ length: SIZE }, (_, index) => leafHash(bytesOf(`${index}`)));
const levels = tileLevels();

/** The hashes of each tile level. */
function tileLevels(): Hash[][] {
  const found: Hash[][] = [];
  const edge = new RightEdge();
  for (const leaf of LEAVES) {
    edge.append(leaf, ({ level }, hash) => {
      if (level % TILE_HEIGHT > 0) return;
      const hashes = found[level / TILE_HEIGHT] ?? [];
      found[level / TILE_HEIGHT] = hashes;
      hashes.push(hash);
    });
  }
  return found;
}

test('tiles give the hash of every range of a proof', () => {
  const size = fc.integer({ min: 1, max: SIZE });
  const proofs = size.chain((end) => fc.tuple(fc.constant(end), fc.nat(end - 1), fc.integer({ min: 1, max: end })));
  fc.assert(
    fc.property(proofs, ([end, index, first]) => {
      const ranges = [...inclusionRanges(index, end), ...consistencyRanges(first, end)];
      const tiles = new TileHashes();
      for (const tile of tilesFor(ranges)) {
        const from = tile.index * 256;
        tiles.add(tile, concat(...(levels[tile.level] ?? []).slice(from, from + tileWidth(tile, end))));
      }
      const [range] = ranges.toSorted((one, other) => one.end - one.start - (other.end - other.start));
      for (const each of ranges) tiles.rangeHash(each);
      if (range) expect(toHex(tiles.rangeHash(range))).toBe(toHex(rootOf(LEAVES.slice(range.start, range.end))));
    }),
    { numRuns: 20 },
  );
});

test('a tile of any width gives its perfect subtrees, and none that it is too narrow for', () => {
  for (const width of [1, 2, 3, 7, 200, 255, 256]) {
    const tree = new TileTree(concat(...LEAVES.slice(0, width)));
    for (let level = 0; level <= TILE_HEIGHT; level += 1) {
      for (let index = 0; index < 2 ** (TILE_HEIGHT - level); index += 1) {
        const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
        const expected = to <= width ? toHex(rootOf(LEAVES.slice(from, to))) : undefined;
        const node = tree.node({ level, index });
        expect(node && toHex(node)).toBe(expected);
      }
    }
    for (let size = 0; size <= width; size += 1) {
      expect(toHex(combined(tree.edge(size)))).toBe(toHex(rootOf(LEAVES.slice(0, size))));
    }
    expect(() => tree.edge(width + 1)).toThrow(RangeError);
  }
});

test('a missing tile is reported, not hashed over', () => {
  expect(() => new TileHashes().rangeHash({ start: 0, end: 3 })).toThrow(RangeError);
});
