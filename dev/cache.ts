/** The cache folder of this user: server programs that were fetched or built once, each under its name and version. */

import { access, chmod, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface CachedProgram {
  name: string;
  version: string;
}

/** Where the program is, or would be. */
export function cachePath({ name, version }: CachedProgram, env: Environment): string {
  const folder = env['LIAISE_CACHE'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'liaise');
  return join(folder, `${name}-${version}`);
}

/**
 * Takes the program whose path `fetch` answers into the cache, and gives its path there. It is fetched beside its
 * place and moved there when whole: whoever comes at the same time finds all of it or nothing.
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
