/** `liaise letters`: lists what waits, was tried or failed; retries or gives up letters, and records who did. */

import type { Command } from 'commander';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { findLetter, type ListedLetter, listQueue, retryLetter } from '../../prisma/store/letter-queue.ts';
import { settledLetter, settleLetters } from '../../prisma/store/letter-results.ts';
import { actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';
import { table } from './table.ts';

interface LetterOptions extends AnswerOptions {
  retry?: string[];
  giveUp?: string[];
  as?: string;
  at?: string;
}

/** What was done with one letter. */
interface Handled {
  letterId: string;
  done: 'queued' | 'given-up' | 'unknown' | 'already-sent' | 'already-failed' | 'being-sent';
}

/** Adds the command. */
export function addLettersCommand(program: Command, cli: Cli): void {
  program
    .command('letters')
    .description('Lists letters that wait, were tried or failed within a week. Retries them, or gives them up.')
    .option('--retry <letters...>', 'ids of letters to send now; of a failed letter, a copy is sent')
    .option('--give-up <letters...>', 'ids of letters to send no more')
    .option('--as <person>', 'the supervisor or administrator who retries or gives up; the audit log names them')
    .option('--at <agency>', 'the agency, for a person who works at several')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  liaise letters\n  liaise letters --retry ID --as otto.rowan')
    .action((options: LetterOptions) => (options.retry || options.giveUp ? handle(cli, options) : list(cli, options)));
}

const WEEK_MS = 7 * 24 * 3_600_000;
const MOST = 500;

async function list(cli: Cli, options: AnswerOptions): Promise<void> {
  const { readerDb } = cli.services();
  const letters = await listQueue(readerDb, new Date(Date.now() - WEEK_MS), MOST);
  printAnswer(cli.io, options, letters, () =>
    letters.length === 0 ? 'No letter waits, and none has failed within a week.\n' : listText(letters, cli.io),
  );
}

function listText(letters: readonly ListedLetter[], { columns }: Io): string {
  const rows = letters.map((letter) => {
    const { letterId, reference, letter: kind, addressee, queuedAt } = letter;
    const to = addressee.kind === 'person' ? addressee.personId : `${addressee.contactPointId} (${addressee.line})`;
    return [letterId, reference, kind, to, queuedAt.toISOString(), stateOf(letter)];
  });
  return table(['letter', 'referral', 'kind', 'to', 'queued', 'state'], rows, columns);
}

function stateOf({ status, code, heldFor, dueAt, tries, lastError, triedAt }: ListedLetter): string {
  if (status === 'failed') return `failed: ${code}`;
  if (tries > 0)
    return `tried ${tries} times, last ${triedAt?.toISOString()}: ${lastError}; next ${dueAt?.toISOString()}`;
  return heldFor && dueAt ? `held until ${dueAt.toISOString()}: ${heldFor}` : 'waits';
}

/** @throws ReferralError ROLE_REQUIRED; INVALID_INPUT if an id is none; NOT_WHOLE if nothing could be done about one. */
async function handle(cli: Cli, options: LetterOptions): Promise<void> {
  const { as } = options;
  if (as === undefined) throw new ReferralError('INVALID_INPUT', 'State who acts: add --as PERSON.', 'as');
  const { actor } = await actingPerson(cli.services(), { ...options, as });
  if (!actor.roles.some((role) => role === 'supervisor' || role === 'administrator'))
    throw new ReferralError('ROLE_REQUIRED', 'Only a supervisor or an administrator may do this.', 'as');
  const { engineDb } = cli.services();
  const handled: Handled[] = [];
  for (const id of options.retry ?? []) handled.push(await retry(engineDb, idOf(id), actor));
  for (const id of options.giveUp ?? []) handled.push(await giveUp(engineDb, idOf(id), actor));
  printAnswer(cli.io, options, handled, () =>
    table(
      ['letter', 'done'],
      handled.map(({ letterId, done }) => [letterId, done]),
      cli.io.columns,
    ),
  );
  const left = handled.filter(({ done }) => done !== 'queued' && done !== 'given-up').length;
  if (left > 0) throw new ReferralError('NOT_WHOLE', `Nothing was done about ${left}: see the list above.`);
}

function idOf(text: string): string {
  const id = z.uuid().safeParse(text).data;
  if (id === undefined) throw new ReferralError('INVALID_INPUT', `${text} is not the id of a notification.`, 'retry');
  return id;
}

async function retry(db: Database, letterId: string, by: Person): Promise<Handled> {
  if ((await findLetter(db, letterId)) === undefined) return { letterId, done: 'unknown' };
  return { letterId, done: (await retryLetter(db, letterId, by)) ? 'queued' : 'already-sent' };
}

/** A letter that is being sent at this moment is left. */
async function giveUp(db: Database, letterId: string, by: Person): Promise<Handled> {
  const letter = await findLetter(db, letterId);
  if (letter === undefined) return { letterId, done: 'unknown' };
  if (letter.status !== 'waiting') return { letterId, done: `already-${letter.status}` };
  const written = await settleLetters(db, [settledLetter(letter, { result: 'failed', code: 'GAVE-UP' }, by)]);
  return { letterId, done: written.length > 0 ? 'given-up' : 'being-sent' };
}
