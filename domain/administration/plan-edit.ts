/** What an edit of the directory would change, whom it concerns and who must agree; or why it is refused. */

import { canonicalJson } from '../audit/canonical-json.ts';
import type { DirectoryChange, DirectoryPart, RoleChange } from '../audit/leaf.ts';
import type { Agreement, DirectoryEdit, EditFacts, EntryFields } from './directory-edit.ts';
import type { Editor } from './editor.ts';
import { planAgencyEdit, planClosedDay, planPointEdit } from './plan-agency-edit.ts';
import { planAccountEdit, planPersonEdit } from './plan-person-edit.ts';

/** The consequences of an edit. */
export interface EditPlan {
  part: DirectoryPart;
  id: string;
  change: DirectoryChange;
  /** The entry as its form shows it, from which its version follows; undefined if it is added. */
  entry?: unknown;
  before: EntryFields;
  after: EntryFields;
  /** The agencies concerned. */
  agencies: readonly string[];
  /** The roles of a person before and after. */
  roles?: readonly RoleChange[];
  agreement: Agreement;
  /** The person who gains a right. */
  favours?: string;
}

/**
 * Plans an edit.
 *
 * @throws ReferralError UNKNOWN_AGENCY, UNKNOWN_PERSON, UNKNOWN_CONTACT_POINT; INVALID_INPUT with the field; SELF_GRANT if
 * editors give rights to themselves; CHANGED_MEANWHILE if what is to be removed does not exist any more.
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
    case 'verify-contact-point':
    case 'change-address':
      return planPointEdit(facts, editor, edit);
    case 'add-closed-day':
    case 'remove-closed-day':
      return planClosedDay(facts, editor, edit);
    case 'add-person':
    case 'change-person':
    case 'set-roles':
    case 'deactivate-person':
      return planPersonEdit(facts, editor, edit);
    case 'add-account':
    case 'remove-account':
      return planAccountEdit(facts, editor, edit);
  }
}

/** The names of the fields that differ, in order. */
export function changedFields({ before, after }: Pick<EditPlan, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name])).sort();
}

/** Fields whose values are codes. The log holds them; names, addresses and subjects are not in the log. */
const CODED = new Set([
  ...['agencyId', 'capabilities', 'clearances', 'country', 'deputyId', 'disabled', 'excludes', 'hours', 'kinds'],
  ...['language', 'languages', 'roles', 'scopes', 'type', 'zone'],
]);

/** The codes of the changed fields before and after; null if there is no value. */
export function changedCodes(plan: Pick<EditPlan, 'before' | 'after'>): Record<string, [unknown, unknown]> {
  const fields = changedFields(plan).filter((field) => CODED.has(field));
  return Object.fromEntries(fields.map((field) => [field, [plan.before[field] ?? null, plan.after[field] ?? null]]));
}
