/** The options `--as` and `--at`: the person and agency that a command acts for. For operators and demonstrations. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { isLanguage, type Language } from '../../domain/words/languages.ts';
import { enterAgency } from '../../prisma/store/agency-scope.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import { refuseBehindRegister } from '../recovery/erasure-register.ts';
import type { CliDependencies } from './dependencies.ts';

/** The flags `--as` and `--at` of commands that act for a person. */
export interface ActingOptions {
  as: string;
  at?: string;
}

/** The person at the agency, and the time zone and language of the person. */
export interface ActingPerson {
  actor: Person;
  zone: string;
  language: Language;
}

/** Adds the flags `--as` and `--at` to a command. */
export function actingOptions(command: Command): Command {
  return command
    .requiredOption('--as <person>', 'the person who acts, as in "liaise directory --people"')
    .option('--at <agency>', 'the agency, for a person who works at several');
}

/**
 * @throws ConfigFault if erasures are missing after a backup was restored; ReferralError NOT_SIGNED_IN if the
 * configuration forbids it; UNKNOWN_PERSON; INVALID_INPUT if `--at` is missing.
 */
export async function actingPerson(
  { db, localIdentity, erasures }: CliDependencies,
  options: ActingOptions,
): Promise<ActingPerson> {
  if (!localIdentity) {
    throw new ReferralError(
      'NOT_SIGNED_IN',
      'The command line may not act for a person in this installation. Use the pages, or, for operators and ' +
        'demonstrations, set LIAISE_LOCAL_IDENTITY=allow.',
      'as',
    );
  }
  // A worker may be adding an erasure at this moment.
  if (erasures) await refuseBehindRegister(db, erasures.path, { waitMs: 1_000 });
  const person = await findPerson(db, options.as);
  if (person === undefined)
    throw new ReferralError('UNKNOWN_PERSON', 'There is no such person. "liaise directory --people" lists them.', 'as');
  const agencies = person.memberships.map(({ agencyId }) => agencyId);
  const [only, ...others] = options.at === undefined ? agencies : [options.at];
  const actor = only !== undefined && others.length === 0 ? at(person, only) : undefined;
  if (actor !== undefined) {
    enterAgency(actor.agencyId);
    const { zone, language } = person;
    return { actor, zone, language: isLanguage(language) ? language : 'en' };
  }
  if (agencies.length === 0) throw new ReferralError('ROLE_REQUIRED', 'This person has no role at any agency.', 'as');
  throw new ReferralError(
    'INVALID_INPUT',
    `This person works at several agencies. Add --at ${agencies.join(' or --at ')}.`,
    'at',
  );
}
