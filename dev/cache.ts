/** The cache folder of this user for downloaded or built server programs, each under its name and version. */

import { access, chmod, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The name and version of a program in the cache. */
export interface CachedProgram {
  name: string;
  version: string;
}

/** The path of the program in the cache, whether it exists or not. */
export function cachePath({ name, version }: CachedProgram, env: Environment): string {
  const folder = env['LIAISE_CACHE'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'liaise');
  return join(folder, `${name}-${version}`);
}

/**
 * Moves the program whose path `fetch` returns into the cache, and returns its path there. It is fetched into a folder
 * beside the cache entry and then renamed, so another process finds a complete program or none.
 */
export async function addToCache(
  program: CachedProgram,
  env: Environment,
  fetch: (folder: string) => Promise<string>,
): Promise<string> {
  const path = cachePath(program, env);
  await mkdir(dirname(path), { recursive: true });
  const folder = await mkdtemp(`${path}-`);
  try {
    const fetched = await fetch(folder);
    await chmod(fetched, 0o755);
    await rename(fetched, path);
    return path;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function isExecutable(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
