/** Temporal's production server and its schema tool: built from source once, then cached. */

import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { addToCache, type CachedProgram, cachePath, type Environment, isExecutable } from '../cache.ts';
import { StackFault } from '../fault.ts';

export interface ServerPrograms {
  server: string;
  sqlTool: string;
}

interface GoProgram extends CachedProgram {
  source: string;
}

const version = '1.32.0';
const SERVER: GoProgram = { name: 'temporal-server', version, source: 'go.temporal.io/server/cmd/server' };
const SQL_TOOL: GoProgram = { name: 'temporal-sql-tool', version, source: 'go.temporal.io/server/cmd/tools/sql' };

/**
 * The paths of both. `progress` gets a line before each that must be built, which takes minutes.
 * @throws StackFault if one is not cached and cannot be built.
 */
export async function serverPrograms(
  progress: (line: string) => void,
  env: Environment = process.env,
): Promise<ServerPrograms> {
  return { server: await find(SERVER, progress, env), sqlTool: await find(SQL_TOOL, progress, env) };
}

/** Whether both are cached, so that nothing must be built. */
export async function hasServerPrograms(env: Environment = process.env): Promise<boolean> {
  const have = await Promise.all([SERVER, SQL_TOOL].map((program) => isExecutable(cachePath(program, env))));
  return have.every(Boolean);
}

async function find(program: GoProgram, progress: (line: string) => void, env: Environment): Promise<string> {
  const path = cachePath(program, env);
  if (await isExecutable(path)) return path;
  progress(`Building ${program.name} ${version} with Go: a few minutes, this once …`);
  return await addToCache(program, env, (folder) => build(program, folder, env));
}

/** Go fetches the module of exactly this version through its proxy and checks it against its checksum database. */
async function build({ name, source }: GoProgram, folder: string, env: Environment): Promise<string> {
  try {
    // Without the tables for debuggers the programs are a third smaller.
    await promisify(execFile)('go', ['install', '-ldflags=-s -w', `${source}@v${version}`], {
      env: { ...env, GOBIN: folder },
      maxBuffer: 16 * 1024 * 1024,
    });
    return join(folder, basename(source));
  } catch (error) {
    throw new StackFault(isAbsence(error) ? NO_GO : `Go cannot build ${name} ${version}: ${lastLine(error)}`);
  }
}

const NO_GO =
  "The cluster runs Temporal's full server, which is built with Go, and there is no Go here: " +
  'install it from https://go.dev/dl (1.26 or later), or use "npm start", which needs none.';

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
