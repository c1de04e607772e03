/** Tiles (C2SP tlog-tiles): 256 hashes of one level each, from which every hash of the tree is computed. */

import type { LeafRange } from './merkle-proofs.ts';
import { combined, type Hash, type PerfectNode, perfectNodes } from './merkle-tree.ts';
import { TileTree } from './tile-tree.ts';

/** Levels of the tree in one tile. */
export const TILE_HEIGHT = 8;
/** Hashes in a full tile. */
/** Hashes of a full tile. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/** One tile: tile `index` of tile level `level`. Its hashes are nodes of tree level `8 * level`. */
export interface TileId {
  level: number;
  index: number;
}

/** The path of a tile below the prefix of the log. @param width of a partial tile, from 1 to 255 */
export function tilePath({ level, index }: TileId, width = TILE_WIDTH): string {
  return `tile/${level}/${pathOf(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

function pathOf(index: number): string {
  const groups: string[] = [];
  for (let rest = index; ; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    if (rest < 1000) break;
  }
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Reads the path of a tile. Undefined if it is none. */
export function parseTilePath(path: string): { id: TileId; width: number } | undefined {
  const [, level, index, width] =
    /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (level === undefined || index === undefined) return undefined;
  const id = { level: Number(level), index: Number(index.replaceAll(/[x/]/g, '')) };
  const parsed = { id, width: width === undefined ? TILE_WIDTH : Number(width) };
  return tilePath(parsed.id, parsed.width) === path ? parsed : undefined;
}

/** The number of hashes of a tile in the tree of `size` leaves: 256 of a full tile, 0 if the tree has no such tile. */
export function tileWidth({ level, index }: TileId, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** The tile that holds a node of the tree, or the leaves of the tile below which it is. */
function tileOf({ level, index }: PerfectNode): TileId {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  return { level: tileLevel, index: Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH) };
}

/** The tiles that are needed to hash these ranges, each once. */
export function tilesFor(ranges: readonly LeafRange[]): TileId[] {
  const tiles = new Map<string, TileId>();
  for (const { start, end } of ranges) {
    for (const node of perfectNodes(start, end)) {
      const tile = tileOf(node);
      tiles.set(keyOf(tile), tile);
    }
  }
  return [...tiles.values()];
}

function keyOf({ level, index }: TileId): string {
  return `${level}/${index}`;
}

/** Computes hashes of the tree from tiles. Each node within a tile is hashed once. */
export class TileHashes {
  readonly #tiles = new Map<string, TileTree>();

  add(tile: TileId, hashes: Uint8Array): void {
    this.#tiles.set(keyOf(tile), new TileTree(hashes));
  }

  /** MTH(D[start:end]). @throws RangeError if a tile is missing or too narrow. */
  rangeHash({ start, end }: LeafRange): Hash {
    return combined(perfectNodes(start, end).map((node) => this.node(node)));
  }

  /** The hash of one perfect subtree. @throws RangeError if its tile is missing or too narrow. */
  node(node: PerfectNode): Hash {
    const tile = tileOf(node);
    const level = node.level % TILE_HEIGHT;
    const index = node.index - tile.index * 2 ** (TILE_HEIGHT - level);
    const hash = this.#tiles.get(keyOf(tile))?.node({ level, index });
    if (hash !== undefined) return hash;
    throw new RangeError(`Hash ${index * 2 ** level} of tile ${keyOf(tile)} is missing.`);
  }
}
