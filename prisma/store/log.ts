/** Reads the log: its size, tiles, positions of leaves, checkpoints with cosignatures, and alarms. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { LeafRange } from '../../domain/audit/merkle-proofs.ts';
import { TILE_WIDTH, TileHashes, tilesFor, tileWidth } from '../../domain/audit/tiles.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** A leaf as it is stored, with its position in the tree. */
export interface StoredLeaf {
  id: bigint;
  leaf: AuditLeaf;
  salt: Uint8Array;
  /** Undefined if the sealer has not read it yet. */
  position: number | undefined;
}

/** A checkpoint with all its signatures: those of the log and of the witnesses. */
export interface StoredCheckpoint {
  id: bigint;
  size: number;
  /** The signed note, with the lines of the witnesses. */
  note: string;
  signedAt: Date;
  witnesses: number;
}

/** Computes hashes over these ranges of the tree of `size` leaves. Reads their tiles with one statement. */
export async function readTileHashes(db: Queries, ranges: readonly LeafRange[], size: number): Promise<TileHashes> {
  const hashes = new TileHashes();
  const tiles = tilesFor(ranges);
  const levels = tiles.map(({ level }) => level);
  const from = tiles.map(({ index }) => BigInt(index * TILE_WIDTH));
  const to = tiles.map((tile) => BigInt(tile.index * TILE_WIDTH + tileWidth(tile, size)));
  // As base64, because Prisma takes long to convert bytes. A partial tile has those of its leaves, or the roots of the full
  // tiles below it.
  const rows = await db.$queryRaw<{ level: number; index: bigint; hashes: string | null }[]>`
    SELECT place.level, place.first / 256 AS index, encode(CASE
      WHEN place.last - place.first = 256 THEN
        (SELECT t.hashes FROM log_tile t WHERE t.level = place.level AND t.index = place.first / 256)
      WHEN place.level = 0 THEN
        (SELECT string_agg(e.hash, '' ORDER BY e.position) FROM log_entry e
         WHERE e.position >= place.first AND e.position < place.last)
      ELSE
        (SELECT string_agg(t.root, '' ORDER BY t.index) FROM log_tile t
         WHERE t.level = place.level - 1 AND t.index >= place.first AND t.index < place.last)
      END, 'base64') AS hashes
    FROM unnest(${levels}::smallint[], ${from}::bigint[], ${to}::bigint[]) AS place (level, first, last)`;
  for (const row of rows) {
    hashes.add({ level: row.level, index: Number(row.index) }, Buffer.from(row.hashes ?? '', 'base64'));
  }
  return hashes;
}

/** The leaves about a referral, in the order in which they were written. A join could read all positions of the log. */
export async function storedLeavesOf(db: Queries, referralId: string): Promise<StoredLeaf[]> {
  const rows = await db.$queryRaw<{ id: bigint; leaf: AuditLeaf; salt: string; position: bigint | null }[]>`
    SELECT l.id, l.leaf, l.salt::text AS salt, (SELECT e.position FROM log_entry e WHERE e.leaf_id = l.id) AS position
    FROM audit_leaf l WHERE l.referral_id = ${referralId}::uuid ORDER BY l.id`;
  return rows.map(({ id, leaf, salt, position }) => ({
    ...{ id, leaf, salt: saltBytes(salt) },
    position: position === null ? undefined : Number(position),
  }));
}

/** The 16 bytes of a salt, which the database shows as a UUID. */
export function saltBytes(uuid: string): Uint8Array {
  return new Uint8Array(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

interface CheckpointRow {
  id: bigint;
  size: bigint;
  note: string;
  signedAt: Date;
  lines: string[];
}

/** The newest checkpoint; undefined if there is none. */
export async function newestCheckpoint(db: Queries, atMost?: number): Promise<StoredCheckpoint | undefined> {
  const [found] = await checkpoints(
    db,
    Prisma.sql`c.size <= ${atMost ?? Number.MAX_SAFE_INTEGER} ORDER BY c.id DESC LIMIT 1`,
  );
  return found;
}

/**
 * The newest checkpoint that at least `quorum` witnesses have countersigned and that covers `position`; otherwise the
 * newest one that covers it.
 */
export async function checkpointCovering(
  db: Queries,
  position: number,
  quorum: number,
): Promise<StoredCheckpoint | undefined> {
  const covering = Prisma.sql`c.size > ${position}`;
  const [witnessed] = await checkpoints(
    db,
    Prisma.sql`${covering} AND ${countersignedBy(quorum)} ORDER BY c.id DESC LIMIT 1`,
  );
  if (witnessed) return witnessed;
  const [newest] = await checkpoints(db, Prisma.sql`${covering} ORDER BY c.id DESC LIMIT 1`);
  return newest;
}

/** The oldest checkpoint that at least `quorum` witnesses have countersigned. */
export async function oldestCheckpoint(db: Queries, quorum: number): Promise<StoredCheckpoint | undefined> {
  const [found] = await checkpoints(db, Prisma.sql`c.size > 0 AND ${countersignedBy(quorum)} ORDER BY c.id LIMIT 1`);
  return found;
}

function countersignedBy(quorum: number): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM log_cosignature s WHERE s.checkpoint_id = c.id) >= ${quorum}`;
}

async function checkpoints(db: Queries, condition: Prisma.Sql): Promise<StoredCheckpoint[]> {
  const rows = await db.$queryRaw<CheckpointRow[]>`
    SELECT c.id, c.size, c.note, c.signed_at AS "signedAt",
           ARRAY(SELECT s.line FROM log_cosignature s WHERE s.checkpoint_id = c.id ORDER BY s.witness) AS lines
    FROM log_checkpoint c WHERE ${condition}`;
  return rows.map(({ id, size, note, signedAt, lines }) => ({
    ...{ id, size: Number(size), note: `${note}${lines.join('')}`, signedAt, witnesses: lines.length },
  }));
}

/** Asks the sealer for a checkpoint. It answers within its next round. */
export async function requestCheckpoint(db: Queries): Promise<void> {
  await db.$queryRaw`SELECT pg_notify(${SEAL_CHANNEL}, '')::text AS notified`;
}

/** The channel on which processes ask for a checkpoint. */
export const SEAL_CHANNEL = 'liaise_seal';
