/** Reads the log for a comparison: entries with their leaves, tiles, checkpoints, and leaves that are missing in it. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { SALT_LENGTH } from '../../domain/audit/leaf-commitment.ts';
import type { TileId } from '../../domain/audit/tiles.ts';
import type { Queries } from './connect.ts';

/** One position of the log with its leaf. */
export interface LoggedLeaf {
  position: number;
  leafId: number;
  /** Undefined if the leaf is no longer there. */
  stored: StoredLogLeaf | undefined;
}

/** A leaf with the columns beside it, by which lists are read. */
export interface StoredLogLeaf {
  leaf: AuditLeaf;
  salt: Uint8Array;
  /** Milliseconds since 1970. */
  at: number;
  operation: string;
  referralId: string | null;
  agencyId: string | null;
}

/** The positions of a range that are in the log, ascending, with their leaves. */
export interface LoggedRange {
  entries: LoggedLeaf[];
  /** The hashes of the entries, concatenated. */
  hashes: Uint8Array;
}

/** The number of positions of the log, with those that are missing in it. */
export async function logSize(db: Queries): Promise<number> {
  const [row] = await db.$queryRaw<{ size: bigint }[]>`SELECT coalesce(max(position) + 1, 0) AS size FROM log_entry`;
  return Number(row?.size);
}

/** The positions from `start` up to, but not including, `end`. */
export async function loggedRange(db: Queries, start: number, end: number): Promise<LoggedRange> {
  // As one text for each column, because Prisma takes longer to convert rows than it takes to hash them.
  const [page] = await db.$queryRaw<RangeColumns[]>`
    SELECT json_agg(position ORDER BY position)::text AS positions,
           json_agg(leaf_id ORDER BY position)::text AS "leafIds",
           json_agg(leaf ORDER BY position)::text AS leaves,
           json_agg(operation ORDER BY position)::text AS operations,
           json_agg(referral_id ORDER BY position)::text AS "referralIds",
           json_agg(by_agency_id ORDER BY position)::text AS "agencyIds",
           encode(string_agg(hash, '' ORDER BY position), 'base64') AS hashes,
           encode(string_agg(uuid_send(coalesce(salt, ${NIL}::uuid)), '' ORDER BY position), 'base64') AS salts,
           encode(string_agg(timestamptz_send(coalesce(at, 'epoch')), '' ORDER BY position), 'base64') AS times
    FROM (
      SELECT e.position, e.hash, e.leaf_id, l.leaf, l.salt, l.at, l.operation, l.referral_id, l.by_agency_id
      FROM log_entry e LEFT JOIN audit_leaf l ON l.id = e.leaf_id
      WHERE e.position >= ${start} AND e.position < ${end} ORDER BY e.position
    ) AS logged`;
  const positions = parsed<number>(page?.positions);
  const leafIds = parsed<number>(page?.leafIds);
  const leaves = parsed<AuditLeaf | null>(page?.leaves);
  const operations = parsed<string>(page?.operations);
  const referralIds = parsed<string | null>(page?.referralIds);
  const agencyIds = parsed<string | null>(page?.agencyIds);
  const [salts, times] = [fromBase64(page?.salts), fromBase64(page?.times)];
  const storedAt = (row: number, leaf: AuditLeaf): StoredLogLeaf => ({
    leaf,
    salt: salts.subarray(row * SALT_LENGTH, (row + 1) * SALT_LENGTH),
    at: instantAt(times, row),
    operation: operations[row] ?? '',
    referralId: referralIds[row] ?? null,
    agencyId: agencyIds[row] ?? null,
  });
  return {
    hashes: fromBase64(page?.hashes),
    entries: leaves.map((leaf, row) => ({
      position: positions[row] ?? 0,
      leafId: leafIds[row] ?? 0,
      stored: leaf ? storedAt(row, leaf) : undefined,
    })),
  };
}

const NIL = '00000000-0000-0000-0000-000000000000';

