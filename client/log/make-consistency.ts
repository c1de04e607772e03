/** Makes a consistency proof between two checkpoints of the log. */

import { parseCheckpoint } from '../../domain/audit/checkpoint.ts';
import { formatConsistencyFile } from '../../domain/audit/consistency-file.ts';
import { consistencyProof, consistencyRanges } from '../../domain/audit/merkle-proofs.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { parseNote } from '../../domain/audit/note.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { newestCheckpoint, readTileHashes } from '../../prisma/store/log.ts';

/**
 * The bytes of the file. The notes may have any signatures: they are verified with the file.
 *
 * @throws ReferralError INVALID_INPUT if the log is smaller than a checkpoint; NoteFault if a note is malformed.
 */
export async function makeConsistency(db: Queries, one: string, other: string): Promise<Uint8Array> {
  const sizeOf = (note: string) => parseCheckpoint(parseNote(note).text).size;
  const [first, second] = sizeOf(one) <= sizeOf(other) ? [one, other] : [other, one];
  const hashes = await proofBetween(db, sizeOf(first), sizeOf(second));
  return formatConsistencyFile({ first, second, hashes });
}

/** The hashes from the tree of `first` leaves to the one of `size` leaves. @throws ReferralError INVALID_INPUT */
async function proofBetween(db: Queries, first: number, size: number): Promise<Hash[]> {
  if (first === 0) throw new ReferralError('INVALID_INPUT', 'Nothing needs to be proved about an empty log.');
  const hashes = await readTileHashes(db, consistencyRanges(first, size), size);
  try {
    return consistencyProof(first, size, (range) => hashes.rangeHash(range));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReferralError('INVALID_INPUT', `This log does not have ${size} leaves. Run "liaise check".`);
  }
}

/**
 * The newest stored checkpoint of this size. @throws ReferralError INVALID_INPUT if there is none; it names the next
 * smaller one.
 */
export async function checkpointOfSize(db: Queries, size: number): Promise<string> {
  const found = await newestCheckpoint(db, size);
  if (found?.size === size) return found.note;
  const nearest = found ? ` The next smaller one has ${found.size}.` : '';
  throw new ReferralError('INVALID_INPUT', `The log has no checkpoint of ${size} leaves.${nearest}`);
}
