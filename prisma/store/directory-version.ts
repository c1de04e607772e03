/** The directory as it is now, read again only if it has changed: one small query instead of one for each of its tables. */

import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from './connect.ts';
import { readDirectory } from './directory.ts';

interface Kept {
  version: string;
  directory: Directory;
}

const kept = new WeakMap<Database, Kept>();

/** Returns the present directory. Do not change it: other acts get the same object. */
export async function currentDirectory(db: Database): Promise<Directory> {
  // The version first: a change that comes between makes the next call read again.
  const version = await directoryVersion(db);
  const known = kept.get(db);
  if (known && known.version === version) return known.directory;
  const directory = await readDirectory(db);
  // Without a version, for example after a restore of some tables, a change would not be noticed.
  if (version !== undefined) kept.set(db, { version, directory });
  return directory;
}

async function directoryVersion(db: Database): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ version: string }[]>`SELECT tx::text AS version FROM directory_version`;
  return rows[0]?.version;
}
