/** `npm start`: everything on this machine, until Ctrl-C. The data stays in .liaise; a second start goes on. */

import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { StackFault } from './fault.ts';
import { type Ports, type Stack, startStack } from './stack.ts';

const FOLDER = '.liaise';
const PORTS: Ports = { postgres: 5439, temporal: 7233, temporalUi: 8233, smtp: 1025, inbox: 8025 };

const HELP = `Starts Liaise on this machine: PostgreSQL, Temporal, a mail catcher and a worker.

  npm start                            start, or go on where the last run stopped
  npm start -- --fresh                 empty everything first, after asking (--yes does not ask)
  npm start -- --base-port 20000       use ports 20000 to 20004 instead of the usual ones

Data is kept in ${FOLDER}/. Ctrl-C stops everything.`;

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    'base-port': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  try {
    if (values.fresh && !(await empty())) return;
    const started = performance.now();
    const stack = await startStack({ folder: FOLDER, ports: ports(), progress: (line) => console.log(`  ${line}`) });
    console.log(screen(stack, performance.now() - started));
    await told();
    console.log('\nStopping …');
    await stack.stop();
  } catch (error) {
    console.error(error instanceof StackFault ? error.message : error);
    process.exitCode = 1;
  }
}

/** Everything in the folder is gone after this: asked for, and asked again. */
async function empty(): Promise<boolean> {
  if (!values.yes && !(await confirmed())) {
    console.log('Nothing was deleted.');
    return false;
  }
  await rm(FOLDER, { recursive: true, force: true });
  return true;
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new StackFault('--fresh deletes all data: add --yes to say that you mean it.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete all referrals, letters and keys in ${FOLDER}/? Type yes: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

function ports(): Ports {
  if (values['base-port'] === undefined) return PORTS;
  const base = Number(values['base-port']);
  if (!Number.isInteger(base) || base < 1024 || base > 65_531) {
    throw new StackFault('--base-port must be a whole number from 1024 to 65531.');
  }
  const names = Object.keys(PORTS);
  return { ...PORTS, ...Object.fromEntries(names.map((name, index) => [name, base + index])) };
}

/** Until Ctrl-C, or until whoever started us says so. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function screen(stack: Stack, milliseconds: number): string {
  return `
Liaise is ready (${(milliseconds / 1000).toFixed(1)} s).

  Letters     ${stack.mail.url}
  Temporal    ${stack.temporalUi}
  PostgreSQL  ${stack.environment['LIAISE_DATABASE_URL']}

Try, in another terminal:

  npm run liaise -- directory --country FI
  npm run liaise -- submit --file dev/demo-report.xml --as quinn.quartz
  npm run liaise -- list --as noor.rowan
  npm run liaise -- complete-triage XR-2026-000001 --accept-proposal --as noor.rowan
  npm run liaise -- timeline XR-2026-000001 --as noor.rowan
  npm run liaise -- --help

Ctrl-C stops everything; the data stays in ${FOLDER}/.`;
}
