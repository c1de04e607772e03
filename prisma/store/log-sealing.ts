/** What the sealer reads and writes. It inserts only, and holds a lock so that two sealers take turns. */

import { Client } from 'pg';
import { concat } from '../../domain/audit/bytes.ts';
import type { AuditLeaf } from '../../domain/audit/leaf.ts';
import type { Hash } from '../../domain/audit/merkle-tree.ts';
import { type TileId, tileWidth } from '../../domain/audit/tiles.ts';
import { SEAL_CHANNEL, saltBytes } from './log.ts';

/** A leaf that is not in the tree yet. */
export interface UnsealedLeaf {
  id: string;
  leaf: AuditLeaf;
  salt: Uint8Array;
}

/** What one step of the sealer adds. */
export interface SealedBatch {
  /** The position of the first leaf. */
  start: number;
  leafIds: string[];
  hashes: Hash[];
  /** Tiles that became full. */
  tiles: { id: TileId; hashes: Uint8Array; root: Hash }[];
}

/** The tables of the log, within one transaction that holds the lock of the sealer. */
export interface SealingTransaction {
  size(): Promise<number>;
  /** The hashes of a tile, in the tree of `size` leaves. */
  tile(tile: TileId, size: number): Promise<Uint8Array>;
  newestCheckpoint(): Promise<{ id: string; size: number; note: string } | undefined>;
  /** Leaves in the order of their transactions, older than every running transaction. */
  unsealed(limit: number): Promise<UnsealedLeaf[]>;
  append(batch: SealedBatch): Promise<void>;
  addCheckpoint(size: number, note: string): Promise<string>;
}

