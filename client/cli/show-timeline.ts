/** `liaise timeline`: acts, clocks and letters of one referral in order, in a chosen zone. */

import type { Command } from 'commander';
import { isZone, localTime } from '../../domain/clocks/calendar.ts';
import { ReferralError } from '../../domain/errors.ts';
import { renderWithCodes } from '../i18n/render-sentence.ts';
import { type TimelineEntry, timelineOf } from '../queries/timeline.ts';
import { type ActingOptions, actingOptions, whoActs } from './acting.ts';
import { type AnswerOptions, answer } from './answer.ts';
import type { Cli } from './dependencies.ts';
import { table } from './table.ts';

type Options = ActingOptions & AnswerOptions & { zone?: string };

export function addTimeline(program: Command, { doors, io }: Cli): void {
  const command = program.command('timeline <reference>');
  command.description('What happened to one referral, in order: acts, clocks and letters.');
  actingOptions(command)
    .option('--zone <zone>', "in whose time, for example Europe/Helsinki (default: the person's own)")
    .option('--json', 'answer for programs; instants are in UTC')
    .addHelpText('after', '\nExample:\n  liaise timeline XR-2026-000123 --zone Europe/Helsinki --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone: own } = await whoActs(doors(), options);
      const zone = zoneNamed(options.zone ?? own);
      const { journal, letters } = await doors().reader.status(actor, reference);
      const timeline = timelineOf(journal, letters).map(told);
      answer(io, options, timeline, () => timelineText(timeline, zone, io.columns));
    });
}

type Told = Omit<TimelineEntry, 'said'> & { words: string };

function told({ said, ...entry }: TimelineEntry): Told {
  return { ...entry, words: renderWithCodes(said) };
}

function timelineText(timeline: readonly Told[], zone: string, columns: number): string {
  const rows = timeline.map(({ at, by, words, dueAt }) => [
    localTime(at, zone),
    by.kind === 'person' ? by.personId : 'by rule',
    dueAt === undefined ? words : `${words}, due ${localTime(dueAt, zone)}`,
  ]);
  return table([`time in ${zone}`, 'by', 'what happened'], rows, columns);
}

function zoneNamed(zone: string): string {
  if (isZone(zone)) return zone;
  throw new ReferralError('INVALID_INPUT', 'The zone must be an IANA name, for example Europe/Helsinki.', 'zone');
}
