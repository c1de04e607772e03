/** `liaise log-consistency` proves that the log of one checkpoint continues that of another; `liaise verify` verifies it. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  type ConsistencyFault,
  type ConsistencyVerification,
  verifyConsistency,
} from '../../domain/audit/consistency-file.ts';
import type { LogPolicy } from '../../domain/audit/log-policy.ts';
import { NoteFault } from '../../domain/audit/note.ts';
import { parseBundle } from '../../domain/audit/proof-bundle.ts';
import { ReferralError } from '../../domain/errors.ts';
import { checkpointOfSize, makeConsistency } from '../log/make-consistency.ts';
import type { Cli, CliDependencies } from './dependencies.ts';
import { readBytes } from './files.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';

/** Adds `liaise log-consistency`. */
export function addLogConsistencyCommand(program: Command, { services, io }: Cli): void {
  program
    .command('log-consistency <first> <second>')
    .description(
      'Proves that the log of one checkpoint continues that of another. Each is a number of leaves, a file with a checkpoint, ' +
        'or a proof bundle.',
    )
    .option('--out <file>', 'write the proof to this file instead of standard output')
    .addHelpText('after', '\nExample:\n  liaise log-consistency old.liaise-proof 20417 > consistency.txt')
    .action(async (first: string, second: string, { out }: { out?: string }) => {
      const file = await consistencyOf(services(), first, second);
      if (out === undefined) io.outBytes(file);
      else await writeFile(out, file);
    });
}

async function consistencyOf({ readerDb }: CliDependencies, first: string, second: string): Promise<Uint8Array> {
  const noteOf = (named: string) =>
    /^\d{1,15}$/.test(named) ? checkpointOfSize(readerDb, Number(named)) : checkpointIn(named);
  try {
    return await makeConsistency(readerDb, await noteOf(first), await noteOf(second));
  } catch (error) {
    throw error instanceof NoteFault ? new ReferralError('INVALID_INPUT', error.message) : error;
  }
}

/** The checkpoint of a bundle, or the file itself. */
async function checkpointIn(path: string): Promise<string> {
  const bytes = await readBytes(path);
  return parseBundle(bytes).bundle?.checkpoint ?? new TextDecoder().decode(bytes);
}

/** Prints what the file proves. @throws ReferralError NOT_WHOLE if it proves nothing. */
export async function showConsistency(
  io: Io,
  options: AnswerOptions,
  file: Uint8Array,
  policy: LogPolicy,
): Promise<void> {
  const verification = await verifyConsistency(file, policy);
  const { faults } = verification;
  const isProved = faults.length === 0;
  const messages = faults.map(faultSentence);
  const proved = isProved ? provedSentences(verification) : [];
  printAnswer(io, options, { isProved, proved, faults, messages }, () =>
    [
      isProved ? 'The proof holds.\n' : 'The proof does NOT hold.\n',
      ...[...proved, ...messages].map((sentence) => `- ${sentence}\n`),
    ].join(''),
  );
  if (!isProved) throw new ReferralError('NOT_WHOLE', 'The file proves nothing.');
}

function provedSentences({ first, second }: ConsistencyVerification): string[] {
  if (first === undefined || second === undefined) return [];
  const { origin, size } = second.checkpoint;
  const countersigned = [first, second].flatMap(({ checkpoint, witnesses }) =>
    witnesses.map(
      ({ key, time }) =>
        `${key.name} countersigned the log of ${checkpoint.size} leaves on ${new Date(time * 1000).toISOString()}.`,
    ),
  );
  return [
    `The log ${origin} of ${size} leaves begins with the log of ${first.checkpoint.size} leaves: nothing was changed, removed or inserted before it.`,
    ...countersigned,
  ];
}

function faultSentence(fault: ConsistencyFault): string {
  switch (fault.kind) {
    case 'malformed':
      return fault.reason;
    case 'checkpoint-malformed':
      return `The ${fault.which} checkpoint cannot be read: ${fault.reason}`;
    case 'other-log':
      return `The ${fault.which} checkpoint is of another log, ${fault.origin}.`;
    case 'not-signed':
      return `None of the given keys has signed the ${fault.which} checkpoint.`;
    case 'invalid-signature':
      return `A signature of ${fault.key} in the ${fault.which} checkpoint is invalid: the checkpoint or the signature was changed.`;
    case 'too-few-witnesses':
      return `${fault.found} witnesses have countersigned the ${fault.which} checkpoint, and ${fault.quorum} must.`;
    case 'wrong-order':
      return `The first checkpoint has ${fault.first} leaves, more than the second with ${fault.second}.`;
    case 'not-consistent':
      return `The hashes do not lead from ${fault.first} to ${fault.second} leaves: a hash was changed, or the log was forked.`;
  }
}
