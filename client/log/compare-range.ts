/** Compares a range of the log with its leaves and tiles: the part of the work that threads can share. */

import { isEqual } from '../../domain/audit/bytes.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import { HASH_LENGTH, type Hash } from '../../domain/audit/merkle-tree.ts';
import { TileTree } from '../../domain/audit/tile-tree.ts';
import { TILE_HEIGHT, TILE_WIDTH, type TileId } from '../../domain/audit/tiles.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { type LoggedLeaf, loggedRange, type StoredTile, storedTiles } from '../../prisma/store/log-comparison.ts';
import { Differences, type LogDifference } from './log-difference.ts';

/** The leaves of some whole tiles, or those at the end of the log. */
export interface LogRange {
  start: number;
  end: number;
  /** Checkpoints with more than `start` and at most `end` leaves, in order: their sizes, and when they were signed. */
  checkpoints: { size: number; at: number }[];
  /** When the last checkpoint with at most `start` leaves was signed, in milliseconds since 1970; 0 if there is none. */
  sealedBefore: number;
}

/** What a range shows. */
export interface ComparedRange {
  differences: LogDifference[];
  tiles: ComparedTile[];
}

/** A tile of the lowest level, as the hashes of its leaves give it. */
export interface ComparedTile {
  /** Undefined if the tile is not full. */
  root: Hash | undefined;
  /** The right edge within the tile at each size of a checkpoint, and at the end of the log. */
  edges: { size: number; hashes: Hash[] }[];
}

export type CompareRange = (range: LogRange) => Promise<ComparedRange>;

/** A leaf that was sealed later than its own time, by more than this, was inserted later. Outages are shorter. */
const BACKDATED_MS = 60 * 60_000;

export async function compareRange(db: Queries, range: LogRange): Promise<ComparedRange> {
  const { start, end } = range;
  const full = Array.from(
    { length: Math.floor(end / TILE_WIDTH) - start / TILE_WIDTH },
    (_, n) => start / TILE_WIDTH + n,
  );
  const places = full.map((index): TileId => ({ level: 0, index }));
  const [{ entries, hashes }, stored] = await Promise.all([loggedRange(db, start, end), storedTiles(db, places)]);
  const differences = new Differences();
  compareLeaves(range, entries, hashes, differences);
  const inPlace = hashesInPlace(range, entries, hashes, differences);
  const tiles: ComparedTile[] = [];
  for (let from = start; from < end; from += TILE_WIDTH) {
    const to = Math.min(end, from + TILE_WIDTH);
    const own = inPlace.subarray((from - start) * HASH_LENGTH, (to - start) * HASH_LENGTH);
    const tree = new TileTree(own);
    const root = to - from === TILE_WIDTH ? tree.node({ level: TILE_HEIGHT, index: 0 })?.slice() : undefined;
    const place = places[tiles.length];
    if (root && place) compareTile(place, stored[tiles.length], { hashes: own, root }, differences);
    const sizes = range.checkpoints.map(({ size }) => size).filter((size) => size > from && size <= to);
    const edges = [...new Set([...sizes, ...(to === end ? [end] : [])])].map((size) => ({
      size,
      // Copied, because a view is sent between threads with the whole buffer below it.
      hashes: tree.edge(size - from).map((hash) => hash.slice()),
    }));
    tiles.push({ root, edges });
  }
  return { differences: differences.found, tiles };
}

/** Compares a stored tile with the hashes of the nodes below it. */
export function compareTile(
  { level, index }: TileId,
  stored: StoredTile | undefined,
  { hashes, root }: { hashes: Uint8Array; root: Hash },
  differences: Differences,
): void {
  const place = `tile ${level}/${index}`;
  if (stored === undefined) {
    differences.add({ fault: 'node-changed', detail: `${place} is missing` });
    return;
  }
  if (!isEqual(stored.root, root)) differences.add({ fault: 'node-changed', detail: `${place}: its root` });
  if (isEqual(stored.hashes, hashes)) return;
  const at = hashes.findIndex((byte, n) => byte !== stored.hashes[n]);
  differences.add({ fault: 'node-changed', detail: `${place}: hash ${Math.floor(at / HASH_LENGTH)}` });
}

