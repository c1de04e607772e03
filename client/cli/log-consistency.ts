/** `liaise log-consistency` proves that the log of one checkpoint continues that of another; `liaise verify` verifies it. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { NoteFault } from '../../domain/audit/note.ts';
import { parseBundle } from '../../domain/audit/proof-bundle.ts';
import { ReferralError } from '../../domain/errors.ts';
import { checkpointOfSize, makeConsistency } from '../log/make-consistency.ts';
import type { Cli, CliDependencies } from './dependencies.ts';
import { readBytes } from './files.ts';

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
