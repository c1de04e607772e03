/** What the demo uses: the services of its stack, the command line, time, letters and output. */

import type { Client } from '@temporalio/client';
import { runProgram } from '../client/cli/program.ts';
import { createEngine, type Engine } from '../client/engine/engine.ts';
import { type ClientConfig, readClientConfig } from '../client/platform/config.ts';
import { connectTemporal } from '../client/platform/connect.ts';
import { directGuard } from '../client/platform/guard/guard.ts';
import { openReader } from '../client/queries/read.ts';
import { makeDossierPdf } from '../client/web/referral/make-dossier-pdf.ts';
import type { Referral } from '../domain/referral.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { findReferral } from '../prisma/store/referrals.ts';
import { StackFault } from './fault.ts';
import type { CaughtLetter } from './mailbox.ts';
import type { Stack } from './stack.ts';
import { moveTimeTo, timeOf } from './time.ts';

export interface DemoContext {
  stack: Stack;
  /** As the role of the pages. */
  pages: Database;
  /** As the role of the workers. */
  db: Database;
  temporal: Client;
  engine: Engine;
  config: ClientConfig;
  /** Letters shown so far. */
  lettersShown: number;
  /** The reference number of the referral; empty until it is submitted. */
  reference: string;
  close(): Promise<void>;
}

/** Opens the services of the stack for the demo. */
export function openDemoContext(stack: Stack): DemoContext {
  const config = readClientConfig(stack.environment);
  const pages = connectDatabase({ databaseUrl: config.databaseUrl, byAgency: true, connections: 4 });
  const db = connectDatabase({ databaseUrl: config.engineDatabaseUrl, connections: 2 });
  const temporal = connectTemporal({ ...config.temporal, keyring: config.keyring });
  const engine = createEngine({ db: pages, temporal, keyring: config.keyring });
  const close = async () => {
    await temporal.connection.close();
    await pages.$disconnect();
    await db.$disconnect();
  };
  return { stack, pages, db, temporal, engine, config, lettersShown: 0, reference: '', close };
}

/** Runs and prints a `liaise` command with its output, shortened by `cut`. @throws StackFault if its result is not `expected`. */
export async function runCommand(
  { stack, config, pages, db, engine, temporal }: DemoContext,
  args: string[],
  cut: (out: string) => string = (out) => out,
  expected: 'done' | 'refused' = 'done',
): Promise<string> {
  const output: string[] = [];
  const collect = (text: string) => void output.push(text);
  const io = {
    out: collect,
    err: collect,
    outBytes: () => {},
    isTerminal: false,
    columns: 110,
    input: async () => '',
    ask: async () => '',
    onInterrupt: () => () => {},
  };
  const reader = openReader({ db: pages, keyring: config.keyring });
  console.log(`\n  $ liaise ${args.map(quoted).join(' ')}`);
  const status = await runProgram(
    args,
    {
      services: () => ({
        engine,
        reader,
        db: pages,
        engineDb: db,
        readerDb: db,
        temporal,
        keyring: config.keyring,
        policies: config.policies,
        localIdentity: true,
        logPolicy: config.logPolicy,
      }),
      guard: () => directGuard,
      triageWeights: () => config.triageWeights,
      makeDossierPdf,
      environment: () => stack.environment,
      databaseUrl: () => config.databaseUrl,
    },
    io,
  );
  const answer = output.join('').trimEnd();
  console.log(indented(cut(answer)));
  if ((status === 0) !== (expected === 'done'))
    throw new StackFault(`"liaise ${args[0]}" ended with status ${status}.`);
  return answer;
}

/** Moves the time of the referral forward, and prints the letters that result. `what` describes the step. */
export async function moveTimeByHours(demo: DemoContext, hours: number, what: string): Promise<void> {
  const { id } = await readReferral(demo);
  const to = new Date((await timeOf(demo.temporal, id)).getTime() + hours * 3_600_000);
  await moveTimeTo(demo.temporal, id, to);
  printStep(`+ ${Number(hours.toFixed(2))} h: ${what}`);
  await waitForLetters(demo);
  showLetters(demo);
}

/** Prints subject and addressee of each letter that arrived since the last call. */
export function showLetters(demo: DemoContext): void {
  const letters = lettersOf(demo);
  for (const { to, subject } of letters.slice(demo.lettersShown)) console.log(`    ✉ ${to.join(', ')}: ${subject}`);
  demo.lettersShown = letters.length;
}

/** All letters about the referral. */
export function lettersOf({ stack, reference }: DemoContext): CaughtLetter[] {
  const isAbout = ([name, value]: [string, string]) => name === 'x-liaise-reference' && value === reference;
  return stack.mail.letters().filter(({ headers }) => headers.some(isAbout));
}

const TIMEOUT_MS = 30_000;

/** Waits until all letters about the referral are sent, and their results recorded. @throws StackFault after 30 seconds. */
export async function waitForLetters(demo: DemoContext): Promise<void> {
  const { id: referralId } = await readReferral(demo);
  await poll(async () => {
    const waiting = await demo.db.letter.count({ where: { referralId, status: 'waiting' } });
    return waiting + (await demo.db.letterReport.count({ where: { referralId } })) === 0;
  });
}

/** Waits until the referral satisfies the condition. @throws StackFault after 30 seconds. */
export async function waitUntil(demo: DemoContext, satisfied: (referral: Referral) => boolean): Promise<void> {
  await poll(async () => satisfied(await readReferral(demo)));
}

async function poll(isSatisfied: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await isSatisfied())) {
    if (performance.now() > deadline)
      throw new StackFault('The demo did not continue within 30 seconds. Read the output of the worker.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function readReferral({ db, reference }: DemoContext): Promise<Referral> {
  const referral = await findReferral(db, reference);
  if (referral === undefined) throw new StackFault(`The database has no referral ${reference}.`);
  return referral;
}

export function printHeading(text: string): void {
  console.log(`\n━━ ${text} ${'━'.repeat(Math.max(3, 96 - text.length))}`);
}

export function printStep(text: string): void {
  console.log(`\n  ${text}`);
}

/** Indents each line by four spaces. */
export function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

function quoted(word: string): string {
  return /[\s]/.test(word) ? `"${word}"` : word;
}
