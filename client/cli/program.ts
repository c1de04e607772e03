/** The command line: every command, and what all commands have in common. */

import { Command, CommanderError, Help, type Option } from 'commander';
import { withOneAgency } from '../../prisma/store/agency-scope.ts';
import { addActCommands } from './act-commands.ts';
import { addAgencyCommands } from './agency.ts';
import { addAnnounceCommand } from './announce.ts';
import { addCertificatesCommand } from './certificates.ts';
import { addClosedDayCommands } from './closed-day.ts';
import { addContactPointCommands } from './contact-point.ts';
import { addDataSubjectCommand } from './data-subject.ts';
import { addDeadlineCommand } from './deadline.ts';
import type { Deps } from './dependencies.ts';
import { addDirectoryCommands } from './directory.ts';
import { addDossierCommand } from './dossier.ts';
import { addDrillCommands } from './drill.ts';
import { addErasureRegisterCommands } from './erasure-register.ts';
import { addErasuresCommand } from './erasures.ts';
import { addExplainCommand } from './explain.ts';
import { exitStatuses, failureJson, failureOf, failureText } from './failure.ts';
import { addFirstAdministratorsCommand } from './first-administrators.ts';
import { addGuardCommand } from './guard.ts';
import { addHostTimesCommand } from './host-times.ts';
import { addIdentityCommands } from './identity.ts';
import type { Io } from './io.ts';
import { addKeysCommands } from './keys.ts';
import { addLettersCommand } from './letters.ts';
import { addLogConsistencyCommand } from './log-consistency.ts';
import { addMappingCommands } from './mapping.ts';
import { addPolicyCommands } from './policy.ts';
import { addPreflightCommand } from './preflight.ts';
import { addKeyServiceCommand } from './process-keys.ts';
import { addErasureCertificateCommand, addProofCommand, addVerifyCommand } from './proof.ts';
import { addPseudonymiseCommand } from './pseudonymise.ts';
import { addRecoveryCommands } from './recovery.ts';
import { addSchemaCommand } from './schema.ts';
import { addLogKeyCommand, addLogSignerCommand, addSealerCommand, addWitnessCommand } from './sealer.ts';
import { addListCommands } from './show-list.ts';
import { addReadCommand } from './show-particulars.ts';
import { addStatusCommand } from './show-status.ts';
import { addTimelineCommand } from './show-timeline.ts';
import { addStatisticsCommand } from './statistics.ts';
import { addSubmitCommand } from './submit.ts';
import { facts } from './table.ts';

/** Runs one command and returns its exit status. Never throws: failures are printed on `io.err`. */
export async function runProgram(args: readonly string[], deps: Deps, io: Io): Promise<number> {
  try {
    await withOneAgency(() => program(deps, io).parseAsync(args, { from: 'user' }));
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
    // A command and its own commands may have options of the same name.
    .enablePositionalOptions()
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
  for (const add of [
    addStatusCommand,
    addReadCommand,
    addListCommands,
    addTimelineCommand,
    addErasuresCommand,
    addStatisticsCommand,
    addDataSubjectCommand,
    addExplainCommand,
  ])
    add(liaise, cli);
  liaise.commandsGroup('Acts:');
  for (const add of [addSubmitCommand, addActCommands]) add(liaise, cli);
  liaise.commandsGroup('The audit log:');
  for (const add of [
    ...[
      addDossierCommand,
      addProofCommand,
      addErasureCertificateCommand,
      addVerifyCommand,
      addSealerCommand,
      addWitnessCommand,
    ],
    ...[addLogConsistencyCommand, addLogSignerCommand, addLogKeyCommand],
  ]) {
    add(liaise, cli);
  }
  liaise.commandsGroup('The installation:');
  for (const add of [
    addPreflightCommand,
    addDirectoryCommands,
    addDrillCommands,
    addAgencyCommands,
    addContactPointCommands,
    addClosedDayCommands,
    addIdentityCommands,
    addPseudonymiseCommand,
    addFirstAdministratorsCommand,
    addRecoveryCommands,
    addErasureRegisterCommands,
    addLettersCommand,
    addAnnounceCommand,
    addHostTimesCommand,
    addGuardCommand,
    addDeadlineCommand,
    addPolicyCommands,
    addMappingCommands,
    addSchemaCommand,
    addKeysCommands,
    addKeyServiceCommand,
    addCertificatesCommand,
  ])
    add(liaise, cli);
  return liaise.addHelpText('after', `\nExit status:\n${facts(exitStatuses(), io.columns)}\n${EXAMPLE}`);
}

/** Commander does not show which options are required. */
function describeOption(option: Option): string {
  const text = new Help().optionDescription(option);
  return option.mandatory ? `${text} (required)` : text;
}

const EXAMPLE = 'Example:\n  liaise submit --file report.xml --as quinn.quartz';
