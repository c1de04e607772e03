/** `liaise guard`: says what the material guard would do with files. Stores nothing and repeats nothing. */

import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { GuardFinding } from '../../domain/guard/examine.ts';
import type { FileExamination } from '../platform/guard/examine-file.ts';
import type { Cli } from './dependencies.ts';
import { readBytes } from './files.ts';
import { type AnswerOptions, printAnswer, printable } from './io.ts';
import { table } from './table.ts';

interface ExaminedFile extends FileExamination {
  file: string;
}

/** Adds `liaise guard`. */
export function addGuardCommand(program: Command, cli: Cli): void {
  program
    .command('guard')
    .summary('say what the material guard would refuse, leave out or count in files')
    .description(
      'Says for each file what the material guard would refuse, leave out or count, and why. A JSON file is read as one ' +
        'referral, an XML report as a report, and any other file as one text. Nothing is stored, and no content is shown. ' +
        'The exit status is 0 only if nothing would be refused or left out.',
    )
    .argument('<file...>', 'the files')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise guard report.xml list.csv')
    .action((files: string[], options: AnswerOptions) => examine(cli, files, options));
}

/** @throws ReferralError MATERIAL_REFUSED if a file is not accepted whole, for the exit status. */
async function examine({ guard, io }: Cli, files: readonly string[], options: AnswerOptions): Promise<void> {
  for (const file of files) await assertFile(file);
  const checks = guard();
  const examined: ExaminedFile[] = [];
  for (const file of files) examined.push({ file, ...(await checks.examine(await readBytes(file))) });
  printAnswer(io, options, examined, () => examined.map((each) => fileText(each, io.columns)).join('\n'));
  const notWhole = examined.filter(({ verdict }) => verdict !== 'accepted').length;
  if (notWhole === 0) return;
  throw new ReferralError(
    'MATERIAL_REFUSED',
    `Files that would be refused or imported in part: ${notWhole} of ${files.length}. The list above has the reasons.`,
  );
}

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return;
  const message = found?.isDirectory()
    ? `${path} is a folder. Name its files instead, for example ${path.replace(/\/+$/, '')}/*.`
    : `There is no readable file at ${path}.`;
  throw new ReferralError('INVALID_INPUT', message, 'file');
}

function fileText(
  { file, form, unreadableAs, verdict, bytes, counted, limits, findings, omitted }: ExaminedFile,
  columns: number,
) {
  const { opaque, identifiers, hashes } = counted;
  const lines = [
    `${printable(file)}: ${VERDICTS[verdict]} (${FORMS[form]}, ${bytes} bytes)`,
    ...(unreadableAs ? [UNREADABLE[unreadableAs]] : []),
    ...(form === 'binary'
      ? []
      : [
          `Counted: ${opaque} of ${limits.opaque} bytes of encoded text, ${identifiers} of ${limits.identifiers} bytes of ` +
            `identifiers, ${hashes} of ${limits.hashes} hash values.`,
        ]),
  ];
  const rows = findings.map(({ outcome, path, line, bytes: size, reason, format }) => [
    ...[outcome, line === undefined ? path : `${path} (line ${line})`, `${size}`, reasonText({ reason, format })],
  ]);
  const found = rows.length > 0 ? table(['result', 'field', 'bytes', 'reason'], rows, columns) : '';
  const rest = omitted > 0 ? `${omitted} more are not listed.\n` : '';
  return `${lines.join('\n')}\n${found}${rest}`;
}

const VERDICTS: Record<FileExamination['verdict'], string> = {
  accepted: 'accepted',
  'left-out': 'imported in part',
  refused: 'refused',
};

const FORMS: Record<FileExamination['form'], string> = {
  referral: 'read as a referral in JSON',
  report: 'read as a report',
  text: 'read as one text',
  binary: 'not read as text',
};

const UNREADABLE: Record<NonNullable<FileExamination['unreadableAs']>, string> = {
  referral: 'It begins like JSON, but cannot be read. A submission of it is refused.',
  report: 'It begins like XML, but is no CyberTipline report that can be read. A submission of it is refused.',
};

const REASONS: Readonly<Record<string, string>> = {
  'looks-like-file': 'has binary data',
  'not-utf-8': 'is not text in UTF-8, or in the encoding that it declares',
  'too-large': 'is larger than the guard accepts',
  'too-deep': 'is nested too deep',
  'too-long': 'is longer than a text may be',
  'control-characters': 'has control characters or unreadable characters',
  'encoded-text': 'neither a language nor an identifier explains these bytes',
  identifiers: 'identifiers',
  'too-much-encoded-text': 'more encoded text than an agency may send in a referral',
  'too-many-identifiers': 'more identifiers than an agency may send in a referral',
  'too-many-hashes': 'more hash values than a referral may have',
  'too-many-entries': 'more entries than a referral has room for',
  cut: 'the rest of a long text',
};

function reasonText({ reason, format }: { reason: string; format: GuardFinding['format'] | undefined }): string {
  return format === undefined ? (REASONS[reason] ?? reason) : `looks like ${format}`;
}
