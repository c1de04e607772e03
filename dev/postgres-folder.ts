/** The data folder of PostgreSQL: created if it is missing, and refused if it cannot be used. */

import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StackFault } from './fault.ts';
import type { SystemUser } from './postgres-owner.ts';

const MAJOR = '18';

/** Reads the lock file that a server leaves in its folder when it is not stopped in good order. */
const LOCK = 'postmaster.pid';

const START_EMPTY = 'move it away or start with --fresh, which begins with an empty one';

export interface FolderOptions {
  dataDir: string;
  initdb: string;
  owner: SystemUser | undefined;
  /** The data may be lost in a power cut. This makes the server much faster. */
  throwaway: boolean;
}

/** Creates or checks the folder. @throws StackFault if it has another version, is in use, or contains other files. */
export async function prepareFolder(options: FolderOptions): Promise<void> {
  const { dataDir, owner } = options;
  const files = await readdir(dataDir).catch(() => []);
  if (files.length === 0) return await create(options);
  await assertDataFolder(dataDir, files);
  await assertUnused(dataDir);
  if (owner) await chown(dataDir, owner.uid, owner.gid);
}

/** Creates a folder with another name and renames it when it is complete, so that an interrupted start leaves no partial one. */
async function create({ dataDir, initdb, owner, throwaway }: FolderOptions): Promise<void> {
  const unfinished = `${dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (owner) await chown(unfinished, owner.uid, owner.gid);
  await runInitdb(initdb, unfinished, owner, throwaway);
  await rm(dataDir, { recursive: true, force: true });
  await rename(unfinished, dataDir);
}

async function runInitdb(
  initdb: string,
  folder: string,
  owner: SystemUser | undefined,
  throwaway: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    '--username=liaise',
    // The server listens on the loopback address only.
    '--auth=trust',
    '--encoding=UTF8',
    // Sorts texts in the same way on every machine, regardless of its locales.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(throwaway ? ['--no-sync'] : []),
  ];
  try {
    await promisify(execFile)(initdb, args, { ...owner });
  } catch (error) {
    const remedy = owner
      ? `it runs as the user postgres, which needs access to this folder, to ${initdb} and to all parent folders`
      : 'check the free disk space and the write permission of the folder';
    throw new StackFault(`PostgreSQL cannot create its data folder ${folder} (${reason(error)}): ${remedy}.`);
  }
}

async function assertDataFolder(dataDir: string, files: string[]): Promise<void> {
  if (!files.includes('PG_VERSION')) {
    throw new StackFault(`${dataDir} is not a data folder of PostgreSQL: ${START_EMPTY}.`);
  }
  const version = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (version !== MAJOR) {
    throw new StackFault(`${dataDir} was created by another version of PostgreSQL than ${MAJOR}: ${START_EMPTY}.`);
  }
}

/**
 * Removes a lock file that a killed server left. PostgreSQL would refuse to start if its process id is in use again.
 * @throws StackFault if that server still runs.
 */
export async function assertUnused(dataDir: string): Promise<void> {
  const path = join(dataDir, LOCK);
  const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
  if (Number.isNaN(pid)) return;
  const command = await commandOf(pid);
  if (command === undefined) return;
  if (command.includes('postgres')) {
    throw new StackFault(
      `Another Liaise uses ${dataDir} (process ${pid}): stop that one first, with Ctrl-C where it was started.`,
    );
  }
  await rm(path);
}

/** The command of the process, empty if there is none. Undefined without `ps`; then PostgreSQL itself checks the lock. */
async function commandOf(pid: number): Promise<string | undefined> {
  try {
    return (await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)])).stdout;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? undefined : '';
  }
}

/** The last output of the program, or the reason why it could not start. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr.split('\n').at(-1) || error.message;
}
