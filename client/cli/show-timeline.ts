/** `liaise timeline`: acts, clocks and letters of one referral in order, in a chosen zone. */

import type { Command } from 'commander';
import { isZone, localTime } from '../../domain/clocks/calendar.ts';
import { ReferralError } from '../../domain/errors.ts';
import { renderWithCodes } from '../i18n/render-sentence.ts';
import { otherReferences } from '../queries/other-references.ts';
import { type TimelineEntry, timelineOf } from '../queries/timeline.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { otherReferralName, table } from './table.ts';

type Options = ActingOptions & AnswerOptions & { zone?: string };

/** Adds `liaise timeline`. */
export function addTimelineCommand(program: Command, { services, io }: Cli): void {
  const command = program.command('timeline <reference>');
  command.description('What happened to one referral, in order: acts, clocks and notifications.');
  actingOptions(command)
    .option('--zone <zone>', "time zone, for example Europe/Helsinki (default: the person's own)")
    .option('--json', 'print JSON; instants are in UTC')
    .addHelpText('after', '\nExample:\n  liaise timeline XR-2026-000123 --zone Europe/Helsinki --as noor.rowan')
    .action(async (reference: string, options: Options) => {
      const { actor, zone: own } = await actingPerson(services(), options);
      const zone = zoneNamed(options.zone ?? own);
      const view = await services().reader.status(actor, reference);
      const entries = timelineOf(view.journal, view.letters);
      const references = await otherReferences(services().db, actor, view);
      const value = entries.map(({ said, ...entry }) => ({ ...entry, words: renderWithCodes(said) }));
      printAnswer(io, options, value, () => timelineText(entries, references, zone, io.columns));
    });
}

function timelineText(
  entries: readonly TimelineEntry[],
  references: ReadonlyMap<string, string>,
  zone: string,
  columns: number,
): string {
  const rows = entries.map(({ at, by, said, dueAt }) => {
    const text = renderWithCodes(said, (id) => otherReferralName(references, id));
    return [
      localTime(at, zone),
      by.kind === 'person' ? by.personId : 'by rule',
      dueAt === undefined ? text : `${text}, due ${localTime(dueAt, zone)}`,
    ];
  });
  return table([`time in ${zone}`, 'by', 'what happened'], rows, columns);
}

function zoneNamed(zone: string): string {
  if (isZone(zone)) return zone;
  throw new ReferralError('INVALID_INPUT', 'The zone must be an IANA name, for example Europe/Helsinki.', 'zone');
}
