/** Proposes changes of the directory for a named administrator. Nobody signs in, so two administrators must confirm them. */

import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import { ReferralError } from '../../domain/errors.ts';
import { readAgency } from '../../prisma/store/directory-edit.ts';
import { type Administered, propose } from '../directory/administer.ts';
import { actingPerson } from './acting.ts';
import type { CliDependencies } from './dependencies.ts';
import { type AnswerOptions, type Io, printAnswer } from './io.ts';

/** Proposes the edit. @throws ReferralError INVALID_INPUT without `--as`; as `actingPerson` and `propose`. */
export async function proposeAs(
  services: CliDependencies,
  { as, at }: { as: string | undefined; at?: string },
  edit: DirectoryEdit,
): Promise<Administered> {
  if (as === undefined) {
    throw new ReferralError('INVALID_INPUT', 'Name the administrator who proposes the change: add --as PERSON.', 'as');
  }
  const { actor } = await actingPerson(services, { as, ...(at !== undefined && { at }) });
  const { db, keyring } = services;
  const everywhere = (await readAgency(db, actor.agencyId))?.coordinating ?? false;
  return propose({ db, keyring }, { person: actor, everywhere }, edit);
}

/** Prints the proposal, and what must follow. */
export function printProposed(io: Io, options: AnswerOptions, answer: Administered): void {
  printAnswer(io, options, answer, () =>
    answer.outcome === 'proposed'
      ? `Proposed: ${answer.proposalId}. Two administrators must confirm it in the pages, under Proposals.\n`
      : 'The directory is like that already. Nothing was proposed.\n',
  );
}
