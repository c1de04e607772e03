/** The story of one referral, played through the command line by the people of the seed. */

import type { Client } from '@temporalio/client';
import { run } from '../client/cli/program.ts';
import { type ClientConfig, readClientConfig } from '../client/config.ts';
import { connectTemporal } from '../client/connect.ts';
import { createEngine, type Engine } from '../client/engine.ts';
import { openReader } from '../client/read.ts';
import type { Referral } from '../domain/referral.ts';
import { connectDatabase, type Database } from '../prisma/store/connect.ts';
import { findReferral } from '../prisma/store/referrals.ts';
import { StackFault } from './fault.ts';
import type { Stack } from './stack.ts';
import { moveTimeTo, timeOf } from './time.ts';

/** Who plays: the clearing house in New York and the desk in Brussels; who answers, the routing says. */
const CLEARING_HOUSE = 'quinn.quartz';
const OFFICER = 'noor.rowan';
const PROPOSER = 'ines.rowan';
const APPROVER = 'otto.rowan';

interface Scene {
  stack: Stack;
  db: Database;
  temporal: Client;
  engine: Engine;
  config: ClientConfig;
  /** Letters shown so far. */
  lettersShown: number;
  reference: string;
}

export async function tell(stack: Stack, file: string): Promise<void> {
  const config = readClientConfig(stack.environment);
  const db = connectDatabase({ databaseUrl: config.databaseUrl, connections: 4 });
  const temporal = connectTemporal({ ...config.temporal, keyring: config.keyring });
  const engine = createEngine({ db, temporal, keyring: config.keyring });
  const scene: Scene = { stack, db, temporal, engine, config, lettersShown: 0, reference: '' };
  try {
    await intake(scene, file);
    await triage(scene);
    await silence(scene);
    await answer(scene);
    await closure(scene);
    await epilogue(scene);
  } finally {
    await temporal.connection.close();
    await db.$disconnect();
  }
}

async function intake(scene: Scene, file: string): Promise<void> {
  title('A report file comes in');
  await liaise(scene, ['submit', '--file', file, '--as', CLEARING_HOUSE]);
  scene.reference = await latestReference(scene.db);
  say('The same file again is the same referral: the receipt is the same.');
  await liaise(scene, ['submit', '--file', file, '--as', CLEARING_HOUSE, '--json'], (out) => out.slice(0, 160));
  await until(scene, ({ triage }) => triage.state === 'proposed');
  await lettersSince(scene);
}

async function triage(scene: Scene): Promise<void> {
  title('The desk triages it; the rules find who receives it');
  const referral = await known(scene);
  const proposal = referral.triage.state === 'proposed' ? referral.triage.proposal : undefined;
  const isClear = proposal?.verdict === 'clear';
  if (!isClear) say('No single country leads in this report: the officer says where it goes.');
  const where = isClear ? [] : ['--country', 'FI'];
  const urgency = proposal?.urgency === 'emergency' ? [] : ['--urgency', 'urgent'];
  await liaise(scene, ['complete-triage', scene.reference, '--accept-proposal', ...urgency, ...where, '--as', OFFICER]);
  await until(scene, ({ recipients }) => recipients.some(({ status }) => status === 'delivered'));
  await liaise(scene, ['explain', 'routing', scene.reference, '--as', OFFICER]);
  await lettersSince(scene);
}

async function silence(scene: Scene): Promise<void> {
  title('The contact point stays silent; time is moved on the real server');
  await moveHours(scene, 4.2, 'Half the time is gone: a reminder.');
  say('The worker is killed now, as a power cut would …');
  await scene.stack.worker.kill();
  say(`… process ${scene.stack.worker.pid} is gone. Another takes its place and reads the story so far.`);
  const { pid } = await scene.stack.replaceWorker();
  say(`Process ${pid} goes on.`);
  await moveHours(scene, 2.4, 'Four fifths are gone: duty line, deputy and supervisors are told.');
  await moveHours(scene, 1.6, 'The time is over: nobody answered.');
  await until(scene, ({ recipients }) => recipients[0]?.status === 'unresponsive');
  await moveHours(scene, 8.2, 'One more interval later the next on the chain is asked.');
  await until(scene, ({ recipients }) => recipients[0]?.replacement.state === 'done');
  await until(scene, ({ recipients }) => recipients.every(({ status }) => status !== 'sent'));
  await lettersSince(scene);
}

async function answer(scene: Scene): Promise<void> {
  const { recipients } = await known(scene);
  title(recipients.length > 1 ? 'The second contact point answers' : 'There is no other: the first answers, late');
  const partner = await partnerOf(scene);
  await liaise(scene, ['acknowledge', scene.reference, '--as', partner]);
  await liaise(
    scene,
    ['read', scene.reference, '--purpose', 'Deciding on acceptance', '--as', partner],
    firstLines(16),
  );
  say('A question to the sender: the recipient’s own clocks pause, nobody else’s.');
  const question = 'Which time zone are the log entries in?';
  await liaise(scene, ['ask-information', scene.reference, '--text', question, '--as', partner]);
  await moveHours(scene, 3, 'Three hours later the sender answers; the clocks go on.');
  const words = 'All entries are in UTC.';
  await liaise(scene, ['answer-information', scene.reference, '--text', words, '--as', CLEARING_HOUSE]);
  await liaise(scene, ['accept', scene.reference, '--as', partner]);
  await liaise(scene, ['report-outcome', scene.reference, '--outcome', 'victim-safeguarded', '--as', partner]);
  await lettersSince(scene);
}

