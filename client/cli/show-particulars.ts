/** `liaise read`: the particulars of a referral in clear text, for a purpose that is recorded. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import type { Referral } from '../../domain/referral.ts';
import type { HandlingCode } from '../../domain/vocabulary.ts';
import { type DisclosedText, statedBy } from '../queries/read-particulars.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { facts } from './table.ts';

type Options = ActingOptions & AnswerOptions & { purpose: string; further?: string; emergency?: boolean };

/** Adds `liaise read`. */
export function addReadCommand(program: Command, { services, io }: Cli): void {
  const command = program.command('read <reference>');
  command.description('The particulars of a referral. The reading and its purpose are recorded first.');
  actingOptions(command)
    .requiredOption('--purpose <text>', `why you read them: ${STATED_BY_CODE}, or a text; stored with the audit log`)
    .option('--further <text>', 'why you must read more referrals than your reading allowance permits')
    .option('--emergency', 'in an emergency, with the purpose as text; a second person reviews the reading')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise read XR-2026-000123 --purpose triage --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone } = await actingPerson(services(), options);
      const { referral, said } = await services().reader.particulars(actor, reference, statedBy(options));
      const { handlingCode, tlp } = referral.facts;
      const value = { reference: referral.reference, handlingCode, tlp, said };
      printAnswer(io, options, value, () => particularsText(referral, said, zone, io.columns));
    });
}

/** Europol's handling codes. They must be shown with every output. */
const HANDLING: Record<HandlingCode, string> = {
  H0: 'use under the rules',
  H1: 'not in judicial proceedings without permission',
  H2: 'no dissemination without permission',
  H3: 'with the restrictions that it states',
};

function particularsText(
  { reference, facts: codes }: Referral,
  said: readonly DisclosedText[],
  zone: string,
  columns: number,
) {
  const head = `${reference}  ${codes.handlingCode}: ${HANDLING[codes.handlingCode]}; TLP ${codes.tlp}\n`;
  const parts = said.map(({ seq, at, by, event, words }) => {
    const who = by.kind === 'person' ? by.personId : 'by rule';
    return `\n${seq}. ${event}, ${localTime(at, zone)}, ${who}\n${facts(linesOf(words), columns)}`;
  });
  return `${head}${parts.join('') || '\nThere are no particulars that you may read.\n'}`;
}

type LabelledValue = [label: string, value: string];

/** Labelled lines of a text, a submission or an addition of any shape. `undefined` was erased. */
function linesOf(words: unknown): LabelledValue[] {
  if (words === undefined) return [['', '(erased)']];
  if (!isObject(words)) return [['', String(words)]];
  return Object.entries(words).flatMap(([name, part]) => partLines(part, Array.isArray(part) ? name : ''));
}

/** A line for each value, for each list of values, and for each object in a list. */
function partLines(part: unknown, label: string): LabelledValue[] {
  if (!isObject(part)) return [[label, String(part)]];
  if (!Array.isArray(part)) {
    return Object.entries(part).flatMap(([name, value]) => partLines(value, label === '' ? name : `${label}.${name}`));
  }
  if (!part.some(isObject)) return [[label, part.join(', ')]];
  return part.map((thing, index) => thingLine(thing, `${label} ${index + 1}`));
}

/** An entry of particulars has its own label. */
function thingLine(thing: unknown, label: string): LabelledValue {
  if (!isObject(thing)) return [label, String(thing)];
  if ('label' in thing && 'value' in thing) return [String(thing.label), String(thing.value)];
  const parts = Object.entries(thing).map(([name, part]) => `${name} ${part}`);
  return [label, parts.join(', ')];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
