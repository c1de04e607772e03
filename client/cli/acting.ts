/** Who acts: `--as` names the person, `--at` the agency. For operators and demonstrations, where it is allowed. */

import type { Command } from 'commander';
import { ReferralError } from '../../domain/errors.ts';
import type { Person } from '../../domain/people.ts';
import { at, findPerson } from '../../prisma/store/people.ts';
import type { CliDependencies } from './dependencies.ts';

export interface ActingOptions {
  as: string;
  at?: string;
}

/** A person at work, and the zone that they read clocks in. */
export interface Acting {
  actor: Person;
  zone: string;
}

export function actingOptions(command: Command): Command {
  return command
    .requiredOption('--as <person>', 'who acts, as "liaise directory --people" shows it')
    .option('--at <agency>', 'for which agency, for a person who works at several');
}

/** @throws ReferralError NOT_SIGNED_IN where it is not allowed, UNKNOWN_PERSON, or INVALID_INPUT without `--at`. */
export async function whoActs({ db, localIdentity }: CliDependencies, options: ActingOptions): Promise<Acting> {
  if (!localIdentity) {
    throw new ReferralError(
      'NOT_SIGNED_IN',
      'Here the command line may not act as a named person: nobody has signed in. Sign in on the pages, or, for ' +
        'operators and demonstrations, set LIAISE_LOCAL_IDENTITY=allow.',
      'as',
    );
  }
  const person = await findPerson(db, options.as);
  if (person === undefined) throw new ReferralError('UNKNOWN_PERSON', 'The directory has no such person.', 'as');
  const agencies = person.memberships.map(({ agencyId }) => agencyId);
  const [only, ...others] = options.at === undefined ? agencies : [options.at];
  const actor = only !== undefined && others.length === 0 ? at(person, only) : undefined;
  if (actor !== undefined) return { actor, zone: person.zone };
  if (agencies.length === 0) throw new ReferralError('ROLE_REQUIRED', 'This person works at no agency.', 'as');
  throw new ReferralError('INVALID_INPUT', `Say for which agency: --at ${agencies.join(' or ')}.`, 'at');
}