async function closure(scene: Scene): Promise<void> {
  title('Closure: proposed by one, approved by another');
  if ((await known(scene)).recipients.length > 1) {
    say('The silent one still has the case: it is recalled, and asked to erase what it has.');
    await liaise(scene, ['recall', scene.reference, '--recipient', 'r1', '--yes', '--as', PROPOSER]);
  }
  await liaise(scene, ['propose-closure', scene.reference, '--as', PROPOSER]);
  say('Who proposed it may not approve it:');
  await liaise(scene, ['approve-closure', scene.reference, '--yes', '--as', PROPOSER], undefined, 'refused');
  await liaise(scene, ['approve-closure', scene.reference, '--yes', '--as', APPROVER]);
  await until(scene, ({ unsentLetters }) => unsentLetters.length === 0);
  await lettersSince(scene);
}

async function epilogue(scene: Scene): Promise<void> {
  title('One letter, whole: nothing of the case is in it');
  const letters = scene.stack.mail.letters();
  console.log(`\n${indent(letters.find(({ subject }) => subject.includes('New referral'))?.text.trimEnd() ?? '')}`);
  title('What happened, in order');
  await liaise(scene, ['timeline', scene.reference, '--zone', 'Europe/Helsinki', '--as', APPROVER]);
  await liaise(scene, ['status', scene.reference, '--as', CLEARING_HOUSE]);
  say(`${letters.length} letters were sent; each is shown above as it arrived.`);
}

/** A command as it is typed, and what it answered. One that is meant to be refused must be. */
async function liaise(
  { config, db, engine, temporal }: Scene,
  words: string[],
  cut: (out: string) => string = (out) => out,
  expected: 'done' | 'refused' = 'done',
): Promise<void> {
  const said: string[] = [];
  const take = (text: string) => void said.push(text);
  const io = { out: take, err: take, isTerminal: false, columns: 110, input: async () => '', ask: async () => '' };
  const reader = openReader({ db, keyring: config.keyring });
  console.log(`\n  $ liaise ${words.map(quoted).join(' ')}`);
  const status = await run(
    words,
    { doors: () => ({ engine, reader, db, temporal, policies: config.policies, localIdentity: true }) },
    io,
  );
  console.log(indent(cut(said.join('').trimEnd())));
  if ((status === 0) !== (expected === 'done'))
    throw new StackFault(`"liaise ${words[0]}" ended with status ${status}.`);
}

async function moveHours(scene: Scene, hours: number, what: string): Promise<void> {
  const { id } = await known(scene);
  const to = new Date((await timeOf(scene.temporal, id)).getTime() + hours * 3_600_000);
  await moveTimeTo(scene.temporal, id, to);
  say(`+ ${hours} h: ${what}`);
  await until(scene, ({ unsentLetters }) => unsentLetters.length === 0);
  await lettersSince(scene);
}

/** Letters that arrived since the last look, by subject and addressee. */
async function lettersSince(scene: Scene): Promise<void> {
  const letters = scene.stack.mail.letters();
  for (const { to, subject } of letters.slice(scene.lettersShown)) console.log(`    ✉ ${to.join(', ')}: ${subject}`);
  scene.lettersShown = letters.length;
}

const PATIENCE_MS = 30_000;

async function until(scene: Scene, satisfied: (referral: Referral) => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!satisfied(await known(scene))) {
    if (performance.now() > deadline) throw new StackFault('The story did not go on: see what the worker printed.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function known({ db, reference }: Scene): Promise<Referral> {
  const referral = await findReferral(db, reference);
  if (referral === undefined) throw new StackFault(`There is no referral ${reference}.`);
  return referral;
}

async function latestReference(db: Database): Promise<string> {
  const { reference } = await db.referral.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } });
  return reference;
}

/** Somebody who may answer for the last recipient. */
async function partnerOf(scene: Scene): Promise<string> {
  const agencyId = (await known(scene)).recipients.at(-1)?.agencyId ?? '';
  const where = { agencyId, role: 'partner-officer' };
  const { personId } = await scene.db.membership.findFirstOrThrow({ where, orderBy: { personId: 'asc' } });
  return personId;
}

function firstLines(count: number): (text: string) => string {
  return (text) => {
    const lines = text.split('\n');
    return lines.length <= count ? text : [...lines.slice(0, count), '…'].join('\n');
  };
}

function title(words: string): void {
  console.log(`\n━━ ${words} ${'━'.repeat(Math.max(3, 96 - words.length))}`);
}

function say(words: string): void {
  console.log(`\n  ${words}`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

function quoted(word: string): string {
  return /[\s]/.test(word) ? `"${word}"` : word;
}
