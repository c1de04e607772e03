/** `liaise explain clock`: every minute of one clock, and its deadline in the time zone of each party. */

import { type Command, Option } from 'commander';
import { explainClock } from '../../domain/clocks/explanation.ts';
import { zonesOf } from '../../domain/clocks/zones.ts';
import { ReferralError } from '../../domain/errors.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { policiesInForce } from '../../prisma/store/clock-policies.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { explanationText } from '../i18n/explanation-text.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';

type Options = ActingOptions & AnswerOptions & { language: Language };

/** Adds `liaise explain clock`. */
export function addExplainClockCommand(explain: Command, { services, io }: Cli): void {
  const command = explain.command('clock <reference/clock>');
  command.description('How the deadline of a clock is calculated: start, pauses, extensions and closed days.');
  actingOptions(command)
    .addOption(new Option('--language <language>', 'of the text').choices(LANGUAGES).default('en'))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise explain clock XR-2026-000123/c2 --as noor.rowan')
    .action(async (name: string, options: Options) => {
      const [reference, clockId] = partsOf(name);
      const { actor } = await actingPerson(services(), options);
      const { referral, journal } = await services().reader.status(actor, reference);
      const zones = zonesOf(await readDirectory(services().db), referral);
      const policies = await policiesInForce(services().db, services().policies);
      const explanation = explainClock(journal, clockId, zones, policies);
      printAnswer(io, options, explanation, () => `${explanationText(explanation, options.language)}\n`);
    });
}

function partsOf(name: string): [reference: string, clockId: string] {
  const [, reference, clockId] = /^(.+)\/(c\d+)$/.exec(name) ?? [];
  if (reference && clockId) return [reference, clockId];
  throw new ReferralError(
    'INVALID_INPUT',
    'Name the deadline as XR-2026-000123/c2. "liaise status" lists the deadlines of a referral.',
    'clock',
  );
}
