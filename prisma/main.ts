/** Prepares the database of an installation and exits. Run it before any other process, and at every new version. */

import { ConfigFault, readDatabaseUrls } from '../client/platform/config.ts';
import { RolesFault } from './access/roles.ts';
import { prepareDatabase } from './prepare.ts';
import { SeedFaults } from './seed/load.ts';

try {
  const { databaseUrl } = readDatabaseUrls(process.env);
  const { applied, seeded } = await prepareDatabase(databaseUrl);
  for (const name of applied) console.log(`Applied ${name}.`);
  console.log(seeded ? 'Loaded the directory from the seed files.' : 'Kept the directory that is there.');
} catch (error) {
  const isExpected = error instanceof ConfigFault || error instanceof SeedFaults || error instanceof RolesFault;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
