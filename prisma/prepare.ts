/** Makes a database ready for the engine: the present schema, and a directory to route by. */

import { migrate } from './migrate.ts';
import { loadSeed } from './seed/load.ts';
import { connectDatabase } from './store/connect.ts';
import { hasDirectory, replaceDirectory } from './store/directory.ts';

export interface Prepared {
  /** Names of the migrations that were applied now. */
  applied: string[];
  seeded: boolean;
}

/** Repeating it changes nothing; a directory that is there, whatever is in it, is never replaced by the seed. */
export async function prepare(databaseUrl: string): Promise<Prepared> {
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
