/** `liaise dossier`: all that a person may see of a referral, as JSON; with particulars if a purpose is given. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { STATED_BY_CODE } from '../../domain/reading-purposes.ts';
import { namesOfAgencies, namesOfPeople } from '../../prisma/store/people.ts';
import { makeDossierFile } from '../documents/dossier.ts';
import { statedBy } from '../queries/read-particulars.ts';
import { type ActingOptions, actingOptions, actingPerson } from './acting.ts';
import type { Cli } from './dependencies.ts';

type Options = ActingOptions & { purpose?: string; further?: string; out?: string };

/** Adds `liaise dossier`. */
export function addDossierCommand(program: Command, { services, io }: Cli): void {
  const command = program
    .command('dossier <reference>')
    .description('Makes the dossier of a referral as JSON: all that the person may see. The download is recorded.');
  actingOptions(command)
    .option('--purpose <text>', `include the particulars, and why you read them: ${STATED_BY_CODE}, or a text`)
    .option('--further <text>', 'why you must read more referrals than your reading allowance permits')
    .option('--out <file>', 'write the dossier to this file instead of standard output')
    .addHelpText('after', '\nExample:\n  liaise dossier XR-2026-000123 --purpose triage --as noor.rowan > dossier.json')
    .action(async (reference: string, { purpose, further, ...options }: Options) => {
      const { db, reader, policies } = services();
      const { actor: person } = await actingPerson(services(), options);
      const stated = purpose === undefined ? undefined : statedBy({ purpose, further });
      const [people, agencies] = await Promise.all([
        namesOfPeople(db, [person.personId]),
        namesOfAgencies(db, [person.agencyId]),
      ]);
      const name = people.get(person.personId) ?? person.personId;
      const agency = agencies.get(person.agencyId) ?? person.agencyId;
      const { file } = await makeDossierFile({ db, reader, policies }, { person, name, agency }, reference, stated);
      if (options.out === undefined) io.outBytes(file);
      else await writeFile(options.out, file);
    });
}
