/** One round of the sealer: new leaves enter the tree in order, and a checkpoint is signed over them. */

import { toHex } from '../../domain/audit/bytes.ts';
import { formatCheckpoint, openCheckpoint } from '../../domain/audit/checkpoint.ts';
import { hashOfLeaf } from '../../domain/audit/leaf-commitment.ts';
import type { LogAlarmKind } from '../../domain/audit/log-alarms.ts';
import {
  combined,
  HASH_LENGTH,
  type Hash,
  type PerfectNode,
  perfectNodes,
  RightEdge,
} from '../../domain/audit/merkle-tree.ts';
import { formatNote, type VerifierKey } from '../../domain/audit/note.ts';
import { type NoteSigner, signNote } from '../../domain/audit/note-signer.ts';
import { TILE_HEIGHT, TileHashes, type TileId, tilesFor } from '../../domain/audit/tiles.ts';
import type { SealedBatch, SealingStore, SealingTransaction } from '../../prisma/store/log-sealing.ts';

/** What a round needs. */
export interface SealDeps {
  store: SealingStore;
  /** The name of the log. */
  origin: string;
  /** The keys that sign each checkpoint: two during a rotation. */
  signers: readonly NoteSigner[];
  /** Keys that earlier checkpoints may be signed with. */
  logKeys: readonly VerifierKey[];
  /** The last checkpoint that this sealer signed, from its state file. */
  lastSigned?: TreeHead | undefined;
}

/** Size and root of a tree. */
export interface TreeHead {
  size: number;
  root: Hash;
}

/** A signed checkpoint as it was stored. */
export interface SealedCheckpoint extends TreeHead {
  id: string;
  note: string;
}

/** The sealer signs nothing until a person has looked at it. */
export class LogFault extends Error {
  override readonly name = 'LogFault';
  readonly kind: LogAlarmKind;

