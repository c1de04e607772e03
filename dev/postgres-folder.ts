/** The data folder of PostgreSQL: created if it is missing, and refused if it cannot be used. */

import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StackFault } from './fault.ts';
import type { Owner } from './postgres-owner.ts';

const MAJOR = '18';

/** Reads the lock file that a server leaves in its folder when it is not stopped in good order. */
const LOCK = 'postmaster.pid';

const START_EMPTY = 'move it away or start with --fresh, which begins with an empty one';

export interface FolderOptions {
  dataDir: string;
  initdb: string;
  owner: Owner | undefined;
  /** Nobody will miss the data after a power cut. */
  throwaway: boolean;
}

/** @throws StackFault when the folder is of another version, is in use, or holds something else. */
export async function prepareFolder(options: FolderOptions): Promise<void> {
  const { dataDir, owner } = options;
  const files = await readdir(dataDir).catch(() => []);
  if (files.length === 0) return await create(options);
  await assertDataFolder(dataDir, files);
  await assertUnused(dataDir);
  if (owner) await chown(dataDir, owner.uid, owner.gid);
}

/** Made beside its place and moved there when complete: an interrupted start leaves nothing half done. */
async function create({ dataDir, initdb, owner, throwaway }: FolderOptions): Promise<void> {
  const unfinished = `${dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (owner) await chown(unfinished, owner.uid, owner.gid);
  await runInitdb(initdb, unfinished, owner, throwaway);
  await rm(dataDir, { recursive: true, force: true });
  await rename(unfinished, dataDir);
}

async function runInitdb(initdb: string, folder: string, owner: Owner | undefined, throwaway: boolean): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    '--username=liaise',
    // The server listens on the loopback address only.
    '--auth=trust',
    '--encoding=UTF8',
    // The same order of text on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(throwaway ? ['--no-sync'] : []),
  ];
  try {
    await promisify(execFile)(initdb, args, { ...owner });
  } catch (error) {
    const remedy = owner
      ? `it runs as the user postgres, who must be able to enter every folder on the way there and to ${initdb}`
      : 'see that there is room and that the folder may be written to';
    throw new StackFault(`PostgreSQL cannot make its data folder ${folder} (${reason(error)}): ${remedy}.`);
  }
}

async function assertDataFolder(dataDir: string, files: string[]): Promise<void> {
  if (!files.includes('PG_VERSION')) {
    throw new StackFault(`${dataDir} is not a data folder of PostgreSQL: ${START_EMPTY}.`);
  }
  const version = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (version !== MAJOR) {
    throw new StackFault(`${dataDir} was made by another PostgreSQL than ${MAJOR}: ${START_EMPTY}.`);
  }
}

/**
 * Removes a lock that was left: PostgreSQL takes any process that now bears the number in it for the server that wrote it.
 * @throws StackFault when that server still runs.
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

/** Empty when there is no such process; nothing when that cannot be told here, and PostgreSQL must judge for itself. */
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
