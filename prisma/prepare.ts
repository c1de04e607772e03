/** Prepares a database for the engine: applies the current schema and loads the seed directory. */

import { migrate } from './migrate.ts';
import { loadSeed } from './seed/load.ts';
import { connectDatabase } from './store/connect.ts';
import { hasDirectory, replaceDirectory } from './store/directory.ts';

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
  return { applied, seeded: await seedOnce(databaseUrl) };
}

async function seedOnce(databaseUrl: string): Promise<boolean> {
  const db = connectDatabase({ databaseUrl });
  try {
    if (await hasDirectory(db)) return false;
    const { directory, people } = loadSeed(new Date().toISOString());
    await replaceDirectory(db, directory, people);
    return true;
  } finally {
    await db.$disconnect();
  }
}
