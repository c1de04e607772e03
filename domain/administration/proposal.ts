/** Proposals: one administrator proposes a change of the directory, another one confirms it. */

import { canonicalJson } from '../audit/canonical-json.ts';
import type { RequestOrigin } from '../audit/leaf.ts';
import { ReferralError } from '../errors.ts';
import type { Person } from '../people.ts';
import type { Instant } from '../vocabulary.ts';
import type { DirectoryEdit, EntryFields } from './directory-edit.ts';
import { changedFields, type EditPlan } from './edit-plan.ts';
import { mailboxOf } from './mailbox.ts';
import type { FinalStep, ProposalStep } from './proposal-step.ts';

/** What is sealed in a proposal. */
export interface ProposalContent {
  edit: DirectoryEdit;
  plan: Omit<EditPlan, 'entry'>;
  proposedAt: Instant;
  expiresAt: Instant;
}

/** A proposal as it was made. */
export interface Proposal extends ProposalContent {
  id: string;
  proposer: Pick<Person, 'personId' | 'agencyId'>;
  /**
   * The proposer by command did not sign in, and so does not count as one of the two administrators. Neither does a system.
   */
  channel: RequestOrigin['channel'];
}

/** What was decided about a proposal, by whom. */
export interface ProposalDecision {
  step: ProposalStep;
  personId: string;
  at: Instant;
}

/** The state of a proposal. */
export type ProposalStatus = 'pending' | 'expired' | FinalStep;

/** A person or system with the role of an administrator. */
export interface Administrator {
  personId: string;
  agencyId: string;
  /** Whether the agency is the coordinating one, whose administrators may change every agency. */
  everywhere: boolean;
  email: string;
  /** The system of an agency. It proposes, and decides nothing. */
  isSystem?: boolean;
}

const DAY_MS = 24 * 3_600_000;
/** A proposal that is not decided expires. */
export const PROPOSAL_LIFETIME_MS = 14 * DAY_MS;
/** An administrator without a colleague confirms a proposal after this time. */
export const WAITING_PERIOD_MS = DAY_MS;

/** The state of a proposal at that time. */
export function statusOf(
  { expiresAt }: Pick<Proposal, 'expiresAt'>,
  decisions: readonly ProposalDecision[],
  now: Instant,
): ProposalStatus {
  for (const { step } of decisions) if (isFinal(step)) return step;
  return expiresAt <= now ? 'expired' : 'pending';
}

function isFinal(step: ProposalStep): step is FinalStep {
  return step === 'applied' || step === 'rejected' || step === 'withdrawn';
}

/** @throws ReferralError PROPOSAL_DECIDED or PROPOSAL_EXPIRED unless the proposal is pending. */
export function requirePending(proposal: Proposal, decisions: readonly ProposalDecision[], now: Instant): void {
  const status = statusOf(proposal, decisions, now);
  if (status === 'pending') return;
  if (status === 'expired') {
    throw new ReferralError(
      'PROPOSAL_EXPIRED',
      'This proposal has lapsed. If the change is still needed, propose it again.',
    );
  }
  throw new ReferralError('PROPOSAL_DECIDED', `This proposal was ${status} already. Nothing was changed.`);
}

/**
 * Whether this confirmation is enough to make the change. Two administrators who signed in must agree: the proposer, if
 * signed in, and those who confirm.
 *
 * @throws ReferralError PROPOSAL_DECIDED, PROPOSAL_EXPIRED; SAME_PERSON for the proposer, also with another account; SELF_GRANT
 * for the person in whose favour the change is; UNKNOWN_PROPOSAL without reach over all agencies concerned; WAITING_PERIOD.
 */
export function decideConfirmation(
  proposal: Proposal,
  decisions: readonly ProposalDecision[],
  { confirmer, administrators, now }: { confirmer: Person; administrators: readonly Administrator[]; now: Instant },
): 'enough' | 'one-of-two' {
  requirePending(proposal, decisions, now);
  const proposing = administrators.filter((each) => reaches(each, proposal.plan.agencies));
  const reaching = proposing.filter(isPerson);
  if (!reaching.some((each) => isSame(each, confirmer))) throw unknownProposal();
  if (proposal.plan.favours === confirmer.personId) {
    throw new ReferralError('SELF_GRANT', 'This change is in your favour. Another administrator must confirm it.');
  }
  requireProposer(proposal, proposing);
  const mailboxes = new Map(reaching.map(({ personId, email }) => [personId, mailboxOf(email)]));
  const personOf = (personId: string) => mailboxes.get(personId) ?? personId;
  const signedIn = proposal.channel === 'command' ? [] : [proposal.proposer.personId];
  const agreeing = [...signedIn, ...decisions.map(({ personId }) => personId)];
  const agreed = new Set(agreeing.filter((personId) => mailboxes.has(personId)).map(personOf));
  if (hasNoColleague(proposal.proposer.personId, proposal.plan.agencies, administrators)) {
    return confirmAlone(proposal, now);
  }
  if (agreed.has(personOf(confirmer.personId))) {
    throw new ReferralError('SAME_PERSON', 'You agreed to this change already. Another administrator must confirm it.');
  }
  agreed.add(personOf(confirmer.personId));
  return agreed.size >= 2 ? 'enough' : 'one-of-two';
}

