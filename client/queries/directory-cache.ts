/** Caches the directory for a few seconds, because most pages need it for names of agencies and countries. */

import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { cachedDirectory } from '../../prisma/store/directory.ts';

const kept = new WeakMap<Database, () => Promise<Directory>>();

/** Returns the directory, at most a few seconds old. */
export function directoryAtHand(db: Database): Promise<Directory> {
  const read = kept.get(db) ?? cachedDirectory(db);
  kept.set(db, read);
  return read();
}
