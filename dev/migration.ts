/** `npm run migration -- NAME`: writes a migration for the changes of schema.prisma, to be reviewed and completed by hand. */

import { join } from 'node:path';
import { readFlags } from '../client/platform/read-flags.ts';
import { newMigration } from '../prisma/new-migration.ts';
import { startPostgres } from './postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';

const USAGE = 'Usage: npm run migration -- NAME. The name describes the change, for example "index letters by status".';

const { values, positionals } = readFlags('npm run migration', {
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [name] = positionals;
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (name === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const folder = await temporaryFolder('migration');
const dataDir = join(folder.path, 'postgres');
const postgres = await startPostgres({ dataDir, throwaway: true });
try {
  const written = await newMigration(postgres.url, name);
  console.log(
    written
      ? `Written: prisma/migrations/${written}/migration.sql`
      : 'The tables of prisma/schema.prisma have not changed.',
  );
} finally {
  await postgres.stop();
  await folder.remove();
}