function requireProposer({ proposer }: Proposal, reaching: readonly Administrator[]): void {
  if (reaching.some((each) => isSame(each, proposer))) return;
  throw new ReferralError(
    'ROLE_REQUIRED',
    'The person who proposed this is no longer an administrator. Reject it, and propose the change again.',
  );
}

/** Whether the administrator has no colleague who could confirm a change that concerns these agencies. */
export function hasNoColleague(
  personId: string,
  agencies: readonly string[],
  administrators: readonly Administrator[],
): boolean {
  const reaching = administrators.filter((each) => isPerson(each) && reaches(each, agencies));
  const own = reaching.filter((each) => each.personId === personId).map(({ email }) => mailboxOf(email));
  return reaching.every((each) => each.personId === personId || own.includes(mailboxOf(each.email)));
}

function confirmAlone({ proposedAt }: Proposal, now: Instant): 'enough' {
  if (Date.parse(now) >= Date.parse(proposedAt) + WAITING_PERIOD_MS) return 'enough';
  throw new ReferralError(
    'WAITING_PERIOD',
    'No other administrator can confirm this change. You can confirm it yourself a day after it was proposed.',
  );
}

/** @throws ReferralError UNKNOWN_PROPOSAL unless the person may decide about the proposal. */
export function requireReachOver(proposal: Proposal, person: Person, administrators: readonly Administrator[]): void {
  const isReaching = administrators.some(
    (each) => isPerson(each) && isSame(each, person) && reaches(each, proposal.plan.agencies),
  );
  if (!isReaching) throw unknownProposal();
}

/** @throws ReferralError CHANGED_MEANWHILE if the entry is no longer as it was when the change was proposed. */
export function requireSameBefore({ plan }: Proposal, now: Pick<EditPlan, 'before'>): void {
  const differs = (one: EntryFields, other: EntryFields) => changedFields({ before: one, after: other }).length > 0;
  if (!differs(plan.before, now.before)) return;
  throw new ReferralError(
    'CHANGED_MEANWHILE',
    'The directory changed after this was proposed, so nothing was done. Reject it, and propose the change again.',
  );
}

/**
 * For a command that carries out what two administrators decided.
 *
 * @throws ReferralError UNKNOWN_PROPOSAL; INVALID_INPUT if it is about something else, or not confirmed; PROPOSAL_EXPIRED
 */
export function requireConfirmed(
  found: { proposal: Proposal; decisions: readonly ProposalDecision[] } | undefined,
  edit: DirectoryEdit,
  now: Instant,
): void {
  if (found === undefined) throw unknownProposal();
  const { proposal, decisions } = found;
  if (canonicalJson(proposal.edit) !== canonicalJson(edit)) {
    const message = 'This proposal is about something else, or about another key. Propose it again.';
    throw new ReferralError('INVALID_INPUT', message, 'proposal');
  }
  if (proposal.expiresAt <= now) requirePending(proposal, [], now);
  const status = statusOf(proposal, decisions, now);
  if (status === 'applied') return;
  const message = `This proposal is ${status}. Two administrators must confirm it in the pages, under Proposals.`;
  throw new ReferralError('INVALID_INPUT', message, 'proposal');
}

/** The error for a proposal that does not exist, or that is not for the person to see. */
export function unknownProposal(): ReferralError {
  return new ReferralError('UNKNOWN_PROPOSAL', 'There is no such proposal, or it is not yours to decide.');
}

/** Whether the proposer counts as one of the two administrators who must agree. */
export function countsProposer({ channel, proposer }: Proposal, administrators: readonly Administrator[]): boolean {
  return channel !== 'command' && administrators.some((each) => isPerson(each) && each.personId === proposer.personId);
}

function isPerson({ isSystem = false }: Administrator): boolean {
  return !isSystem;
}

function reaches({ agencyId, everywhere }: Administrator, agencies: readonly string[]): boolean {
  return everywhere || (agencies.length > 0 && agencies.every((each) => each === agencyId));
}

function isSame(one: Pick<Person, 'personId' | 'agencyId'>, other: Pick<Person, 'personId' | 'agencyId'>): boolean {
  return one.personId === other.personId && one.agencyId === other.agencyId;
}
