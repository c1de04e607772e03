/** `liaise data-subject`: what the agency holds about an identifier, which is read from standard input. */

import type { Command } from 'commander';
import { localTime } from '../../domain/clocks/calendar.ts';
import { type SubjectFinding, searchDataSubject } from '../queries/data-subject.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';
import { table } from './table.ts';

/** Adds `liaise data-subject`. */
export function addDataSubjectCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('data-subject')
    .description(
      'What your agency holds about a data subject, by category and without particulars. Reads the identifier from standard ' +
        'input, so that no list of processes shows it. The search and its purpose are recorded.',
    );
  actingOptions(command)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise data-subject --as ines.rowan < identifier.txt')
    .action(async (options: ActingOptions & AnswerOptions) => {
      const { actor, zone } = await actingPerson(services(), options);
      const identifier = io.isTerminal ? await io.ask('Identifier: ') : await io.input();
      const answer = await searchDataSubject(services(), actor, { identifier });
      printAnswer(io, options, answer, () => findingsText(answer.findings, answer.searched, zone, io));
    });
}

function findingsText(findings: readonly SubjectFinding[], searched: number, zone: string, { columns }: Io): string {
  const summary = `Referrals that hold this identifier: ${findings.length} of ${searched} searched.\n`;
  if (findings.length === 0) return summary;
  const rows = findings.map((finding) => [
    ...[finding.reference, finding.found.join(', '), finding.held.join(', '), finding.people.join(', ')],
    `${finding.receivedFrom} ${localTime(finding.receivedAt, zone)}`,
    finding.disclosedTo.map(({ agencyId, at }) => `${agencyId} ${localTime(at, zone)}`).join('\n'),
    [finding.legalInstrument, finding.transferBasis].filter(Boolean).join('; '),
    finding.legalHold ? 'legal hold' : localTime(finding.reviewAt, zone),
  ]);
  const head = [
    'referral',
    'identifier in',
    'held',
    'people',
    'received from',
    'disclosed to',
    'legal basis',
    'review',
  ];
  return `${summary}${table(head, rows, columns)}`;
}
