/** `liaise directory gaps`: capabilities that a country lacks, has in part, or that were not confirmed recently. */

import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { VERIFIED_WITHIN_DAYS } from '../../domain/routing/directory.ts';
import { type CapabilityGap, capabilityGaps } from '../../domain/routing/registry.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { table } from './table.ts';

interface Options extends AnswerOptions {
  csv?: boolean;
}

/** Adds `liaise directory gaps`. */
export function addGapsCommand(directory: Command, { services, io }: Cli): void {
  directory
    .command('gaps')
    .description(
      'Lists the gaps of the capability registry: none, partial, or unverified, which means that the last confirmation is ' +
        `missing or older than ${VERIFIED_WITHIN_DAYS} days.`,
    )
    .option('--csv', 'print CSV')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise directory gaps --csv > gaps.csv')
    .action(async ({ csv, json = false }: Options) => {
      const gaps = capabilityGaps(await readDirectory(services().db), new Date().toISOString());
      if (csv) io.out(stringify([HEAD, ...gaps.map(rowOf)], { record_delimiter: 'windows', escape_formulas: true }));
      else printAnswer(io, { json }, gaps, () => gapsText(gaps, io.columns));
    });
}

const HEAD = ['country', 'capability', 'level', 'stated', 'providers', 'confirmed', 'recorded by'];

function rowOf({ country, capability, level, stated, providerIds, verifiedAt, recordedBy }: CapabilityGap): string[] {
  const confirmed = verifiedAt?.slice(0, 10) ?? '';
  return [country, capability, level, stated, providerIds.join(' '), confirmed, recordedBy?.agencyId ?? ''];
}

function gapsText(gaps: readonly CapabilityGap[], columns: number): string {
  if (gaps.length === 0) return 'There are no gaps. Each capability of each country is full and confirmed.\n';
  return table(HEAD, gaps.map(rowOf), columns);
}
