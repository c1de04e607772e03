/** Commands that use keys: two administrators agree in the pages first, and the command names their proposal. */

import type { DirectoryEdit, EditOf } from '../../domain/administration/directory-edit.ts';
import { requireConfirmed } from '../../domain/administration/proposal.ts';
import { ReferralError } from '../../domain/errors.ts';
import { findProposal } from '../../prisma/store/proposals.ts';
import type { Cli } from './dependencies.ts';
import { type AnswerOptions, printAnswer } from './io.ts';
import { proposeAs } from './propose-as.ts';

/** Either the administrator who proposes, or the proposal that was confirmed. */
export interface ConfirmedOptions extends AnswerOptions {
  as?: string;
  at?: string;
  proposal?: string;
}

type KeyEdit = EditOf<'reseal-data'> | EditOf<'renew-digests'>;

/**
 * Proposes the edit, or requires that it is confirmed.
 *
 * @returns whether the command may carry it out; false if it was only proposed
 * @throws ReferralError INVALID_INPUT without either option; as `requireConfirmed` and `proposeAs`
 */
export async function proposeOrConfirm(
  { services, io }: Cli,
  options: ConfirmedOptions,
  edit: KeyEdit,
  command: string,
): Promise<boolean> {
  const { as, at, proposal } = options;
  if (proposal !== undefined) {
    const { engineDb, keyring } = services();
    requireConfirmed(await findProposal(engineDb, keyring, proposal), edit, new Date().toISOString());
    return true;
  }
  if (as === undefined) {
    const message = 'Propose it first (--as PERSON). When two administrators have confirmed it, add --proposal ID.';
    throw new ReferralError('INVALID_INPUT', message, 'proposal');
  }
  const proposed: DirectoryEdit = edit;
  const answer = await proposeAs(services(), { as, ...(at !== undefined && { at }) }, proposed);
  printAnswer(io, options, answer, () =>
    answer.outcome === 'proposed'
      ? `Proposed: ${answer.proposalId}. Two administrators must confirm it in the pages, under Proposals. Then run ` +
        `"liaise ${command} --proposal ${answer.proposalId}".\n`
      : 'Nothing was proposed.\n',
  );
  return false;
}
