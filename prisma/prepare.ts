/** Prepares a database for the engine: applies the current schema and loads the seed directory. */

import { migrate } from './migrate.ts';
import { loadSeed } from './seed/load.ts';
import { connectDatabase, type Database } from './store/connect.ts';
import { hasDirectory, replaceDirectory } from './store/directory.ts';
import { mergeStatistics } from './store/statistics.ts';

/** What the preparation of a database did. */
export interface Prepared {
  /** Names of the migrations that this run applied. */
  applied: string[];
  seeded: boolean;
}

/**
 * Applies migrations and loads the seed. Running it again changes nothing: the seed never replaces an existing
 * directory.
 */
export async function prepareDatabase(databaseUrl: string): Promise<Prepared> {
  const applied = await migrate(databaseUrl);
  const db = connectDatabase({ databaseUrl });
  try {
    // A migration may leave many changes, which would make pages slow until a worker has added them.
    if (applied.length > 0) await mergeStatistics(db);
    return { applied, seeded: await seedOnce(db) };
  } finally {
    await db.$disconnect();
  }
}

async function seedOnce(db: Database): Promise<boolean> {
  if (await hasDirectory(db)) return false;
  const { directory, people } = loadSeed(new Date().toISOString());
  await replaceDirectory(db, directory, people);
  return true;
}
