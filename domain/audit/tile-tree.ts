/** The nodes of the tree above the hashes of one tile. */

import { HASH_LENGTH, type Hash, hashPairInto, type PerfectNode, perfectNodes } from './merkle-tree.ts';

/** Every perfect subtree over the hashes of a tile, each hashed once, in one buffer: first the hashes, then each level above. */
export class TileTree {
  /** The number of hashes of the tile. */
  readonly width: number;
  readonly #nodes: Uint8Array;
  /** Where each level begins, in nodes. */
  readonly #levels: number[] = [0];

  /** @param hashes of the tile, concatenated: at least one */
  constructor(hashes: Uint8Array) {
    this.width = Math.floor(hashes.length / HASH_LENGTH);
    this.#nodes = new Uint8Array(2 * this.width * HASH_LENGTH);
    this.#nodes.set(hashes.subarray(0, this.width * HASH_LENGTH));
    let [from, end] = [0, this.width];
    for (let width = this.width; width > 1; width = Math.floor(width / 2)) {
      this.#levels.push(end);
      for (let pair = 0; pair < Math.floor(width / 2); pair += 1) {
        hashPairInto(this.#nodes, (from + 2 * pair) * HASH_LENGTH, (end + pair) * HASH_LENGTH);
      }
      [from, end] = [end, end + Math.floor(width / 2)];
    }
  }

  /** The perfect subtree within the tile; level 0 is that of its hashes. Undefined if the tile is too narrow. */
  node({ level, index }: PerfectNode): Hash | undefined {
    const from = this.#levels[level];
    if (from === undefined || (index + 1) * 2 ** level > this.width) return undefined;
    return this.#nodes.subarray((from + index) * HASH_LENGTH, (from + index + 1) * HASH_LENGTH);
  }

  /** The right edge of the first `size` hashes: their perfect subtrees, largest first. @throws RangeError if there are fewer */
  edge(size: number): Hash[] {
    return perfectNodes(0, size).map((at) => {
      const node = this.node(at);
      if (node === undefined) throw new RangeError(`The tile has ${this.width} hashes, not ${size}.`);
      return node;
    });
  }
}
