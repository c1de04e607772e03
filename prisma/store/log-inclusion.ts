/** Whether the leaves of one referral are those that the sealer put into the tree. Reads only the tiles that prove them. */

import { isEqual, toHex } from '../../domain/audit/bytes.ts';
import { type Checkpoint, parseCheckpoint } from '../../domain/audit/checkpoint.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import { hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { multiProof, multiProofRanges, rootFromMultiProof } from '../../domain/audit/multi-proof.ts';
import { parseNote } from '../../domain/audit/note.ts';
import type { Queries } from './connect.ts';
import { newestCheckpoint, readTileHashes, saltBytes } from './log.ts';

/**
 * False if a leaf was changed after it was sealed, or if the tree or the newest checkpoint lacks it. Also false for an
 * unsealed leaf that is older than the last sealed one. Signatures and deleted leaves are found only by a comparison of the
 * whole log.
 */
export async function areLeavesInLog(db: Queries, referralId: string): Promise<boolean> {
  const leaves = await leavesWithPositions(db, referralId);
  if (leaves.some(({ position, isOverdue }) => position === null && isOverdue)) return false;
  const sealed = leaves
    .flatMap(({ position, hash, leaf, salt }) =>
      position === null ? [] : [{ index: Number(position), stored: hash, hash: recomputed(leaf, salt) }],
    )
    .toSorted((one, other) => one.index - other.index);
  if (sealed.some(({ stored, hash }) => hash === undefined || stored !== toHex(hash))) return false;
  const proved = sealed.flatMap(({ index, hash }) => (hash ? [{ index, hash }] : []));
  const newest = await newestCheckpoint(db);
  return newest === undefined || isProved(db, proved, newest.note);
}

async function isProved(db: Queries, leaves: readonly { index: number; hash: Hash }[], note: string): Promise<boolean> {
  const checkpoint = checkpointIn(note);
  if (checkpoint === undefined) return false;
  const { size, root } = checkpoint;
  const covered = leaves.filter(({ index }) => index < size);
  const indexes = covered.map(({ index }) => index);
  const hashes = await readTileHashes(db, multiProofRanges(indexes, size), size);
  try {
    const found = rootFromMultiProof(
      covered,
      size,
      multiProof(indexes, size, (range) => hashes.rangeHash(range)),
    );
    return found !== undefined && isEqual(found, root);
  } catch (error) {
    if (error instanceof RangeError) return false; // A tile is missing.
    throw error;
  }
}

function checkpointIn(note: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch {
    return undefined;
  }
}

/** Undefined if the leaf has lost a part. */
function recomputed(leaf: AuditLeaf, salt: string): Hash | undefined {
  try {
    return hashOfLeaf(leaf, saltBytes(salt));
  } catch {
    return undefined;
  }
}

interface LeafRow {
  leaf: AuditLeaf;
  salt: string;
  position: bigint | null;
  /** In hexadecimal. */
  hash: string | null;
  /** Written before the last sealed leaf, by a transaction before its own. */
  isOverdue: boolean;
}

/** Without a join, which could read all positions of the log. */
async function leavesWithPositions(db: Queries, referralId: string): Promise<LeafRow[]> {
  return db.$queryRaw<LeafRow[]>`
    WITH last AS MATERIALIZED (
      SELECT (SELECT l.tx FROM audit_leaf l WHERE l.id = e.leaf_id) AS tx FROM log_entry e ORDER BY e.position DESC LIMIT 1)
    SELECT l.leaf, l.salt::text AS salt,
           (SELECT e.position FROM log_entry e WHERE e.leaf_id = l.id) AS position,
           (SELECT encode(e.hash, 'hex') FROM log_entry e WHERE e.leaf_id = l.id) AS hash,
           coalesce(l.tx < (SELECT tx FROM last), false) AS "isOverdue"
    FROM audit_leaf l WHERE l.referral_id = ${referralId}::uuid ORDER BY l.id`;
}
