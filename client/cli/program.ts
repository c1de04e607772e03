/** The command line: every command, and what all commands have in common. */

import { Command, CommanderError, Help, type Option } from 'commander';
import { addActs } from './act-commands.ts';
import type { Deps } from './dependencies.ts';
import { addDirectory } from './directory.ts';
import { addExplain } from './explain.ts';
import { exitStatuses, failureJson, failureOf, failureText } from './failure.ts';
import { addGuard } from './guard.ts';
import { addIdentity } from './identity.ts';
import type { Io } from './io.ts';
import { addKeys } from './keys.ts';
import { addMapping } from './mapping.ts';
import { addRecovery } from './recovery.ts';
import { addSchema } from './schema.ts';
import { addList } from './show-list.ts';
import { addRead } from './show-particulars.ts';
import { addStatus } from './show-status.ts';
import { addTimeline } from './show-timeline.ts';
import { addSubmit } from './submit.ts';
import { facts } from './table.ts';

/** Runs one command and returns its exit status. Never throws: failures are printed on `io.err`. */
export async function runProgram(args: readonly string[], deps: Deps, io: Io): Promise<number> {
  try {
    await program(deps, io).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Help has been printed already.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = failureOf(error);
    const isHelp = error instanceof CommanderError && error.code === 'commander.help';
    if (!isHelp) io.err(args.includes('--json') ? failureJson(failure) : failureText(failure));
    return failure.exit;
  }
}

/** Creates the `liaise` program with all its commands. */
export function program(deps: Deps, io: Io): Command {
  const liaise = new Command('liaise').description('Referrals between agencies, from the command line.');
  const cli = { ...deps, io };
  liaise
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      // `run` prints the error with its code.
      outputError: () => {},
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    });
  liaise.commandsGroup('Reading:');
  for (const add of [addStatus, addRead, addList, addTimeline, addExplain]) add(liaise, cli);
  liaise.commandsGroup('Acts:');
  for (const add of [addSubmit, addActs]) add(liaise, cli);
  liaise.commandsGroup('The installation:');
  for (const add of [addDirectory, addIdentity, addRecovery, addGuard, addMapping, addSchema, addKeys])
    add(liaise, cli);
  return liaise.addHelpText('after', `\nExit status:\n${facts(exitStatuses(), io.columns)}\n${EXAMPLE}`);
}

/** Commander does not show which options are required. */
function describeOption(option: Option): string {
  const text = new Help().optionDescription(option);
  return option.mandatory ? `${text} (required)` : text;
}

const EXAMPLE = 'Example:\n  liaise submit --file report.xml --as quinn.quartz';
