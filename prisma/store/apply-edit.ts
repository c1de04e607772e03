/** Writes one edit of the directory. Only the engine may do it; call it within `editDirectory`. */

import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import type { EditPlan } from '../../domain/administration/edit-plan.ts';
import { ReferralError } from '../../domain/errors.ts';
import type { ContactPoint } from '../../domain/routing/directory.ts';
import { adoptPolicies } from './clock-policies.ts';
import type { Queries } from './connect.ts';
import {
  confirmCapability,
  deleteClosedDay,
  insertAgency,
  insertClosedDay,
  readAgency,
  setAgencyStatus,
  setContactPointStatus,
  writeAgency,
  writeCapability,
  writeContactPoint,
} from './directory-edit.ts';
import {
  countHolders,
  deleteIdentity,
  insertIdentity,
  insertPerson,
  pseudonymisePerson,
  setRoles,
  writePerson,
} from './people-edit.ts';
import { removeSessionsOf } from './sessions.ts';
import { deleteWebhook, insertWebhook } from './webhooks.ts';

/**
 * Writes the edit that was planned.
 *
 * @throws ReferralError INVALID_INPUT if the coordinating agency would have no administrator left.
 */
export async function applyEdit(tx: Queries, edit: DirectoryEdit, plan: Omit<EditPlan, 'entry'>): Promise<void> {
  switch (edit.type) {
    case 'add-agency':
      return insertAgency(tx, edit.agency);
    case 'change-agency':
      return writeAgency(tx, edit.agency);
    case 'disable-agency':
    case 'enable-agency':
      return setAgencyStatus(tx, edit.id, edit.type === 'disable-agency');
    case 'add-contact-point':
      return writeContactPoint(tx, { ...edit.point, verifiedAt: new Date().toISOString() });
    case 'change-contact-point':
    case 'verify-contact-point':
    case 'change-address':
      return writeContactPoint(tx, plan.after as unknown as ContactPoint);
    case 'disable-contact-point':
    case 'enable-contact-point':
      return setContactPointStatus(tx, edit.id, edit.type === 'disable-contact-point');
    case 'set-capability':
      return writeCapability(tx, edit.entry, plan.recordedBy);
    case 'confirm-capability':
      return confirmCapability(tx, edit, plan.recordedBy);
    case 'import-directory':
      for (const [place, part] of (plan.parts ?? []).entries()) {
        const each = edit.edits[place];
        if (each) await applyEdit(tx, each, part);
      }
      return;
    case 'add-closed-day':
      return insertClosedDay(tx, edit.day);
    case 'remove-closed-day':
      await deleteClosedDay(tx, edit.day);
      return;
    case 'add-person':
      await insertPerson(tx, edit.person);
      return setRoles(tx, edit.person.id, edit.agencyId, edit.roles);
    case 'change-person':
      return writePerson(tx, edit.person);
    case 'set-roles':
    case 'deactivate-person':
      return applyRoles(tx, edit, plan);
    case 'pseudonymise-person':
      return pseudonymisePerson(tx, edit.personId);
    case 'add-account':
      return insertIdentity(tx, edit.account);
    case 'remove-account':
      await deleteIdentity(tx, edit.account);
      return;
    case 'adopt-policies':
      return adoptPolicies(tx, edit.policies);
    case 'add-webhook':
      return insertWebhook(tx, edit.webhook);
    case 'remove-webhook':
      return deleteWebhook(tx, edit.webhook.id);
    case 'reseal-data':
    case 'renew-digests':
      // The engine has no keys of particulars. `liaise keys` requires this decision, and carries it out.
      return;
  }
}

async function applyRoles(
  tx: Queries,
  edit: Extract<DirectoryEdit, { personId: string }>,
  { roles = [] }: Pick<EditPlan, 'roles'>,
): Promise<void> {
  for (const { agencyId, before, after } of roles) {
    await setRoles(tx, edit.personId, agencyId, after);
    const isLost = before.includes('administrator') && !after.includes('administrator');
    if (isLost) await keepOneAdministrator(tx, agencyId);
  }
  if (edit.type === 'deactivate-person') await removeSessionsOf(tx, edit.personId);
}

/** The coordinating agency needs an administrator: without one, the directory could not be corrected. */
async function keepOneAdministrator(tx: Queries, agencyId: string): Promise<void> {
  const agency = await readAgency(tx, agencyId);
  if (!agency?.coordinating || (await countHolders(tx, agencyId, 'administrator')) > 0) return;
  throw new ReferralError('INVALID_INPUT', 'would leave the coordinating agency without an administrator', 'roles');
}
