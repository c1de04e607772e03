/** Disk usage in bytes: of a database, an SQLite file, or a folder. */

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Database } from '../prisma/store/connect.ts';

/** Bytes of the database that `db` is connected to, or of the database `name` on the same server. */
export async function databaseBytes(db: Database, name?: string): Promise<number> {
  const rows = await db.$queryRaw<{ size: bigint }[]>`
    SELECT pg_database_size(coalesce(${name ?? null}::text, current_database())::name) AS size`;
  return Number(rows[0]?.size ?? 0);
}

/** Bytes of an SQLite database, including its write-ahead log. */
export function sqliteBytes(path: string): number {
  const file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    const pages = file.prepare('PRAGMA page_count').get()?.['page_count'];
    const size = file.prepare('PRAGMA page_size').get()?.['page_size'];
    return Number(pages) * Number(size);
  } finally {
    file.close();
  }
}

/** Bytes of the allocated blocks, because a sparse file may be longer than its content. */
export function folderBytes(path: string): number {
  const { blocks } = lstatSync(path);
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.reduce((sum, entry) => {
    const inside = join(path, entry.name);
    return sum + (entry.isDirectory() ? folderBytes(inside) : lstatSync(inside).blocks * 512);
  }, blocks * 512);
}