function compareLeaves(
  { checkpoints, sealedBefore }: LogRange,
  entries: readonly LoggedLeaf[],
  hashes: Uint8Array,
  differences: Differences,
): void {
  let before = sealedBefore;
  let next = 0;
  for (const [row, entry] of entries.entries()) {
    for (let at = checkpoints[next]; at && at.size <= entry.position; at = checkpoints[next]) {
      before = Math.max(before, at.at);
      next += 1;
    }
    const hash = hashes.subarray(row * HASH_LENGTH, (row + 1) * HASH_LENGTH);
    const faults = faultsOf(entry, hash, before);
    for (const { fault, more } of faults) {
      const { position, leafId, stored } = entry;
      const { referralId, reference } = stored?.leaf ?? {};
      const detail = `position ${position}, leaf ${leafId}${stored ? entryOf(stored.leaf) : ''}${more ?? ''}`;
      differences.add({ fault, detail, ...(stored && { referralId, reference }) });
    }
  }
}

const NONE: readonly LeafFault[] = [];

interface LeafFault {
  fault: LogDifference['fault'];
  more?: string;
}

function faultsOf({ stored }: LoggedLeaf, hash: Hash, sealedBefore: number): readonly LeafFault[] {
  if (stored === undefined) return [{ fault: 'leaf-deleted' }];
  const { leaf, salt } = stored;
  let isSame = false;
  try {
    isSame = isEqual(hashOfLeaf(leaf, salt), hash);
  } catch {
    // A leaf that has lost a part cannot be hashed.
  }
  if (!isSame) return [{ fault: 'leaf-changed' }];
  const at = Date.parse(leaf.at);
  const agencyId = leaf.by.kind === 'person' ? leaf.by.agencyId : null;
  const column =
    (stored.at !== at && 'at') ||
    (stored.operation !== leaf.operation && 'operation') ||
    (stored.referralId !== (leaf.referralId ?? null) && 'referral_id') ||
    (stored.agencyId !== agencyId && 'by_agency_id');
  // Only entries of the journal are restored with the time that they had.
  const isRestored = leaf.restored && 'seq' in leaf.about;
  const isLate = at < sealedBefore - BACKDATED_MS && !isRestored;
  if (!column && !isLate) return NONE;
  return [
    ...(column ? [{ fault: 'leaf-changed' as const, more: `, column ${column}` }] : []),
    ...(isLate ? [{ fault: 'leaf-backdated' as const, more: ` says ${leaf.at}` }] : []),
  ];
}

/** The hashes at their positions. A position that is missing has zeros, so that the tiles after it keep their places. */
function hashesInPlace(
  { start, end }: LogRange,
  entries: readonly LoggedLeaf[],
  hashes: Uint8Array,
  differences: Differences,
): Uint8Array {
  if (entries.length === end - start) return hashes;
  const inPlace = new Uint8Array((end - start) * HASH_LENGTH);
  const rows = new Map(entries.map(({ position }, row) => [position, row]));
  for (let position = start; position < end; position += 1) {
    const row = rows.get(position);
    if (row === undefined) {
      differences.add({ fault: 'node-changed', detail: `position ${position} of the log is missing` });
      continue;
    }
    inPlace.set(hashes.subarray(row * HASH_LENGTH, (row + 1) * HASH_LENGTH), (position - start) * HASH_LENGTH);
  }
  return inPlace;
}

/** The journal entry that a leaf is about, for the detail of a difference. */
export function entryOf({ about }: AuditLeaf): string {
  return about instanceof Object && 'seq' in about ? `, entry ${about.seq} (${about.event})` : '';
}
