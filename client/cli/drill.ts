/** `liaise drill`: starts a drill of a contact point, and lists drills and their results. */

import type { Command } from 'commander';
import { readDirectory } from '../../prisma/store/directory.ts';
import { type DrilledPoint, drillablePoints, readDrills } from '../queries/drills.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

type Options = ActingOptions & AnswerOptions;

/** Adds the commands of `liaise drill`. */
export function addDrillCommands(program: Command, { services, io }: Cli): void {
  const drill = program
    .command('drill')
    .description('Drills: test referrals that ask a contact point for an acknowledgement only.')
    .addHelpText('after', '\nExample:\n  liaise drill start fi-alder-ncp --as otto.rowan');
  actingOptions(
    drill
      .command('start <contact-point>')
      .description(
        'Starts a drill now. It ends with the acknowledgement, or when its deadline has passed. For supervisors and ' +
          'administrators of the coordinating agency.',
      ),
  )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise drill start fi-alder-ncp --as otto.rowan')
    .action(async (contactPoint: string, options: Options) => {
      const { actor } = await actingPerson(services(), options);
      const { referralId, reference } = await services().engine.startDrill(actor, contactPoint);
      printAnswer(io, options, { referralId, reference }, () => `Drill started: ${reference}.\n`);
    });
  actingOptions(
    drill.command('list').description('Lists the last drill of each contact point, its result, and the next one.'),
  )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise drill list --as otto.rowan')
    .action(async (options: Options) => {
      const { db } = services();
      const { actor } = await actingPerson(services(), options);
      const directory = await readDirectory(db);
      const isCoordinators = directory.agencies.some(({ id, coordinating }) => coordinating && id === actor.agencyId);
      const points = drillablePoints(directory).filter(({ agencyId }) => isCoordinators || agencyId === actor.agencyId);
      const known = await readDrills(db, points);
      const answer = known.map(({ point: { id }, drills, next }) => ({
        contactPointId: id,
        next: next ?? null,
        drills,
      }));
      printAnswer(io, options, answer, () => drillsText(known, io.columns));
    });
}

function drillsText(known: readonly DrilledPoint[], columns: number): string {
  if (known.length === 0) return 'There are no contact points that can be drilled.\n';
  const rows = known.map(({ point, drills: [last], next = 'by hand only' }) => [
    ...[point.country, point.id, last?.startedAt.slice(0, 16) ?? 'never', last?.result ?? '–'],
    ...[last?.acknowledgedAt?.slice(0, 16) ?? '–', next === 'due' ? 'when the desk is open' : next.slice(0, 16)],
  ]);
  return table(['country', 'contact point', 'last drill', 'result', 'acknowledged', 'next drill'], rows, columns);
}
