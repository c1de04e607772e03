/** The proposals that an administrator sees, and what the administrator may do with each. */

import { type Editor, mayEdit } from '../../domain/administration/editor.ts';
import {
  type Administrator,
  countsProposer,
  decideConfirmation,
  hasNoColleague,
  type Proposal,
  type ProposalStatus,
  statusOf,
  WAITING_PERIOD_MS,
} from '../../domain/administration/proposal.ts';
import { type ErrorCode, ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { namesOfPeople } from '../../prisma/store/people.ts';
import { type DecidedProposal, findProposal, listAdministrators, listProposals } from '../../prisma/store/proposals.ts';

/** A proposal for one administrator. */
export interface ShownProposal extends DecidedProposal {
  status: ProposalStatus;
  /** Names by the id of a person. */
  names: ReadonlyMap<string, string>;
  isOwn: boolean;
  /** Whether the proposer counts as one of the two who must agree. */
  isProposerCounted: boolean;
  /** Why the administrator cannot confirm it; undefined if they can. */
  obstacle: ErrorCode | undefined;
  /** When an administrator without a colleague can confirm it. */
  confirmableAt: Instant | undefined;
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

const MOST = 200;

/** The newest proposals that concern agencies of the editor, or that the editor made. */
export async function proposalsFor({ db, keyring }: Deps, editor: Editor): Promise<ShownProposal[]> {
  const [all, administrators] = await Promise.all([listProposals(db, keyring, MOST), listAdministrators(db)]);
  const seen = all.filter(({ proposal }) => maySeeProposal(editor, proposal));
  const ids = seen.flatMap(({ proposal, decisions }) => [
    proposal.proposer.personId,
    ...decisions.map(({ personId }) => personId),
  ]);
  const names = await namesOfPeople(db, ids);
  const now = new Date().toISOString();
  return seen.map((each) => shown(each, editor, { administrators, names, now }));
}

/** One of them; undefined if it does not exist, or is not for the editor to see. */
export async function proposalFor(deps: Deps, editor: Editor, id: string): Promise<ShownProposal | undefined> {
  const { db, keyring } = deps;
  const found = await findProposal(db, keyring, id);
  if (found === undefined || !maySeeProposal(editor, found.proposal)) return undefined;
  const ids = [found.proposal.proposer.personId, ...found.decisions.map(({ personId }) => personId)];
  const [administrators, names] = await Promise.all([listAdministrators(db), namesOfPeople(db, ids)]);
  return shown(found, editor, { administrators, names, now: new Date().toISOString() });
}

/** True if no other administrator can confirm what this one proposes for the agency. */
export async function isAlone({ db }: Pick<Deps, 'db'>, { personId, agencyId }: Person): Promise<boolean> {
  const administrators = await listAdministrators(db);
  return hasNoColleague(personId, [agencyId], administrators);
}

function maySeeProposal(editor: Editor, { proposer, plan }: Proposal): boolean {
  const { person, everywhere } = editor;
  if (!person.roles.includes('administrator')) return false;
  return (
    everywhere ||
    (proposer.personId === person.personId && proposer.agencyId === person.agencyId) ||
    plan.agencies.some((agencyId) => mayEdit(editor, agencyId))
  );
}

interface Context {
  administrators: readonly Administrator[];
  names: ReadonlyMap<string, string>;
  now: Instant;
}

function shown(found: DecidedProposal, { person }: Editor, { administrators, names, now }: Context): ShownProposal {
  const { proposal, decisions } = found;
  const isAlone = hasNoColleague(proposal.proposer.personId, proposal.plan.agencies, administrators);
  const from = new Date(Date.parse(proposal.proposedAt) + WAITING_PERIOD_MS).toISOString();
  return {
    ...found,
    status: statusOf(proposal, decisions, now),
    names,
    isOwn: proposal.proposer.personId === person.personId,
    isProposerCounted: countsProposer(proposal, administrators),
    obstacle: obstacleOf(() => decideConfirmation(proposal, decisions, { confirmer: person, administrators, now })),
    confirmableAt: isAlone ? from : undefined,
  };
}

function obstacleOf(check: () => unknown): ErrorCode | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ReferralError) return error.code;
    throw error;
  }
}
