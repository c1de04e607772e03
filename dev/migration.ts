/** `npm run migration -- NAME` writes the SQL of what has changed in schema.prisma, to be read and completed by hand. */

import { join } from 'node:path';
import { newMigration } from '../prisma/new-migration.ts';
import { startPostgres } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

const name = process.argv[2];
if (name === undefined) {
  console.error('Usage: npm run migration -- NAME, where the name says in a few words what the migration does.');
  process.exit(2);
}

const folder = await temporaryFolder('migration');
const dataDir = join(folder.path, 'postgres');
const postgres = await startPostgres({ dataDir, throwaway: true });
try {
  const written = await newMigration(postgres.url, name);
  console.log(
    written ? `Written: prisma/migrations/${written}/migration.sql` : 'prisma/schema.prisma has not changed.',
  );
} finally {
  await postgres.stop();
  await folder.remove();
}