/** Arrays in JSON, and concatenated bytes in base64; null if the range is empty. */
type RangeColumns = Record<
  'positions' | 'leafIds' | 'leaves' | 'operations' | 'referralIds' | 'agencyIds' | 'hashes' | 'salts' | 'times',
  string | null
>;

function parsed<T>(json: string | null | undefined): T[] {
  return JSON.parse(json ?? '[]');
}

function fromBase64(text: string | null | undefined): Buffer {
  return Buffer.from(text ?? '', 'base64');
}

/** PostgreSQL sends microseconds since 2000. */
const YEAR_2000 = Date.UTC(2000, 0);

function instantAt(times: Buffer, row: number): number {
  const high = times.readInt32BE(row * 8);
  return YEAR_2000 + (high * 2 ** 32 + times.readUInt32BE(row * 8 + 4)) / 1000;
}

/** The leaves that were written before the last sealed one, and that the log lacks. */
export async function leavesNotInLog(db: Queries, limit: number): Promise<{ id: bigint; leaf: AuditLeaf }[]> {
  return db.$queryRaw<{ id: bigint; leaf: AuditLeaf }[]>`
    SELECT l.id, l.leaf FROM audit_leaf l
    WHERE l.tx < (SELECT last.tx FROM log_entry e JOIN audit_leaf last ON last.id = e.leaf_id
                  ORDER BY e.position DESC LIMIT 1)
      AND NOT EXISTS (SELECT FROM log_entry e WHERE e.leaf_id = l.id)
    ORDER BY l.id LIMIT ${limit}`;
}

/** A full tile as it is stored. */
export interface StoredTile {
  hashes: Uint8Array;
  root: Uint8Array;
}

/** The stored tile for each of the places; undefined if it is missing. */
export async function storedTiles(db: Queries, places: readonly TileId[]): Promise<(StoredTile | undefined)[]> {
  if (places.length === 0) return [];
  const [levels, indexes] = [places.map(({ level }) => level), places.map(({ index }) => BigInt(index))];
  const rows = await db.$queryRaw<{ level: number; index: bigint; hashes: string; root: string }[]>`
    SELECT level, index, encode(hashes, 'base64') AS hashes, encode(root, 'base64') AS root FROM log_tile
    WHERE (level, index) IN (SELECT * FROM unnest(${levels}::smallint[], ${indexes}::bigint[]))`;
  const byPlace = new Map(rows.map(({ level, index, ...tile }) => [`${level}/${index}`, tile]));
  return places.map(({ level, index }) => {
    const tile = byPlace.get(`${level}/${index}`);
    return tile && { hashes: fromBase64(tile.hashes), root: fromBase64(tile.root) };
  });
}

/** The places of full tiles that the log is too small for, at most `limit`. */
export async function tilesWithoutLeaves(db: Queries, limit: number): Promise<TileId[]> {
  const rows = await db.$queryRaw<{ level: number; index: bigint }[]>`
    SELECT level, index FROM log_tile
    WHERE (index + 1) * 256::numeric ^ (level + 1) > (SELECT coalesce(max(position) + 1, 0) FROM log_entry)
    ORDER BY level, index LIMIT ${limit}`;
  return rows.map(({ level, index }) => ({ level, index: Number(index) }));
}

/** Every checkpoint with the lines of its witnesses, smallest first. */
export async function everyCheckpoint(
  db: Queries,
): Promise<{ id: bigint; size: number; note: string; signedAt: Date }[]> {
  const rows = await db.$queryRaw<{ id: bigint; size: bigint; note: string; signedAt: Date; lines: string[] }[]>`
    SELECT c.id, c.size, c.note, c.signed_at AS "signedAt",
           ARRAY(SELECT s.line FROM log_cosignature s WHERE s.checkpoint_id = c.id ORDER BY s.witness) AS lines
    FROM log_checkpoint c ORDER BY c.size, c.id`;
  return rows.map(({ lines, note, size, ...row }) => ({
    ...row,
    size: Number(size),
    note: `${note}${lines.join('')}`,
  }));
}
