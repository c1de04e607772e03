/** Carries out what administrators ask of the directory: changes, and decisions about proposals. Idempotent. */

import type {
  DirectoryEdit,
  DirectoryRequest,
  EditFacts,
  EditOutcome,
} from '../../domain/administration/directory-edit.ts';
import { leavesOfEdit } from '../../domain/administration/edit-leaf.ts';
import { changedFields, type EditPlan } from '../../domain/administration/edit-plan.ts';
import { changedMeanwhile, type Editor } from '../../domain/administration/editor.ts';
import { planEdit } from '../../domain/administration/plan-edit.ts';
import {
  decideConfirmation,
  type Proposal,
  requirePending,
  requireReachOver,
  requireSameBefore,
  unknownProposal,
} from '../../domain/administration/proposal.ts';
import type { ProposalStep } from '../../domain/administration/proposal-step.ts';
import { versionOf } from '../../domain/audit/version.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { OFFICER_RETENTION_YEARS } from '../../domain/retention.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { applyEdit } from '../../prisma/store/apply-edit.ts';
import { addLeaves } from '../../prisma/store/audit.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { editDirectory } from '../../prisma/store/directory-edit.ts';
import { readEditFacts } from '../../prisma/store/edit-facts.ts';
import { findPerson } from '../../prisma/store/people.ts';
import { findProposal, insertDecision, listAdministrators, stepOfRequest } from '../../prisma/store/proposals.ts';
import { sideOfToken } from './address-tokens.ts';

/** What the activity needs. */
export interface DirectoryDeps {
  db: Database;
  keyring: Keyring;
  /** For so many years after the last act, the log names who acted. Default: 3. */
  officerYears?: number;
}

/**
 * Carries out one request in one transaction, which no other change of the directory overlaps.
 *
 * @throws ReferralError as `planEdit` and `decideConfirmation`; CHANGED_MEANWHILE if the entry has changed since the editor
 *   read it, or since the proposal; ROLE_REQUIRED if the person is no longer an administrator.
 */
export function changeDirectory(
  deps: DirectoryDeps,
  request: DirectoryRequest,
  now = new Date(),
): Promise<EditOutcome> {
  return editDirectory(deps.db, async (tx) => {
    const done = await stepOfRequest(tx, request.requestId);
    if (done !== undefined) return OUTCOMES[done];
    const scene: Scene = { ...deps, tx, request, now: now.toISOString() };
    const { task } = request;
    switch (task.type) {
      case 'edit':
        return editAlone(scene, task);
      case 'confirm':
        return confirm(scene, task.proposalId);
      case 'confirm-address':
        return confirmAddress(scene, task);
      case 'refuse-address':
        return refuseAddress(scene, task);
      case 'announce':
        return announce(scene, task.proposalId);
      case 'reject':
      case 'withdraw':
        return decline(scene, task);
    }
  });
}

const OUTCOMES = {
  confirmed: 'confirmed-once',
  'confirmed-old': 'confirmed-once',
  'confirmed-new': 'confirmed-once',
  applied: 'applied',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
} as const satisfies Record<ProposalStep, EditOutcome>;

interface Scene extends DirectoryDeps {
  tx: Queries;
  request: DirectoryRequest;
  now: Instant;
}

type TaskOf<T extends DirectoryRequest['task']['type']> = Extract<DirectoryRequest['task'], { type: T }>;

/** Changes for which one administrator is enough. The others are made by a proposal only. */
async function editAlone(scene: Scene, { edit, version }: TaskOf<'edit'>): Promise<EditOutcome> {
  const { tx, request, now } = scene;
  const plan = planEdit(await readEditFacts(tx, edit, now), await currentEditor(tx, request.by, 'person'), edit);
  if (plan.agreement !== 'editor-alone') {
    throw new ReferralError('SAME_PERSON', 'Another administrator must confirm this change. Propose it.');
  }
  if (version !== undefined && versionOf(plan.entry) !== version) throw changedMeanwhile();
  if (changedFields(plan).length === 0) return 'unchanged';
  await applyEdit(tx, edit, plan);
  await record(scene, plan, 'applied');
  return 'applied';
}

async function confirm(scene: Scene, proposalId: string): Promise<EditOutcome> {
  const { tx, request, now } = scene;
  const { proposal, decisions } = await proposalOf(scene, proposalId);
  if (proposal.plan.agreement !== 'second-administrator') throw unknownProposal();
  const administrators = await listAdministrators(tx);
  const context = { confirmer: request.by, administrators, now };
  if (decideConfirmation(proposal, decisions, context) === 'enough') return apply(scene, proposal);
  await record(scene, proposal.plan, 'confirmed', proposal.id);
  return OUTCOMES.confirmed;
}

/** The proposer may have the letters sent again while the proposal is pending. */
async function announce(scene: Scene, proposalId: string): Promise<EditOutcome> {
  const { proposal, decisions } = await proposalOf(scene, proposalId);
  const isOwn = proposal.proposer.personId === scene.request.by.personId;
  if (proposal.plan.agreement !== 'both-addresses' || !isOwn) throw unknownProposal();
  requirePending(proposal, decisions, scene.now);
  return 'announced';
}

