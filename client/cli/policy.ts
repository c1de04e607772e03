/** `liaise policy`: shows the built-in clock policies, checks a file with others, and compares two files. */

import type { Command } from 'commander';
import { defaultPolicies } from '../../domain/clocks/clock-policy.ts';
import { diffPolicies, type PolicyChange } from '../../domain/clocks/policy-diff.ts';
import type { ClockPolicies } from '../../domain/clocks/policy-schema.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer, printable } from './io.ts';
import { BUILT_IN, readPolicies } from './policy-file.ts';
import { addSimulateCommand } from './policy-simulate.ts';

/** Adds the commands of `liaise policy`. */
export function addPolicyCommands(program: Command, cli: Cli): void {
  const { io } = cli;
  const policy = program
    .command('policy')
    .description(
      'Clock policies: the durations, warnings and expiry actions of all deadlines. Only "simulate" needs an installation.',
    );
  policy
    .command('show')
    .description('Prints the built-in policies as JSON. Change a copy, and name it in LIAISE_CLOCK_POLICY_FILE.')
    .addHelpText('after', '\nExample:\n  liaise policy show > policy.json')
    .action(() => io.out(`${JSON.stringify(defaultPolicies, null, 2)}\n`));
  policy
    .command('check <file>')
    .description('Checks a file with clock policies. Every fault is named with its path.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise policy check policy.json')
    .action(async (path: string, options: AnswerOptions) => {
      const { version, clocks } = await readPolicies(path);
      const answer = { version, clocks: clocks.map(({ id }) => id) };
      printAnswer(
        io,
        options,
        answer,
        () => `The policies are valid: version ${printable(version)}, ${clocks.length} clocks.\n`,
      );
    });
  policy
    .command('diff <before> <after>')
    .description(`Lists the fields in which two files differ. "${BUILT_IN}" names the built-in policies.`)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise policy diff built-in policy.json')
    .action(async (before: string, after: string, options: AnswerOptions) => {
      const [one, other] = [await readPolicies(before), await readPolicies(after)];
      const changes = diffPolicies(one, other);
      const answer = { before: one.version, after: other.version, changes };
      printAnswer(io, options, answer, () => changesText(changes, one, other));
    });
  addSimulateCommand(policy, cli);
  policy.addHelpText('after', '\nExample:\n  liaise policy diff built-in policy.json');
}

function changesText(changes: readonly PolicyChange[], one: ClockPolicies, other: ClockPolicies): string {
  const lines = changes.map(
    ({ clock, field, before, after }) => `${clock ? `${clock} ` : ''}${field}: ${textOf(before)} → ${textOf(after)}`,
  );
  if (lines.length === 0) return 'The policies are the same.\n';
  const sameVersion =
    one.version === other.version
      ? [
          `Both are version ${printable(one.version)}. Give the new policies a version of their own: each clock records it.`,
        ]
      : [];
  return `${[...lines, ...sameVersion].join('\n')}\n`;
}

function textOf(value: unknown): string {
  return value === undefined ? 'not set' : printable(JSON.stringify(value));
}
