/** Generates the Prisma client from schema.prisma. Runs after every install, and needs no network. */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');

// Generating never runs the schema engine, but the command line downloads one unless a path to one is set.
const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: new URL('..', import.meta.url),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  encoding: 'utf8',
});

if (status !== 0) {
  console.error(`The Prisma client could not be generated from prisma/schema.prisma.\n\n${stdout}${stderr}`);
  process.exitCode = 1;
}
