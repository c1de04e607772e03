/** `liaise read`: the words of a case in clear, for a purpose that goes to the audit log. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import type { Referral } from '../../domain/referral.ts';
import type { HandlingCode } from '../../domain/vocabulary.ts';
import type { Said } from '../queries/read-particulars.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { linesOf } from './show-moments.ts';
import { facts } from './table.ts';

type Options = ActingOptions & AnswerOptions & { purpose: string };

export function addRead(program: Command, { doors, io }: Cli): void {
  const command = program.command('read <reference>');
  command.description('The words of a case. Who reads them, and for what, is recorded first.');
  actingOptions(command)
    .requiredOption('--purpose <words>', 'for what it is read; kept, encrypted, beside the audit log')
    .option('--json', 'answer for programs')
    .addHelpText('after', '\nExample:\n  liaise read XR-2026-000123 --purpose "Triage" --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone } = await whoActs(doors(), options);
      const { referral, said } = await doors().reader.particulars(actor, reference, options.purpose);
      const { handlingCode, tlp } = referral.facts;
      const value = { reference: referral.reference, handlingCode, tlp, said };
      answer(io, options, value, () => particularsText(referral, said, zone, io.columns));
    });
}

/** Europol's handling codes, as they must stand on everything that is shown. */
const HANDLING: Record<HandlingCode, string> = {
  H0: 'use under the rules',
  H1: 'not in judicial proceedings without permission',
  H2: 'no dissemination without permission',
  H3: 'with the restrictions that it states',
};

function particularsText({ reference, facts: codes }: Referral, said: readonly Said[], zone: string, columns: number) {
  const head = `${reference}  ${codes.handlingCode}: ${HANDLING[codes.handlingCode]}; TLP ${codes.tlp}\n`;
  const parts = said.map(({ seq, at, by, event, words }) => {
    const who = by.kind === 'person' ? by.personId : 'by rule';
    return `\n${seq}. ${event}, ${localTime(at, zone)}, ${who}\n${facts(linesOf(words), columns)}`;
  });
  return `${head}${parts.join('') || '\nThere are no words that you may read.\n'}`;
}
