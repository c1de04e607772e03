/** Reads the log for a comparison: entries with their leaves, tiles, checkpoints, and leaves that are missing in it. */

import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Queries } from './connect.ts';
import { saltBytes } from './log.ts';

/** One position of the log with its leaf. */
export interface LoggedLeaf {
  position: number;
  hash: Uint8Array;
  leafId: bigint;
  /** Undefined if the leaf is no longer there. */
  stored: { leaf: AuditLeaf; salt: Uint8Array } | undefined;
}

/** One position as JSON: numbers and bytes are texts. */
type LoggedRow = [position: number, hash: string, leafId: string, leaf: AuditLeaf | null, salt: string | null];

/** The positions from `from` on, at most `limit`. */
export async function loggedLeaves(db: Queries, from: number, limit: number): Promise<LoggedLeaf[]> {
  // As one text, because Prisma takes longer to convert rows than it takes to hash them.
  const [page] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(position, encode(hash, 'base64'), leaf_id::text, leaf, salt) ORDER BY position)::text AS rows
    FROM (
      SELECT e.position, e.hash, e.leaf_id, l.leaf, l.salt
      FROM log_entry e LEFT JOIN audit_leaf l ON l.id = e.leaf_id
      WHERE e.position >= ${from} ORDER BY e.position LIMIT ${limit}
    ) AS logged`;
  const rows: LoggedRow[] = JSON.parse(page?.rows ?? '[]');
  return rows.map(([position, hash, leafId, leaf, salt]) => ({
    ...{ position, hash: new Uint8Array(Buffer.from(hash, 'base64')), leafId: BigInt(leafId) },
    stored: leaf && salt ? { leaf, salt: saltBytes(salt) } : undefined,
  }));
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

/** The stored tile for each of the places; undefined if it is missing. */
export async function storedTiles(
  db: Queries,
  places: readonly { level: number; index: number }[],
): Promise<({ hashes: Uint8Array; root: Uint8Array } | undefined)[]> {
  if (places.length === 0) return [];
  const rows = await db.logTile.findMany({ where: { OR: places.map(({ level, index }) => ({ level, index })) } });
  const byPlace = new Map(rows.map((row) => [`${row.level}/${row.index}`, row]));
  return places.map(({ level, index }) => byPlace.get(`${level}/${index}`));
}

/** The places of stored tiles of a level from an index on, at most `limit`. */
export async function tilesFrom(db: Queries, level: number, index: number, limit: number): Promise<number[]> {
  const where = { level, index: { gte: index } };
  const rows = await db.logTile.findMany({ where, select: { index: true }, orderBy: { index: 'asc' }, take: limit });
  return rows.map((row) => Number(row.index));
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
