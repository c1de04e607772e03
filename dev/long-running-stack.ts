/** Runs a stack until Ctrl-C: the common part of `npm start` and `npm run cluster`. */

import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { StackFault } from './fault.ts';
import { assertPortFree, HIGHEST_PORT, portsFrom } from './ports.ts';
import { assertUnused } from './postgres-folder.ts';
import type { Stack } from './stack.ts';
import { writeAtomically } from './write-atomically.ts';

/** The folder for the data of stacks. It contains stack.json, from which `liaise` reads the addresses of the last started stack. */
export const FOLDER = '.liaise';

/** For `parseArgs`. */
export const STACK_FLAGS = {
  fresh: { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  'base-port': { type: 'string' },
} as const;

export interface LongRunningStackOptions<Ports extends Record<string, number>> {
  /** The data folder of this stack: `FOLDER` or a folder in it. */
  folder: string;
  flags: { fresh: boolean; yes: boolean; 'base-port'?: string | undefined };
  usualPorts: Ports;
  start: (ports: Ports, progress: (line: string) => void) => Promise<Stack>;
  /** Called before the addresses are printed. */
  prepare?: (stack: Stack, progress: (line: string) => void) => Promise<void>;
  /** The addresses to print, by name. */
  addresses: (stack: Stack, ports: Ports) => Record<string, string>;
}

/** Returns when the stack has stopped. If it cannot start, prints the reason and sets the exit status to 1. */
export async function runUntilStopped<Ports extends Record<string, number>>(
  options: LongRunningStackOptions<Ports>,
): Promise<void> {
  const { folder, flags, usualPorts, start, prepare = async () => {}, addresses } = options;
  try {
    const ports = readPorts(flags['base-port'], usualPorts);
    if (flags.fresh) await assertStopped(folder, ports);
    if (flags.fresh && !(await deleteData(folder, flags.yes))) return;
    const started = performance.now();
    const progress = (line: string) => console.log(`  ${line}`);
    const stack = await start(ports, progress);
    await prepare(stack, progress).catch(async (error: unknown) => {
      await stack.stop();
      throw error;
    });
    await writeAtomically(join(FOLDER, 'stack.json'), `${JSON.stringify(stack.environment, null, 2)}\n`);
    console.log(startMessage(addresses(stack, ports), folder, performance.now() - started));
    await stopSignal();
    console.log('\nStopping …');
    await stack.stop();
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  }
}

/** @throws StackFault if a stack is running that uses the folder, a folder in it, or one of the ports. */
async function assertStopped(folder: string, ports: Record<string, number>): Promise<void> {
  for await (const dataDir of glob('{,*/}postgres', { cwd: folder })) await assertUnused(join(folder, dataDir));
  for (const port of Object.values(ports)) await assertPortFree(port, 'This stack');
}

/** Deletes everything in the folder, after a confirmation. */
async function deleteData(folder: string, yes: boolean): Promise<boolean> {
  if (!yes && !(await confirmed(folder))) {
    console.log('Nothing was deleted.');
    return false;
  }
  await rm(folder, { recursive: true, force: true });
  return true;
}

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new StackFault('--fresh deletes all data. Without a terminal, confirm this with --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete all referrals, letters and keys in ${folder}/? Type yes: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

function readPorts<Ports extends Record<string, number>>(given: string | undefined, usual: Ports): Ports {
  if (given === undefined) return usual;
  const base = Number(given);
  const highest = HIGHEST_PORT + 1 - Object.keys(usual).length;
  if (Number.isInteger(base) && base >= 1024 && base <= highest) return portsFrom(base, usual);
  throw new StackFault(`--base-port must be a whole number from 1024 to ${highest}.`);
}

/** Resolves at Ctrl-C, or when the parent process ends. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function startMessage(addresses: Record<string, string>, folder: string, milliseconds: number): string {
  const lines = Object.entries(addresses).map(([name, address]) => `  ${name.padEnd(12)}${address}`);
  return `
Liaise is ready (${(milliseconds / 1000).toFixed(1)} s).

${lines.join('\n')}

Open the pages and sign in without a password, for example as Quinn Quartz (sends referrals), Noor Rowan (triage),
Aino Alder (recipient in Finland), Ines Rowan (supervisor) or Karl Rowan (administrator). docs/tutorial.md says what to try.

Or use the command line in another terminal:

  npm run liaise -- directory --country FI
  npm run liaise -- submit --file dev/demo-report.xml --as quinn.quartz
  npm run liaise -- list --as noor.rowan
  npm run liaise -- complete-triage XR-2026-000001 --accept-proposal --as noor.rowan
  npm run liaise -- timeline XR-2026-000001 --as noor.rowan
  npm run liaise -- --help

Ctrl-C stops everything. The data stays in ${folder}/.`;
}
