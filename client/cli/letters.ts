/** `liaise letters`: lists what waits, was tried or failed; retries or gives up letters, and records who did. */

import type { Command } from 'commander';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  findLetter,
  type ListedLetter,
  listQueue,
  type Retried,
  retryLetter,
} from '../../prisma/store/letter-queue.ts';
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
type Handled = { letterId: string } & (Retried | { done: 'given-up' | 'already-failed' });

/** Adds the command. */
export function addLettersCommand(program: Command, cli: Cli): void {
  program
    .command('letters')
    .description('Lists letters that wait, were tried or failed within a week. Retries them, or gives them up.')
    .option(
      '--retry <letters...>',
      'ids of letters to send now, whatever holds them back; of a failed letter, a copy is sent',
    )
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
  const { letters, total } = await listQueue(readerDb, new Date(Date.now() - WEEK_MS), MOST);
  printAnswer(cli.io, options, letters, () =>
    letters.length === 0 ? 'No letter waits, and none has failed within a week.\n' : listText(letters, cli.io),
  );
  // Not on standard output, where programs expect the list alone.
  if (total > letters.length)
    cli.io.err(`${letters.length} of ${total} letters, those that have waited longest first.\n`);
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
    return `attempts: ${tries}, last ${triedAt?.toISOString()}: ${lastError}; next ${dueAt?.toISOString()}`;
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
  const [toRetry, toGiveUp] = [idsOf(options.retry, 'retry'), idsOf(options.giveUp, 'give-up')];
  for (const id of toRetry) handled.push(await retry(engineDb, id, actor));
  for (const id of toGiveUp) handled.push(await giveUp(engineDb, id, actor));
  printAnswer(cli.io, options, handled, () =>
    table(
      ['letter', 'done', 'copy'],
      handled.map((each) => [each.letterId, each.done, 'copyId' in each ? each.copyId : '']),
      cli.io.columns,
    ),
  );
  const left = handled.filter(({ done }) => done !== 'queued' && done !== 'given-up').length;
  if (left > 0) throw new ReferralError('NOT_WHOLE', `Nothing was done about ${left}: see the list above.`);
}

function idsOf(texts: readonly string[] = [], option: string): string[] {
  return texts.map((text) => {
    const id = z.uuid().safeParse(text).data;
    if (id !== undefined) return id;
    const message = `--${option}: ${text} is not the id of a letter. "liaise letters" lists the ids.`;
    throw new ReferralError('INVALID_INPUT', message, option);
  });
}

/** Namespace of copies (RFC 9562, version 5): a failed letter has one copy. If that fails too, it is copied itself. */
const COPY_NAMESPACE = '5b2c4f0a-1d8e-5a36-8c47-3e9f7a6d2b10';

async function retry(db: Database, letterId: string, by: Person): Promise<Handled> {
  const copyId = uuidv5(letterId, COPY_NAMESPACE);
  return { letterId, ...(await retryLetter(db, { letterId, copyId }, by)) };
}

/** A letter that is being sent at this moment is left. */
async function giveUp(db: Database, letterId: string, by: Person): Promise<Handled> {
  const letter = await findLetter(db, letterId);
  if (letter === undefined) return { letterId, done: 'unknown' };
  if (letter.status !== 'waiting') return { letterId, done: `already-${letter.status}` };
  const written = await settleLetters(db, [settledLetter(letter, { result: 'failed', code: 'GAVE-UP' }, by)]);
  return { letterId, done: written.length > 0 ? 'given-up' : 'being-sent' };
}