/** The sealer's connection to the database. */
export interface SealingStore {
  /** Commits if `work` returns, and rolls back if it throws. */
  inTransaction<T>(work: (tx: SealingTransaction) => Promise<T>): Promise<T>;
  addCosignature(checkpointId: string, witness: string, line: string): Promise<void>;
  addAlarm(kind: string, detail: string): Promise<void>;
  /** Calls `onRequest` when a process asks for a checkpoint. */
  listen(onRequest: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Connects to the database. `onLost` is called when the connection breaks. */
export async function openSealingStore(databaseUrl: string, onLost: () => void = () => {}): Promise<SealingStore> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'liaise-sealer' });
  client.on('error', onLost);
  await client.connect();
  // Leaves are then read from where the log ends, in the order of an index. The planner expects far more leaves that are not
  // sealed than there are, so it would read and sort all leaves for each batch.
  await client.query('SET enable_sort = off; SET max_parallel_workers_per_gather = 0');
  return {
    inTransaction: (work) => inTransaction(client, work),
    addCosignature: async (checkpointId, witness, line) => {
      await client.query(
        `INSERT INTO log_cosignature (checkpoint_id, witness, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [checkpointId, witness, line],
      );
    },
    addAlarm: async (kind, detail) => {
      await client.query(`INSERT INTO log_alarm (kind, detail) VALUES ($1, $2)`, [kind, detail]);
    },
    listen: async (onRequest) => {
      client.on('notification', onRequest);
      await client.query(`LISTEN ${SEAL_CHANNEL}`);
    },
    close: () => client.end(),
  };
}

/** Any number; all sealers of a database use the same. */
const LOCK = 20_261_130;

async function inTransaction<T>(client: Client, work: (tx: SealingTransaction) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const result = await work(transactionOn(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A lost connection has been rolled back by the server.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function transactionOn(client: Client): SealingTransaction {
  return {
    size: async () => {
      const { rows } = await client.query(`SELECT coalesce(max(position) + 1, 0) AS size FROM log_entry`);
      return Number(rows[0]?.size);
    },
    tile: (tile, size) => readTile(client, tile, tileWidth(tile, size)),
    newestCheckpoint: async () => {
      const { rows } = await client.query(`SELECT id, size, note FROM log_checkpoint ORDER BY id DESC LIMIT 1`);
      return rows[0] && { id: rows[0].id, size: Number(rows[0].size), note: rows[0].note };
    },
    unsealed: (limit) => readUnsealed(client, limit),
    append: (batch) => append(client, batch),
    addCheckpoint: async (size, note) => {
      const { rows } = await client.query(`INSERT INTO log_checkpoint (size, note) VALUES ($1, $2) RETURNING id`, [
        size,
        note,
      ]);
      return rows[0]?.id;
    },
  };
}

async function readTile(client: Client, { level, index }: TileId, width: number): Promise<Uint8Array> {
  if (width === 256) {
    const { rows } = await client.query(`SELECT hashes FROM log_tile WHERE level = $1 AND index = $2`, [level, index]);
    return rows[0]?.hashes ?? new Uint8Array();
  }
  const { rows } = await client.query<{ hash: Buffer }>(
    level === 0
      ? `SELECT hash FROM log_entry WHERE position >= $1 AND position < $2 ORDER BY position`
      : `SELECT root AS hash FROM log_tile WHERE index >= $1 AND index < $2 AND level = $3 ORDER BY index`,
    [index * 256, index * 256 + width, ...(level === 0 ? [] : [level - 1])],
  );
  return concat(...rows.map(({ hash }) => hash));
}

/**
 * A leaf of a running transaction may still come before those of later ones. Only leaves older than every running
 * transaction are read. Transaction ids that the server has not assigned come from another server, whose dump was restored
 * here. The last transaction of the log is then not usable, and every leaf is searched for.
 *
 * One statement, so that all its parts use one snapshot. With a second snapshot, a transaction that began and ended after
 * the first one would look like one of another server. It would be sealed before transactions that still run.
 */
async function readUnsealed(client: Client, limit: number): Promise<UnsealedLeaf[]> {
  const { rows } = await client.query<{ id: string; leaf: string; salt: string }>(
    `WITH bound AS MATERIALIZED (
       SELECT xmin, xmax, CASE WHEN tx < xmax THEN tx ELSE '0'::xid8 END AS tx, CASE WHEN tx < xmax THEN id ELSE 0 END AS id
       FROM (SELECT pg_snapshot_xmin(s) AS xmin, pg_snapshot_xmax(s) AS xmax FROM pg_current_snapshot() AS s) AS snapshot
       LEFT JOIN (SELECT l.tx, l.id FROM log_entry e JOIN audit_leaf l ON l.id = e.leaf_id
                  ORDER BY e.position DESC LIMIT 1) AS last ON true)
     SELECT l.id, l.leaf::text AS leaf, l.salt::text AS salt FROM audit_leaf l
     WHERE (l.tx, l.id) > ((SELECT tx FROM bound), (SELECT id FROM bound))
       AND (l.tx < (SELECT xmin FROM bound) OR l.tx >= (SELECT xmax FROM bound))
       AND NOT EXISTS (SELECT FROM log_entry e WHERE e.leaf_id = l.id)
     ORDER BY l.tx, l.id LIMIT $1`,
    [limit],
  );
  return rows.map(({ id, leaf, salt }) => ({ id, leaf: JSON.parse(leaf), salt: saltBytes(salt) }));
}

async function append(client: Client, { start, leafIds, hashes, tiles }: SealedBatch): Promise<void> {
  await client.query(
    `INSERT INTO log_entry (position, leaf_id, hash)
     SELECT $1::bigint + i - 1, id, substring($3::bytea FROM (32 * (i - 1) + 1)::int FOR 32)
     FROM unnest($2::bigint[]) WITH ORDINALITY AS leaf (id, i)`,
    [start, leafIds, Buffer.from(concat(...hashes))],
  );
  if (tiles.length === 0) return;
  await client.query(
    `INSERT INTO log_tile (level, index, hashes, root)
     SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`,
    [
      tiles.map(({ id }) => id.level),
      tiles.map(({ id }) => id.index),
      tiles.map((tile) => Buffer.from(tile.hashes)),
      tiles.map(({ root }) => Buffer.from(root)),
    ],
  );
}
