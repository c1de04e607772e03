/** `liaise dossier`: all that a person may see of a referral, as JSON or PDF; with particulars if a purpose is given. */

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import { LANGUAGES, type Language } from '../../domain/words/languages.ts';
import { namesOfAgencies, namesOfPeople } from '../../prisma/store/people.ts';
import { makeDossierFile } from '../documents/dossier.ts';
import { statedBy } from '../queries/read-particulars.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';

type Options = ActingOptions & { purpose?: string; further?: string; out?: string; pdf?: string; language?: Language };

/** Adds `liaise dossier`. */
export function addDossierCommand(program: Command, { services, triageWeights, makeDossierPdf, io }: Cli): void {
  const command = program
    .command('dossier <reference>')
    .description(
      'Makes the dossier of a referral as JSON or PDF: all that the person may see. The download is recorded.',
    );
  actingOptions(command)
    .option('--purpose <text>', `include the particulars, and why you read them: ${STATED_BY_CODE}, or a text`)
    .option('--further <text>', 'why you must read more referrals than your reading allowance permits')
    .addOption(new Option('--out <file>', 'write JSON to this file instead of standard output').conflicts('pdf'))
    .option('--pdf <file>', 'make a PDF, and write it to this file')
    .addOption(new Option('--language <language>', "of the PDF; default: the person's").choices(LANGUAGES))
    .addHelpText(
      'after',
      '\nExamples:\n  liaise dossier XR-2026-000123 --purpose triage --as noor.rowan > dossier.json\n' +
        '  liaise dossier XR-2026-000123 --as noor.rowan --pdf dossier.pdf --language de',
    )
    .action(async (reference: string, { purpose, further, ...options }: Options) => {
      const { db, reader, policies } = services();
      const { actor: person, zone, language } = await actingPerson(services(), options);
      const stated = purpose === undefined ? undefined : statedBy({ purpose, further });
      const [people, agencies] = await Promise.all([
        namesOfPeople(db, [person.personId]),
        namesOfAgencies(db, [person.agencyId]),
      ]);
      const name = people.get(person.personId) ?? person.personId;
      const agency = agencies.get(person.agencyId) ?? person.agencyId;
      if (options.pdf !== undefined) {
        const named = { person, name, agency, zone, language: options.language ?? language };
        const { file } = await makeDossierPdf({ db, reader, triageWeights: triageWeights() }, named, reference, stated);
        return await writeFile(options.pdf, file);
      }
      const { file } = await makeDossierFile({ db, reader, policies }, { person, name, agency }, reference, stated);
      if (options.out === undefined) io.outBytes(file);
      else await writeFile(options.out, file);
    });
}
