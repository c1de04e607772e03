/** `liaise explain`: the rules, and how they applied to a referral or a clock. */

import type { Command } from 'commander';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { addExplainClockCommand } from './explain-clock.ts';
import { lifecycleJson, lifecycleText } from './explain-lifecycle.ts';
import { routingSteps, routingText } from './explain-routing.ts';
import { triageExplanation, triageText } from './explain-triage.ts';
import { type AnswerOptions, printAnswer } from './io.ts';

type Options = ActingOptions & AnswerOptions;

/** Adds `liaise explain`. */
export function addExplainCommand(program: Command, cli: Cli): void {
  const explain = program.command('explain').description('The rules, and how they applied to a referral or a clock.');
  addLifecycle(explain, cli);
  addTriage(explain, cli);
  addRouting(explain, cli);
  addExplainClockCommand(explain, cli);
  explain.addHelpText('after', '\nExample:\n  liaise explain lifecycle');
}

function addLifecycle(explain: Command, { io }: Cli): void {
  explain
    .command('lifecycle')
    .description('Every act: who may perform it, in which status, and what follows. Needs no installation.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise explain lifecycle')
    .action((options: AnswerOptions) => printAnswer(io, options, lifecycleJson(), () => lifecycleText(io.columns)));
}

function addRouting(explain: Command, { services, io }: Cli): void {
  const command = explain.command('routing <reference>');
  command.description('Who receives a referral and why: every candidate of every decision.');
  actingOptions(command)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise explain routing XR-2026-000123 --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone } = await actingPerson(services(), options);
      const steps = routingSteps((await services().reader.status(actor, reference)).journal);
      printAnswer(io, options, steps, () => routingText(steps, zone, io.columns));
    });
}

function addTriage(explain: Command, { services, triageWeights, io }: Cli): void {
  const command = explain.command('triage <reference>');
  command.description('What the rules propose for a referral and why, and what would change the proposed countries.');
  actingOptions(command)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise explain triage XR-2026-000123 --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor } = await actingPerson(services(), options);
      const { referral } = await services().reader.status(actor, reference);
      const explained = triageExplanation(referral, triageWeights());
      printAnswer(io, options, explained, () => triageText(explained));
    });
}
