/** `liaise proof` makes a proof bundle; `liaise verify` verifies one without database and network. */

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type LogPolicy, parseLogPolicy } from '../../domain/audit/log-policy.ts';
import { NoteFault } from '../../domain/audit/note.ts';
import { ReferralError } from '../../domain/errors.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { makeErasureCertificate, makeProof } from '../log/make-proof.ts';
import { VERIFIER_TEXTS, type VerificationText } from '../verifier/explain.ts';
import { verifyFile } from '../verifier/verify-file.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli, CliDependencies } from './dependencies.ts';
import { readBytes } from './files.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';
import { table } from './table.ts';

/** A command has no limit like that of a page: it waits for the witnesses while other transactions delay the sealer. */
const WAIT_MS = 60_000;

function proofDeps({ db, logPolicy }: Pick<CliDependencies, 'db' | 'logPolicy'>) {
  return { db, quorum: logPolicy?.quorum ?? 0, waitMs: WAIT_MS };
}

/** Adds `liaise proof`. */
export function addProofCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('proof <reference>')
    .description('Makes a proof bundle: the events of one referral, and what proves them to a court.');
  actingOptions(command)
    .option('--out <file>', 'write the bundle to this file instead of standard output')
    .addHelpText('after', '\nExample:\n  liaise proof XR-2026-000123 --as noor.rowan > XR-2026-000123.liaise-proof')
    .action(async (reference: string, options: ActingOptions & { out?: string }) => {
      const { db, reader, logPolicy } = services();
      const { actor } = await actingPerson(services(), options);
      const view = await reader.status(actor, reference);
      const bundle = await makeProof(proofDeps({ db, logPolicy }), actor, view);
      if (options.out === undefined) io.outBytes(bundle);
      else await writeFile(options.out, bundle);
    });
}

/** Adds `liaise erasure-certificate`. */
export function addErasureCertificateCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('erasure-certificate <reference>')
    .description('Makes the certificate of erasure of a referral: a proof bundle with the entry of the erasure.');
  actingOptions(command)
    .option('--out <file>', 'write the certificate to this file instead of standard output')
    .addHelpText(
      'after',
      '\nExample:\n  liaise erasure-certificate XR-2026-000123 --as ines.rowan > erasure.liaise-proof',
    )
    .action(async (reference: string, options: ActingOptions & { out?: string }) => {
      const { db, reader, logPolicy } = services();
      const { actor } = await actingPerson(services(), options);
      const view = await reader.status(actor, reference);
      const bundle = await makeErasureCertificate(proofDeps({ db, logPolicy }), actor, view);
      if (options.out === undefined) io.outBytes(bundle);
      else await writeFile(options.out, bundle);
    });
}

interface VerifyOptions extends AnswerOptions {
  key: string;
  language: Language;
}

/** Adds `liaise verify`. */
export function addVerifyCommand(program: Command, { io }: Pick<Cli, 'io'>): void {
  program
    .command('verify <file>')
    .description(
      'Verifies a proof bundle or a consistency proof offline. Says what is proved and what is not, or where it was changed.',
    )
    .requiredOption('--key <key>', 'a public key of the log, or a file with keys of the log and its witnesses')
    .addOption(new Option('--language <language>', 'language of the sentences').choices(LANGUAGES).default('en'))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  liaise verify XR-2026-000123.liaise-proof --key log-policy.txt')
    .action(async (path: string, options: VerifyOptions) => {
      const policy = await policyOf(options.key);
      const { language } = options;
      const file = await readBytes(path);
      const { explanation, faults } = await verifyFile(file, policy, language);
      const answer = { ...explanation, faults, messages: explanation.faults };
      printAnswer(io, options, answer, () => explanationText(explanation, VERIFIER_TEXTS[language], io));
      if (!explanation.isProved) throw new ReferralError('NOT_WHOLE', 'The file proves nothing.');
    });
}

/** The key itself, or the policy file of this name. @throws ReferralError INVALID_INPUT */
async function policyOf(key: string): Promise<LogPolicy> {
  try {
    return parseLogPolicy(
      key.includes('+') && !key.includes('\n') ? key : new TextDecoder().decode(await readBytes(key)),
    );
  } catch (error) {
    throw error instanceof NoteFault ? new ReferralError('INVALID_INPUT', error.message, 'key') : error;
  }
}

function explanationText(
  { verdict, proved, notProved, faults, events }: VerificationText,
  texts: (typeof VERIFIER_TEXTS)['en'],
  { columns }: Io,
): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${title}:\n${lines.map((line) => `- ${line}\n`).join('')}`;
  const { number, position, at, event, agency, person, change } = texts.columns;
  const rows = events.map((row) => [
    ...[`${row.number}`, `${row.position}`, row.at, row.event, row.agency, row.person, row.change],
  ]);
  const titles = [number, position, at, event, agency, person, change];
  return [
    `${verdict}\n`,
    list(texts.faultsTitle, faults),
    list(texts.provesTitle, proved),
    list(texts.leavesOpenTitle, notProved),
    rows.length > 0 ? `\n${table(titles, rows, columns)}` : '',
  ].join('');
}
