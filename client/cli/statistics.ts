/** `liaise statistics`: the requests of a year, as text, CSV or JSON. */

import type { Command } from 'commander';
import { REQUEST_SIDES } from '../../domain/statistics/request-events.ts';
import { KINDS, LEGAL_INSTRUMENTS } from '../../domain/vocabulary.ts';
import { parse } from '../contract/parse.ts';
import { statisticsQuery } from '../contract/statistics.ts';
import {
  monthsOfYear,
  REQUEST_DIMENSIONS,
  type RequestRow,
  type RequestStatistics,
  readRequestStatistics,
  refusalsByCountry,
} from '../queries/request-statistics.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

interface Options extends ActingOptions, AnswerOptions {
  year: string;
  side?: string;
  kind?: string;
  instrument?: string;
  csv?: boolean;
}

/** Adds `liaise statistics`. */
export function addStatisticsCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('statistics')
    .summary('the requests of a year: granted, refused, in time, and how long they took')
    .description(
      'The requests of a year by country, urgency, kind and month, as in Directive (EU) 2023/977 art. 18. A request is a ' +
        'referral to one recipient. Each figure belongs to the month of its event, so the figures of a past year never change.',
    );
  actingOptions(command)
    .requiredOption('--year <year>', 'the calendar year (UTC)')
    .option(
      '--side <side>',
      `${REQUEST_SIDES.join(', ')}: by default the first of coordinated, received, made that exists`,
    )
    .option('--kind <kind>', `only requests of this kind: ${KINDS.join(', ')}`)
    .option('--instrument <name>', `only requests under this legal instrument: ${LEGAL_INSTRUMENTS.join(', ')}`)
    .option(
      '--csv',
      'print CSV: a line for each country, country and urgency, urgency, kind and month, and each ground of refusal',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise statistics --year 2026 --csv --as ines.rowan')
    .action(async ({ year, side, kind, instrument, csv, ...options }: Options) => {
      const { actor } = await actingPerson(services(), options);
      const { year: asked, ...of } = parse(statisticsQuery, {
        ...{ year, ...(side !== undefined && { side }) },
        ...{ ...(kind !== undefined && { kind }), ...(instrument !== undefined && { instrument }) },
      });
      const statistics = await readRequestStatistics(services(), actor, { months: monthsOfYear(asked), ...of });
      // Codes and numbers need no quotes.
      if (csv) io.out([['by', ...HEAD], ...linesOf(statistics)].map((line) => `${line.join()}\n`).join(''));
      else printAnswer(io, options, statistics, () => statisticsText(statistics, io.columns));
    });
}

const HEAD = [
  ...['key', 'requested', 'answered', 'granted', 'refused', 'onward', 'without result', 'in time', 'late'],
  ...['late: judicial authorisation', 'overdue', 'departures', 'average h', 'median h', '90th percentile h'],
];

function linesOf(statistics: RequestStatistics): string[][] {
  const of = (by: string, rows: readonly RequestRow[]) => rows.map((row) => [by, ...cellsOf(row)]);
  return [
    ...of('whole', [statistics.whole]),
    ...REQUEST_DIMENSIONS.flatMap((by) => of(by, statistics[by])),
    ...statistics.whole.grounds.map(({ ground, count }) => ['ground', ground, String(count)]),
    ...refusalsByCountry(statistics).map(({ key, count }) => ['countryGround', key, String(count)]),
  ].map((line) => [...line, ...Array.from({ length: HEAD.length + 1 - line.length }, () => '')]);
}

function cellsOf(row: RequestRow): string[] {
  const { key, requested, answered, granted, refused, onward, withoutResult, inTime, late } = row;
  const counts = [requested, answered, granted, refused, onward, withoutResult, inTime, late];
  const { lateAuthorisation, overdue, departures, averageMs, medianMs, p90Ms } = row;
  return [
    ...[key, ...[...counts, lateAuthorisation, overdue, departures].map(String)],
    ...[averageMs, medianMs, p90Ms].map(hours),
  ];
}

function hours(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : (milliseconds / 3_600_000).toFixed(2);
}

const SHOWN = ['requested', 'granted', 'refused', 'in time', 'late', 'overdue', 'departures', 'median h', '90th h'];

function statisticsText(statistics: RequestStatistics, columns: number): string {
  const { side, months, whole, error, onlyKind, onlyInstrument } = statistics;
  const line = (row: RequestRow, key = row.key) => [
    ...[key || '–', ...[row.requested, row.granted, row.refused, row.inTime, row.late].map(String)],
    ...[String(row.overdue), String(row.departures), hours(row.medianMs), hours(row.p90Ms)],
  ];
  const tables = REQUEST_DIMENSIONS.map((by) =>
    table([by, ...SHOWN], [...statistics[by].map((row) => line(row)), line(whole, 'total')], columns),
  );
  const grounds = table(
    ['ground of refusal', 'refused'],
    whole.grounds.map(({ ground, count }) => [ground, String(count)]),
    columns,
  );
  const byCountry = table(
    ['country', 'ground of refusal', 'refused'],
    refusalsByCountry(statistics).map(({ country, ground, count }) => [country || '–', ground, String(count)]),
    columns,
  );
  const limits = `${onlyKind ? ` of the kind ${onlyKind}` : ''}${onlyInstrument ? ` under ${onlyInstrument}` : ''}`;
  const head = `Requests ${side}${limits}, ${months.from} to ${months.to} (UTC). Times differ from the exact ones by at most ${error * 100}%.`;
  const reasons = `${whole.lateAuthorisation} of the late answers waited for a judicial authorisation; ${whole.departures} departures under Directive (EU) 2023/977 art. 5(2).`;
  return [head, reasons, '', ...tables, ...(whole.grounds.length > 0 ? [grounds, byCountry] : [])].join('\n');
}
