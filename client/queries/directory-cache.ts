/** The directory as of a few seconds ago: what is shown beside clocks and countries is not read anew at every page. */

import type { Directory } from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { cachedDirectory } from '../../prisma/store/directory.ts';

const kept = new WeakMap<Database, () => Promise<Directory>>();

export function directoryAtHand(db: Database): Promise<Directory> {
  const read = kept.get(db) ?? cachedDirectory(db);
  kept.set(db, read);
  return read();
}
