/** `liaise explain`: the rules as they are, and why a referral or a clock stands where it stands. */

import type { Command } from 'commander';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { addExplainClock } from './explain-clock.ts';
import { lifecycleJson, lifecycleText } from './explain-lifecycle.ts';
import { routingSteps, routingText } from './explain-routing.ts';

type Options = ActingOptions & AnswerOptions;

export function addExplain(program: Command, cli: Cli): void {
  const explain = program.command('explain').description('The rules, and why something stands where it stands.');
  addLifecycle(explain, cli);
  addRouting(explain, cli);
  addExplainClock(explain, cli);
  explain.addHelpText('after', '\nExample:\n  liaise explain lifecycle');
}

function addLifecycle(explain: Command, { io }: Cli): void {
  explain
    .command('lifecycle')
    .description('Every act: who may ask for it, from where, and what follows. Needs no installation.')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise explain lifecycle')
    .action((options: AnswerOptions) => answer(io, options, lifecycleJson(), () => lifecycleText(io.columns)));
}

function addRouting(explain: Command, { doors, io }: Cli): void {
  const command = explain.command('routing <reference>');
  command.description('Who receives it and why: every candidate of every decision.');
  actingOptions(command)
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise explain routing XR-2026-000123 --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone } = await whoActs(doors(), options);
      const steps = routingSteps((await doors().reader.status(actor, reference)).journal);
      answer(io, options, steps, () => routingText(steps, zone, io.columns));
    });
}
