/** What the demo uses: the services of its stack, the command line, time, letters and output. */

import type { Client } from '@temporalio/client';
import { run } from '../client/cli/program.ts';
import { createEngine, type Engine } from '../client/engine/engine.ts';
import { type ClientConfig, readClientConfig } from '../client/platform/config.ts';
import { connectTemporal } from '../client/platform/connect.ts';
import { openReader } from '../client/queries/read.ts';
import type { Referral } from '../domain/referral.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { findReferral } from '../prisma/store/referrals.ts';
import { StackFault } from './fault.ts';
import type { CaughtLetter } from './mailbox.ts';
import type { Stack } from './stack.ts';
import { moveTimeTo, timeOf } from './time.ts';

export interface DemoContext {
  stack: Stack;
  db: Database;
  temporal: Client;
  engine: Engine;
  config: ClientConfig;
  /** Letters shown so far. */
  lettersShown: number;
  /** Of the referral that the story is about, once it is submitted. */
  reference: string;
  close(): Promise<void>;
}

export function openDemoContext(stack: Stack): DemoContext {
  const config = readClientConfig(stack.environment);
  const db = connectDatabase({ databaseUrl: config.databaseUrl, connections: 4 });
  const temporal = connectTemporal({ ...config.temporal, keyring: config.keyring });
  const engine = createEngine({ db, temporal, keyring: config.keyring });
  const close = async () => {
    await temporal.connection.close();
    await db.$disconnect();
  };
  return { stack, db, temporal, engine, config, lettersShown: 0, reference: '', close };
}

/** A command as it is typed, and what it answered, which is printed as far as `cut` leaves it. One that is meant to be refused must be. */
export async function runCommand(
  { config, db, engine, temporal }: DemoContext,
  words: string[],
  cut: (out: string) => string = (out) => out,
  expected: 'done' | 'refused' = 'done',
): Promise<string> {
  const said: string[] = [];
  const take = (text: string) => void said.push(text);
  const io = { out: take, err: take, isTerminal: false, columns: 110, input: async () => '', ask: async () => '' };
  const reader = openReader({ db, keyring: config.keyring });
  console.log(`\n  $ liaise ${words.map(quoted).join(' ')}`);
  const status = await run(
    words,
    { services: () => ({ engine, reader, db, temporal, policies: config.policies, localIdentity: true }) },
    io,
  );
  const answer = said.join('').trimEnd();
  console.log(indented(cut(answer)));
  if ((status === 0) !== (expected === 'done'))
    throw new StackFault(`"liaise ${words[0]}" ended with status ${status}.`);
  return answer;
}

export async function moveTimeByHours(scene: DemoContext, hours: number, what: string): Promise<void> {
  const { id } = await readReferral(scene);
  const to = new Date((await timeOf(scene.temporal, id)).getTime() + hours * 3_600_000);
  await moveTimeTo(scene.temporal, id, to);
  printStep(`+ ${Number(hours.toFixed(2))} h: ${what}`);
  await waitUntil(scene, ({ unsentLetters }) => unsentLetters.length === 0);
  showLetters(scene);
}

/** Letters that arrived since the last look, by subject and addressee. */
export function showLetters(scene: DemoContext): void {
  const letters = lettersOf(scene);
  for (const { to, subject } of letters.slice(scene.lettersShown)) console.log(`    ✉ ${to.join(', ')}: ${subject}`);
  scene.lettersShown = letters.length;
}

/** Those about this referral. */
export function lettersOf({ stack, reference }: DemoContext): CaughtLetter[] {
  const isAbout = ([name, value]: [string, string]) => name === 'x-liaise-reference' && value === reference;
  return stack.mail.letters().filter(({ headers }) => headers.some(isAbout));
}

const TIMEOUT_MS = 30_000;

export async function waitUntil(scene: DemoContext, satisfied: (referral: Referral) => boolean): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!satisfied(await readReferral(scene))) {
    if (performance.now() > deadline) throw new StackFault('The story did not go on: see what the worker printed.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function readReferral({ db, reference }: DemoContext): Promise<Referral> {
  const referral = await findReferral(db, reference);
  if (referral === undefined) throw new StackFault(`There is no referral ${reference}.`);
  return referral;
}

export function printHeading(words: string): void {
  console.log(`\n━━ ${words} ${'━'.repeat(Math.max(3, 96 - words.length))}`);
}

export function printStep(words: string): void {
  console.log(`\n  ${words}`);
}

export function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

function quoted(word: string): string {
  return /[\s]/.test(word) ? `"${word}"` : word;
}
