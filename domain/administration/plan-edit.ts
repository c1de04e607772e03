/** What an edit of the directory would change, whom it concerns and who must agree; or why it is refused. */

import type { DirectoryEdit, EditFacts } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import type { Editor } from './editor.ts';
import { planAgencyEdit, planClosedDay, planPointEdit } from './plan-agency-edit.ts';
import { planCapabilityEdit } from './plan-capability-edit.ts';
import { planImport } from './plan-import.ts';
import { planKeyEdit } from './plan-key-edit.ts';
import { planAccountEdit, planPersonEdit } from './plan-person-edit.ts';
import { planPolicyEdit } from './plan-policy-edit.ts';
import { planWebhookEdit } from './plan-webhook-edit.ts';

/**
 * Plans an edit.
 *
 * @throws ReferralError UNKNOWN_AGENCY, UNKNOWN_PERSON, UNKNOWN_CONTACT_POINT; INVALID_INPUT with the field; SELF_GRANT if
 * editors give rights to themselves; ROLE_REQUIRED for keys; CHANGED_MEANWHILE if what is to be removed does not exist any more.
 */
export function planEdit(facts: EditFacts, editor: Editor, edit: DirectoryEdit): EditPlan {
  switch (edit.type) {
    case 'add-agency':
    case 'change-agency':
    case 'disable-agency':
    case 'enable-agency':
      return planAgencyEdit(facts, editor, edit);
    case 'add-contact-point':
    case 'change-contact-point':
    case 'disable-contact-point':
    case 'enable-contact-point':
    case 'verify-contact-point':
    case 'change-address':
      return planPointEdit(facts, editor, edit);
    case 'set-capability':
    case 'confirm-capability':
      return planCapabilityEdit(facts, editor, edit);
    case 'import-directory':
      return planImport(facts, editor, edit);
    case 'add-closed-day':
    case 'remove-closed-day':
      return planClosedDay(facts, editor, edit);
    case 'add-person':
    case 'change-person':
    case 'set-roles':
    case 'deactivate-person':
    case 'pseudonymise-person':
      return planPersonEdit(facts, editor, edit);
    case 'add-account':
    case 'remove-account':
      return planAccountEdit(facts, editor, edit);
    case 'add-webhook':
    case 'remove-webhook':
      return planWebhookEdit(facts, editor, edit);
    case 'reseal-data':
    case 'renew-digests':
      return planKeyEdit(facts, editor, edit);
    case 'adopt-policies':
      return planPolicyEdit(facts, editor, edit);
  }
}