  constructor(kind: LogAlarmKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Leaves for each transaction: sealing a long backlog must not keep one transaction open. */
const BATCH = 4096;

/**
 * Seals every leaf that can be sealed now. It can be killed at any point: each batch is one transaction.
 *
 * @returns the newest checkpoint; undefined if the log is empty.
 * @throws LogFault if the stored log contradicts a signed checkpoint. Nothing is written then.
 */
export async function seal(deps: SealDeps, batch = BATCH): Promise<SealedCheckpoint | undefined> {
  for (;;) {
    const { sealed, isDone } = await deps.store.inTransaction((tx) => sealBatch(deps, tx, batch));
    if (isDone) return sealed;
  }
}

async function sealBatch(
  deps: SealDeps,
  tx: SealingTransaction,
  limit: number,
): Promise<{ sealed?: SealedCheckpoint | undefined; isDone: boolean }> {
  const size = await tx.size();
  const last = await lastCheckpoint(deps, tx, size);
  const leaves = await tx.unsealed(limit);
  const edge = new RightEdge(size, await edgeHashes(tx, size, size));
  if (leaves.length > 0) await tx.append(await grow(tx, edge, leaves));
  if (leaves.length === limit) return { isDone: false };
  if (edge.size === 0) return { isDone: true };
  if (last && last.size === edge.size && (await isSignedByAll(deps, last.note))) return { sealed: last, isDone: true };
  return { sealed: await sign(deps, tx, { size: edge.size, root: edge.root() }), isDone: true };
}

/** Checks the log against what was signed before. Returns the newest checkpoint, if it has the present name of the log. */
async function lastCheckpoint(
  { origin, logKeys, lastSigned }: SealDeps,
  tx: SealingTransaction,
  size: number,
): Promise<SealedCheckpoint | undefined> {
  if (lastSigned) await assertHead(tx, size, lastSigned, 'the checkpoint that this sealer signed last');
  const stored = await tx.newestCheckpoint();
  if (stored === undefined) return undefined;
  const opened = await openCheckpoint(stored.note, logKeys).catch(() => undefined);
  if (opened?.signedBy.length === 0 || opened === undefined || opened.checkpoint.size !== stored.size) {
    const remedy = ' If the log was renamed, add the keys of its former name to the policy (former KEY).';
    throw new LogFault('checkpoint-changed', `Checkpoint ${stored.id} has no valid signature of the log.${remedy}`);
  }
  await assertHead(tx, size, opened.checkpoint, `checkpoint ${stored.id}`);
  // After the log was renamed, the next checkpoint has the new name.
  if (opened.checkpoint.origin !== origin) return undefined;
  return { ...stored, root: opened.checkpoint.root };
}

/** @throws LogFault unless the tree of `size` leaves has this root at the size of the head. `name` says what the head is of. */
export async function assertHead(tx: SealingTransaction, size: number, head: TreeHead, name: string): Promise<void> {
  if (head.size > size) {
    throw new LogFault('rolled-back', `The log has ${size} leaves, and ${name} has ${head.size}.`);
  }
  const root = combined(await edgeHashes(tx, head.size, size));
  if (toHex(root) === toHex(head.root)) return;
  throw new LogFault('forked', `The first ${head.size} leaves of the log are others than those under ${name}.`);
}

/** The hashes of the right edge of the tree when it had `at` leaves. @throws LogFault if a tile is missing. */
async function edgeHashes(tx: SealingTransaction, at: number, size: number): Promise<Hash[]> {
  const hashes = new TileHashes();
  for (const tile of tilesFor([{ start: 0, end: at }])) hashes.add(tile, await tx.tile(tile, size));
  try {
    return perfectNodes(0, at).map((node) => hashes.node(node));
  } catch (error) {
    if (error instanceof RangeError) throw new LogFault('forked', `A part of the log is missing: ${error.message}`);
    throw error;
  }
}

/** Appends the leaves to the edge. Returns what must be written: entries, and the tiles that became full. */
async function grow(
  tx: SealingTransaction,
  edge: RightEdge,
  leaves: Awaited<ReturnType<SealingTransaction['unsealed']>>,
): Promise<SealedBatch> {
  const batch: SealedBatch = { start: edge.size, leafIds: [], hashes: [], tiles: [] };
  const open = await openTiles(tx, edge.size);
  const onNode = ({ level, index }: PerfectNode, hash: Hash) => {
    if (level % TILE_HEIGHT > 0) return;
    const tileLevel = level / TILE_HEIGHT;
    const below = tileLevel > 0 && open.get(tileLevel - 1);
    if (below) {
      batch.tiles.push({ id: { level: tileLevel - 1, index }, hashes: below.bytes.slice(), root: hash });
      below.width = 0;
    }
    const tile = open.get(tileLevel) ?? new OpenTile();
    open.set(tileLevel, tile);
    tile.add(hash);
  };
  for (const { id, leaf, salt } of leaves) {
    const hash = hashOfLeaf(leaf, salt);
    batch.leafIds.push(id);
    batch.hashes.push(hash);
    edge.append(hash, onNode);
  }
  return batch;
}

/** The last tile of each level, which is filled until it is full. */
class OpenTile {
  readonly bytes = new Uint8Array(256 * HASH_LENGTH);
  width = 0;

  add(hash: Hash): void {
    this.bytes.set(hash, this.width * HASH_LENGTH);
    this.width += 1;
  }
}

async function openTiles(tx: SealingTransaction, size: number): Promise<Map<number, OpenTile>> {
  const open = new Map<number, OpenTile>();
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / 256)]) {
    const id: TileId = { level, index: Math.floor(count / 256) };
    const tile = new OpenTile();
    if (count % 256 > 0) tile.bytes.set(await tx.tile(id, size));
    tile.width = count % 256;
    open.set(level, tile);
  }
  return open;
}

async function sign({ origin, signers }: SealDeps, tx: SealingTransaction, head: TreeHead): Promise<SealedCheckpoint> {
  const text = formatCheckpoint({ origin, ...head });
  const signatures = [];
  for (const signer of signers) signatures.push(await signNote(text, signer));
  const note = formatNote({ text, signatures });
  return { ...head, note, id: await tx.addCheckpoint(head.size, note) };
}

/** During a rotation, a checkpoint without the new signature is signed again at the same size. */
async function isSignedByAll({ signers }: SealDeps, note: string): Promise<boolean> {
  const { signedBy } = await openCheckpoint(
    note,
    signers.map(({ key }) => key),
  );
  return signedBy.length === signers.length;
}
