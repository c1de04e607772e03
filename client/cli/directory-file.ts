/** `liaise directory export` and `liaise directory import`: the directory as a file, which administrators edit and propose. */

import type { Command } from 'commander';
import { type EntryChange, exportDirectory } from '../../domain/administration/directory-file.ts';
import type { Editor } from '../../domain/administration/editor.ts';
import { ReferralError } from '../../domain/errors.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import { readAgency } from '../../prisma/store/directory-edit.ts';
import type { Administered } from '../directory/administer.ts';
import { type ComparedFile, compareDirectoryFile } from '../directory/read-directory-file.ts';
import { actingPerson } from './acting.ts';
import type { Cli, CliDependencies } from './dependencies.ts';
import { readJson } from './files.ts';
import { type AnswerOptions, printAnswer, printable } from './io.ts';
import { proposeAs } from './propose-as.ts';
import { table } from './table.ts';

interface ImportOptions extends AnswerOptions {
  dryRun?: boolean;
  as?: string;
  at?: string;
}

/** Adds `liaise directory export`. */
export function addExportCommand(directory: Command, { services, io }: Cli): void {
  directory
    .command('export')
    .description(
      'Prints agencies, contact points and the capability registry as JSON, in the format that "import" reads.',
    )
    .addHelpText('after', '\nExample:\n  liaise directory export > directory.json')
    .action(async () => io.out(`${JSON.stringify(exportDirectory(await readDirectory(services().db)), null, 2)}\n`));
}

/** Adds `liaise directory import`. */
export function addImportCommand(directory: Command, { services, guard, io }: Cli): void {
  directory
    .command('import <file>')
    .summary('Proposes the changes of a file.')
    .description(
      'Checks a file and proposes its changes as one proposal, which two administrators confirm in the pages, under Proposals. ' +
        'Entries that the file does not have stay as they are. With --dry-run, the difference is only shown.',
    )
    .option('--dry-run', 'check the file and show the difference; propose nothing')
    .option('--as <person>', 'the administrator who proposes the changes; required without --dry-run')
    .option('--at <agency>', 'the agency, for a person who works at several')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  liaise directory import directory.json --dry-run\n  liaise directory import directory.json --as karl.rowan',
    )
    .action(async (path: string, options: ImportOptions) => {
      const content = await readJson(path);
      const deps = services();
      const editor = await editorOf(deps, options);
      const compared = await compareDirectoryFile(content, {
        ...{ directory: await readDirectory(deps.db), editor, guard: guard() },
        progress: (done, all) => io.isTerminal && io.err(`\r${done} of ${all}${done >= all ? '\n' : ''}`),
      });
      const { edits, changes, missing } = compared;
      const proposed: Administered | undefined =
        options.dryRun || edits.length === 0
          ? undefined
          : await proposeAs(
              deps,
              { as: options.as, ...(options.at && { at: options.at }) },
              {
                ...{ type: 'import-directory', edits },
              },
            );
      const shown = changes.map(({ edits: _, ...change }) => change);
      printAnswer(io, options, { changes: shown, missing, ...(proposed && { proposed }) }, () =>
        [differenceText(compared, io.columns), nextStep(compared, options, proposed)].join('\n'),
      );
    });
}

/** Without a person, the file is checked with the rights of an administrator of the coordinating agency. */
async function editorOf(deps: CliDependencies, { as, at, dryRun }: ImportOptions): Promise<Editor> {
  if (as === undefined && dryRun) {
    return {
      person: { kind: 'person', personId: '', agencyId: '', roles: ['administrator'] },
      everywhere: true,
    };
  }
  if (as === undefined) throw missingPerson();
  const { actor } = await actingPerson(deps, { as, ...(at !== undefined && { at }) });
  const everywhere = (await readAgency(deps.db, actor.agencyId))?.coordinating ?? false;
  return { person: actor, everywhere };
}

function missingPerson(): ReferralError {
  return new ReferralError('INVALID_INPUT', 'Name the administrator who proposes the changes: add --as PERSON.', 'as');
}

function differenceText({ changes, missing }: ComparedFile, columns: number): string {
  const rows = changes.flatMap((change) => fieldRows(change));
  const counts = (['added', 'changed'] as const).map(
    (kind) => `${changes.filter(({ change }) => change === kind).length} ${kind}`,
  );
  const summary = `Entries: ${counts.join(', ')}; ${missing.length} of the directory are not in the file.\n`;
  const absent = missing.map(({ list, id }) => `  ${list}: ${printable(id)}\n`).join('');
  const left = missing.length === 0 ? '' : `Not in the file; they stay as they are:\n${absent}`;
  if (rows.length === 0) return `${summary}${left}`;
  return `${summary}${left}\n${table(['entry', 'change', 'field', 'before', 'after'], rows, columns)}`;
}

/** A row for each changed field; of a new entry, the fields that have a value. */
function fieldRows({ id, change, fields }: EntryChange): string[][] {
  return fields.map(({ field, before, after }, place) => [
    ...(place === 0 ? [id, change] : ['', '']),
    ...[field, valueText(before), valueText(after)],
  ]);
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return Array.isArray(value) ? value.join(', ') || '–' : String(value);
}

function nextStep({ edits }: ComparedFile, { dryRun, as }: ImportOptions, proposed: Administered | undefined): string {
  if (edits.length === 0 || proposed?.outcome === 'unchanged')
    return 'The file changes nothing. Nothing was proposed.\n';
  if (proposed?.outcome === 'proposed') {
    return `Proposed: ${proposed.proposalId}. Two administrators must confirm it in the pages, under Proposals.\n`;
  }
  if (!dryRun) return '';
  const options = `leave out --dry-run${as === undefined ? ' and add --as PERSON' : ''}`;
  return `The file has no faults. To propose its changes, ${options}.\n`;
}
