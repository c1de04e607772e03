/** The reach of an administrator, and the version of an entry that was read. */

import { ReferralError } from '../errors.ts';
import type { Person } from '../people.ts';
import type { PersonFacts } from './directory-edit.ts';

/** The person who makes a change, and the reach of their permission. */
export interface Editor {
  person: Person;
  /** True for administrators of the coordinating agency, who may change every agency. Others may change their own. */
  everywhere: boolean;
}

/** True if the editor may change entries of the agency. */
export function mayEdit({ person, everywhere }: Editor, agencyId: string): boolean {
  return person.roles.includes('administrator') && (everywhere || person.agencyId === agencyId);
}

/** True if the editor may see the person: they share an agency, or the editor may change every agency. */
export function maySee(editor: Editor, { memberships }: Pick<PersonFacts, 'memberships'>): boolean {
  return (
    isAdministrator(editor) && (editor.everywhere || memberships.some(({ agencyId }) => mayEdit(editor, agencyId)))
  );
}

/** True if the editor may change name, address and accounts: only if they administer all of the person's agencies. */
export function mayChange(editor: Editor, { memberships }: Pick<PersonFacts, 'memberships'>): boolean {
  if (!isAdministrator(editor)) return false;
  return (
    editor.everywhere || (memberships.length > 0 && memberships.every(({ agencyId }) => mayEdit(editor, agencyId)))
  );
}

function isAdministrator({ person }: Editor): boolean {
  return person.roles.includes('administrator');
}

/** @throws ReferralError UNKNOWN_AGENCY: a missing agency and one of others answer alike. */
export function requireReach(editor: Editor, agencyId: string): void {
  if (!mayEdit(editor, agencyId))
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
}

/** Returns the error for an entry that another person changed after the editor read it. */
export function changedMeanwhile(): ReferralError {
  return new ReferralError('CHANGED_MEANWHILE', 'Somebody else changed it after you opened it.');
}