/** By people of the agency who have a letter to the old or the new address. Both addresses must be confirmed. */
async function confirmAddress(scene: Scene, { proposalId, token }: TaskOf<'confirm-address'>): Promise<EditOutcome> {
  const { proposal, decisions, side } = await addressOf(scene, proposalId, token);
  const other = side === 'old' ? 'new' : 'old';
  if (decisions.some(({ step }) => step === `confirmed-${other}`)) return apply(scene, proposal);
  if (!decisions.some(({ step }) => step === `confirmed-${side}`)) {
    await record(scene, proposal.plan, `confirmed-${side}`, proposal.id);
  }
  return OUTCOMES.confirmed;
}

/** One refusal is enough, also after the other address has confirmed. */
async function refuseAddress(scene: Scene, { proposalId, token }: TaskOf<'refuse-address'>): Promise<EditOutcome> {
  const { proposal } = await addressOf(scene, proposalId, token);
  await record(scene, proposal.plan, 'rejected', proposal.id);
  return 'rejected';
}

/** A pending proposal of an address, and the side whose letter has the token. */
async function addressOf(scene: Scene, proposalId: string, token: string) {
  const { keyring, request, now } = scene;
  const { proposal, decisions } = await proposalOf(scene, proposalId);
  const side = sideOfToken(keyring, proposal, token);
  if (side === undefined || request.by.agencyId !== proposal.proposer.agencyId) throw unknownProposal();
  requirePending(proposal, decisions, now);
  return { proposal, decisions, side };
}

/** Planned again with the rights and the directory of now. */
async function apply(scene: Scene, proposal: Proposal): Promise<EditOutcome> {
  const { tx } = scene;
  const { edit, proposer } = proposal;
  const editor = await currentEditor(tx, proposer, 'person-or-system');
  const plan = planEdit(await factsOf(scene, edit), editor, edit);
  requireSameBefore(proposal, plan);
  await applyEdit(tx, edit, plan);
  await record(scene, plan, 'applied', proposal.id);
  return 'applied';
}

/** The proposer withdraws; another administrator, or anyone of the agency for an address, rejects. */
async function decline(
  scene: Scene,
  { type, proposalId }: TaskOf<'reject'> | TaskOf<'withdraw'>,
): Promise<EditOutcome> {
  const { tx, request, now } = scene;
  const { proposal, decisions } = await proposalOf(scene, proposalId);
  const isOwn = proposal.proposer.personId === request.by.personId;
  if (type === 'withdraw' && !isOwn) {
    throw new ReferralError(
      'SAME_PERSON',
      'Only the person who proposed this change can withdraw it. You can reject it.',
    );
  }
  if (type === 'reject') requireReachOver(proposal, request.by, await listAdministrators(tx));
  requirePending(proposal, decisions, now);
  const step = type === 'withdraw' ? 'withdrawn' : 'rejected';
  await record(scene, proposal.plan, step, proposal.id);
  return step;
}

async function proposalOf({ tx, keyring }: Scene, proposalId: string) {
  const found = await findProposal(tx, keyring, proposalId);
  if (found === undefined) throw unknownProposal();
  return found;
}

async function factsOf(
  { tx, now, officerYears = OFFICER_RETENTION_YEARS }: Scene,
  edit: DirectoryEdit,
): Promise<EditFacts> {
  return { ...(await readEditFacts(tx, edit, now)), officerYears };
}

/**
 * The roles are read again: the request may be old. A system may only propose. @throws ReferralError ROLE_REQUIRED
 * without any role there.
 */
async function currentEditor(
  tx: Queries,
  { personId, agencyId }: Pick<Editor['person'], 'personId' | 'agencyId'>,
  kind: 'person' | 'person-or-system',
): Promise<Editor> {
  const administrator = (await listAdministrators(tx)).find(
    (each) => each.personId === personId && each.agencyId === agencyId && !(each.isSystem && kind === 'person'),
  );
  const known = await findPerson(tx, personId);
  const roles = known?.memberships.find((each) => each.agencyId === agencyId)?.roles ?? [];
  if (roles.length === 0) throw new ReferralError('ROLE_REQUIRED', 'The roles of the person have changed meanwhile.');
  const held = administrator ? roles : roles.filter((role) => role !== 'administrator');
  return {
    person: { kind: 'person', personId, agencyId, roles: held },
    everywhere: administrator?.everywhere ?? false,
  };
}

async function record(
  scene: Scene,
  plan: Omit<EditPlan, 'entry'>,
  step: ProposalStep,
  proposalId?: string,
): Promise<void> {
  const { tx, request, now } = scene;
  const { requestId: id, by, via } = request;
  await insertDecision(tx, { id, step, personId: by.personId, at: now, ...(proposalId && { proposalId }) });
  const leaves = leavesOfEdit(plan, proposalId === undefined ? undefined : { id: proposalId, step });
  const about = { v: 2, at: new Date().toISOString(), operation: 'alteration', by, ...(via && { via }) } as const;
  await addLeaves(
    tx,
    leaves.map((leaf) => ({ ...about, about: leaf })),
  );
}
