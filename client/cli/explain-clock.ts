/** `liaise explain clock`: every minute of one clock, and its due instant in everybody's zone. */

import type { Command } from 'commander';
import { explainClock } from '../../domain/clocks/explanation.ts';
import { explanationText } from '../../domain/clocks/explanation-text.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import { ReferralError } from '../../domain/errors.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';

type Options = ActingOptions & AnswerOptions;

export function addExplainClock(explain: Command, { doors, io }: Cli): void {
  const command = explain.command('clock <reference/clock>');
  command.description('Why a clock runs out when it does: start, pauses, extensions, and what moved it.');
  actingOptions(command)
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise explain clock XR-2026-000123/c2 --as noor.rowan')
    .action(async (name: string, options: Options) => {
      const [reference, clockId] = partsOf(name);
      const { actor } = await whoActs(doors(), options);
      const { referral, journal } = await doors().reader.status(actor, reference);
      const zones = zonesOf(await readDirectory(doors().db), referral);
      const explanation = explainClock(journal, clockId, zones, doors().policies);
      answer(io, options, explanation, () => `${explanationText(explanation)}\n`);
    });
}

function partsOf(name: string): [reference: string, clockId: string] {
  const [, reference, clockId] = /^(.+)\/(c\d+)$/.exec(name) ?? [];
  if (reference && clockId) return [reference, clockId];
  throw new ReferralError('INVALID_INPUT', 'Name the clock as XR-2026-000123/c2; "liaise status" shows them.', 'clock');
}
