/** The directory, cached in each process. It is read again only if its version has changed. */

import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from './connect.ts';
import { readDirectory } from './directory.ts';

interface Cached {
  /** Undefined if the database has none: the directory is then read at each check. */
  version: string | undefined;
  directory: Directory;
  /** By `performance.now()`. */
  checkedAt: number;
}

const cache = new WeakMap<Database, Cached>();
const checks = new WeakMap<Database, Promise<Directory>>();
const MAX_AGE_MS = 5000;

/** Returns the present directory, for one small query. Do not change it: other callers get the same object. */
export async function currentDirectory(db: Database): Promise<Directory> {
  // The version first: a change that comes between makes the next call read again.
  const version = await directoryVersion(db);
  const known = cache.get(db);
  // Without a version, for example after a restore of some tables, a change would not be noticed.
  const isCurrent = known !== undefined && version !== undefined && known.version === version;
  const directory = isCurrent ? known.directory : await readDirectory(db);
  cache.set(db, { version, directory, checkedAt: performance.now() });
  return directory;
}

/** Returns the directory, at most five seconds old, mostly without a query: each act and most pages need it. */
export function recentDirectory(db: Database): Promise<Directory> {
  const known = cache.get(db);
  if (known && performance.now() - known.checkedAt < MAX_AGE_MS) return Promise.resolve(known.directory);
  const running = checks.get(db) ?? currentDirectory(db).finally(() => checks.delete(db));
  checks.set(db, running);
  return running;
}

async function directoryVersion(db: Database): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ version: string }[]>`SELECT tx::text AS version FROM directory_version`;
  return rows[0]?.version;
}
