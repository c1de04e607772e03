/** Runs once before all tests: starts PostgreSQL with a migrated template, bundles the workflows, fetches Temporal. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serverPrograms } from '../../dev/cluster/server-programs.ts';
import { startPostgres } from '../../dev/postgres.ts';
import { temporalBinary, temporalTestServerBinary } from '../../dev/temporal-programs.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { migrate } from '../../prisma/migrate.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { isFull } from './which-temporal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the migrated database that each test clones. */
    templateUrl: string;
    /** Paths of the workflow bundle and of Temporal's test server. */
    workflowBundle: string;
    testServer: string;
  }
}

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder('test');
  provide('testServer', await temporalTestServerBinary());
  // Fetched or built once now, so that test files do not do it at the same time.
  await temporalBinary();
  if (isFull) await serverPrograms(console.info);
  const postgres = await startPostgres({
    dataDir: join(folder.path, 'postgres'),
    throwaway: true,
  });
  const tearDown = async () => {
    await postgres.stop();
    await folder.remove();
  };
  try {
    await migrate(postgres.url);
    provide('templateUrl', postgres.url);
    provide('workflowBundle', await bundle(folder.path));
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Writes the workflow bundle to a file, which workers in other processes can read. */
async function bundle(folder: string): Promise<string> {
  const path = join(folder, 'workflows.js');
  const { code } = await bundleWorkflows();
  await writeFile(path, code);
  return path;
}
