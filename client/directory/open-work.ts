/** The work that would have no handler after a change of the directory. */

import type { DirectoryEdit } from '../../domain/administration/directory-edit.ts';
import type { EditPlan } from '../../domain/administration/edit-plan.ts';
import { OFFICERS } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { countOpenWork, countOpenWorkAt, type OpenWork } from '../../prisma/store/open-work.ts';

/** The open work at one agency. */
export interface LeftWork {
  agencyId: string;
  work: OpenWork[];
}

/**
 * Counts the open referrals of a person who loses the roles of an officer, or of an agency or contact point that is disabled.
 * Undefined for other changes.
 */
export async function workLeftBy(
  db: Database,
  edit: DirectoryEdit,
  { roles = [], agencies = [] }: Partial<Pick<EditPlan, 'roles' | 'agencies'>>,
): Promise<LeftWork[] | undefined> {
  if (edit.type === 'disable-agency') return [{ agencyId: edit.id, work: await countOpenWork(db, edit.id) }];
  if (edit.type === 'disable-contact-point') {
    return Promise.all(
      agencies.map(async (agencyId) => ({ agencyId, work: await countOpenWorkAt(db, agencyId, edit.id) })),
    );
  }
  if (edit.type !== 'deactivate-person' && edit.type !== 'set-roles') return undefined;
  const isOfficer = (held: readonly string[]) => OFFICERS.some((role) => held.includes(role));
  const lost = roles.filter(({ before, after }) => isOfficer(before) && !isOfficer(after));
  if (lost.length === 0) return undefined;
  return Promise.all(
    lost.map(async ({ agencyId }) => ({ agencyId, work: await countOpenWork(db, agencyId, edit.personId) })),
  );
}
