/** Changes of the directory by administrators: carried out at once by the engine, or proposed for another to confirm. */

import { v4 as uuidv4 } from 'uuid';
import type { DirectoryEdit, DirectoryRequest, EditOutcome } from '../../domain/administration/directory-edit.ts';
import { leavesOfEdit } from '../../domain/administration/edit-leaf.ts';
import { changedFields, type EditPlan } from '../../domain/administration/edit-plan.ts';
import { changedMeanwhile, type Editor } from '../../domain/administration/editor.ts';
import { planEdit } from '../../domain/administration/plan-edit.ts';
import { PROPOSAL_LIFETIME_MS, type Proposal } from '../../domain/administration/proposal.ts';
import { versionOf } from '../../domain/audit/version.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { addLeaves } from '../../prisma/store/audit.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readEditFacts } from '../../prisma/store/edit-facts.ts';
import { insertProposal } from '../../prisma/store/proposals.ts';
import { requestOrigin } from '../../prisma/store/request-origin.ts';
import { type GuardDeps, guardPolicies, guardTexts } from './guarded-texts.ts';

/** Has the engine carry out a request. */
export type ChangeDirectory = (request: DirectoryRequest) => Promise<EditOutcome>;

/** What a change by an administrator needs. */
export interface AdministrationDeps extends GuardDeps {
  db: Database;
  keyring: Keyring;
  changeDirectory: ChangeDirectory;
}

/** A change was made, nothing was to be changed, or a proposal waits for its confirmation. */
export type Administered = { outcome: 'applied' | 'unchanged' } | { outcome: 'proposed'; proposalId: string };

/**
 * Makes a change if the editor may make it alone. Otherwise proposes it.
 *
 * @param version of the entry as the editor read it
 * @throws ReferralError as `planEdit`; MATERIAL_REFUSED; CHANGED_MEANWHILE; ENGINE_UNAVAILABLE.
 */
export async function administer(
  deps: AdministrationDeps,
  editor: Editor,
  edit: DirectoryEdit,
  version?: string,
): Promise<Administered> {
  const plan = await planNow(deps, editor, edit, version);
  if (changedFields(plan).length === 0) return { outcome: 'unchanged' };
  if (plan.agreement !== 'editor-alone') return insert(deps, editor, { edit, plan });
  const task = { type: 'edit', edit, ...(version !== undefined && { version }) } as const;
  await deps.changeDirectory({ ...newRequest(editor), task });
  return { outcome: 'applied' };
}

/** Proposes a change, also if one administrator could make it alone: for entry points where nobody has signed in. */
export async function propose(
  deps: Omit<AdministrationDeps, 'changeDirectory'>,
  editor: Editor,
  edit: DirectoryEdit,
  version?: string,
): Promise<Administered> {
  const plan = await planNow(deps, editor, edit, version);
  if (changedFields(plan).length === 0) return { outcome: 'unchanged' };
  return insert(deps, editor, { edit, plan });
}

/** A request of the editor with a new id. */
export function newRequest({ person }: Pick<Editor, 'person'>): Omit<DirectoryRequest, 'task'> {
  const via = requestOrigin();
  return { requestId: uuidv4(), by: person, ...(via && { via }) };
}

async function planNow(
  { db, guard }: Omit<AdministrationDeps, 'changeDirectory'>,
  editor: Editor,
  edit: DirectoryEdit,
  version?: string,
): Promise<EditPlan> {
  const edits = edit.type === 'import-directory' ? edit.edits : [edit];
  for (const each of edits) await guardTexts({ ...(guard && { guard }) }, textsOf(each));
  if (edit.type === 'adopt-policies') await guardPolicies({ ...(guard && { guard }) }, edit.policies);
  const plan = planEdit(await readEditFacts(db, edit, new Date().toISOString()), editor, edit);
  if (version !== undefined && versionOf(plan.entry) !== version) throw changedMeanwhile();
  return plan;
}

/** The entry whose texts the guard checks. */
export function textsOf(edit: DirectoryEdit): Parameters<typeof guardTexts>[1] {
  switch (edit.type) {
    case 'add-agency':
    case 'change-agency':
      return edit.agency;
    case 'add-contact-point':
    case 'change-contact-point':
      return edit.point;
    case 'change-address':
      return { email: edit.address };
    case 'add-closed-day':
      return { name: edit.day.name };
    case 'add-person':
    case 'change-person':
      return edit.person;
    case 'add-webhook':
      return { url: edit.webhook.url };
    case 'add-account':
      return { issuer: edit.account.issuer, subject: edit.account.subject };
    default:
      return {};
  }
}

/** The content is sealed: the database alone cannot make or change a proposal. */
async function insert(
  { db, keyring }: Pick<AdministrationDeps, 'db' | 'keyring'>,
  { person }: Editor,
  { edit, plan: { entry: _, ...plan } }: { edit: DirectoryEdit; plan: EditPlan },
): Promise<Administered> {
  const now = Date.now();
  const { personId, agencyId } = person;
  const proposal: Proposal = {
    ...{ id: uuidv4(), proposer: { personId, agencyId }, channel: requestOrigin()?.channel ?? 'command', edit, plan },
    proposedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + PROPOSAL_LIFETIME_MS).toISOString(),
  };
  await db.$transaction(async (tx) => {
    await insertProposal(tx, keyring, proposal);
    const leaves = leavesOfEdit(plan, { id: proposal.id, step: 'proposed' });
    const about = { v: 2, at: proposal.proposedAt, operation: 'alteration', by: person } as const;
    await addLeaves(
      tx,
      leaves.map((leaf) => ({ ...about, about: leaf })),
    );
  });
  return { outcome: 'proposed', proposalId: proposal.id };
}
