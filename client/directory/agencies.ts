/** Lets administrators change agencies, their contact points and closed days. */

import { ReferralError } from '../../domain/errors.ts';
import {
  type Agency,
  agency,
  type ContactPoint,
  contactPoint,
  type Directory,
} from '../../domain/routing/directory.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readDirectory } from '../../prisma/store/directory.ts';
import {
  type ClosedDay,
  deleteClosedDay,
  insertClosedDay,
  readAgency,
  readClosedDays,
  readContactPoint,
  writeAgency,
  writeContactPoint,
} from '../../prisma/store/directory-edit.ts';
import { changedMeanwhile, changeEntry, type Editor, mayEdit, recordChange } from './edit.ts';
import { type GuardDeps, guardTexts } from './guarded-texts.ts';

interface Deps extends GuardDeps {
  db: Database;
}

type AgencyWords = Pick<Agency, 'id' | 'name' | 'type' | 'excludes'>;

/**
 * Changes an agency's details. @throws ReferralError UNKNOWN_AGENCY, INVALID_INPUT, MATERIAL_REFUSED or
 * CHANGED_MEANWHILE.
 */
export async function saveAgency(deps: Deps, editor: Editor, version: string, saved: AgencyWords): Promise<void> {
  const { db } = deps;
  allow(editor, saved.id);
  await guardTexts(deps, saved);
  await changeEntry<Agency>(db, editor, {
    ...{ part: 'agency', id: saved.id, version },
    read: (tx) => readAgency(tx, saved.id),
    write: async (tx) => {
      const directory = await readDirectory(tx);
      const stranger = saved.excludes.find((other) => other === saved.id || agency(directory, other) === undefined);
      if (stranger !== undefined) throw new ReferralError('INVALID_INPUT', 'is no other agency', 'excludes');
      await writeAgency(tx, saved);
    },
    concerns: () => ({ agencies: [saved.id] }),
  });
}

/** Changes a contact point; its agency and country stay. @throws ReferralError as `saveAgency`. */
export async function saveContactPoint(
  deps: Deps,
  editor: Editor,
  version: string,
  saved: Omit<ContactPoint, 'agencyId' | 'country' | 'verifiedAt'>,
): Promise<void> {
  await guardTexts(deps, saved);
  const agencies: string[] = [];
  await changeEntry<ContactPoint>(deps.db, editor, {
    ...{ part: 'contact-point', id: saved.id, version },
    read: (tx) => readContactPoint(tx, saved.id),
    write: async (tx, { agencyId, country, verifiedAt }) => {
      allow(editor, agencyId);
      agencies.push(agencyId);
      const point: ContactPoint = { ...saved, agencyId, country, verifiedAt };
      check(point, await readDirectory(tx));
      await writeContactPoint(tx, point);
    },
    concerns: () => ({ agencies }),
  });
}

/** Adds a contact point. @throws ReferralError as `saveAgency`; INVALID_INPUT if the id exists already. */
export async function addContactPoint(
  deps: Deps,
  editor: Editor,
  added: Omit<ContactPoint, 'verifiedAt'>,
): Promise<void> {
  allow(editor, added.agencyId);
  await guardTexts(deps, added);
  await recordChange(
    deps.db,
    editor,
    { part: 'contact-point', id: added.id, change: 'added' },
    async (tx) => {
      const directory = await readDirectory(tx);
      const isTaken = contactPoint(directory, added.id) !== undefined;
      if (isTaken) throw new ReferralError('INVALID_INPUT', 'is given to another contact point', 'id');
      const point: ContactPoint = { ...added, verifiedAt: new Date().toISOString() };
      check(point, directory);
      await writeContactPoint(tx, point);
    },
    () => ({ agencies: [added.agencyId] }),
  );
}

/** Records that the editor confirmed the contact point's details with its agency: they are verified as of now. */
export async function verifyContactPoint({ db }: Deps, editor: Editor, id: string): Promise<void> {
  const agencies: string[] = [];
  await recordChange(
    db,
    editor,
    { part: 'contact-point', id, change: 'confirmed' },
    async (tx) => {
      const point = await readContactPoint(tx, id);
      if (point === undefined) throw new ReferralError('UNKNOWN_CONTACT_POINT', 'There is no such contact point.');
      allow(editor, point.agencyId);
      agencies.push(point.agencyId);
      await writeContactPoint(tx, { ...point, verifiedAt: new Date().toISOString() });
    },
    () => ({ agencies }),
  );
}

/** Adds a closed day. @throws ReferralError UNKNOWN_AGENCY; INVALID_INPUT if the day exists already. */
export async function addClosedDay(deps: Deps, editor: Editor, day: ClosedDay): Promise<void> {
  allow(editor, day.agencyId);
  await guardTexts(deps, { name: day.name });
  await recordChange(
    deps.db,
    editor,
    { ...of(day), change: 'added' },
    async (tx) => {
      const known = await readClosedDays(tx, day.agencyId);
      if (known.some((each) => each.day === day.day))
        throw new ReferralError('INVALID_INPUT', 'is a closed day already', 'day');
      await insertClosedDay(tx, day);
    },
    () => ({ agencies: [day.agencyId] }),
  );
}

/** Removes a closed day. @throws ReferralError UNKNOWN_AGENCY; CHANGED_MEANWHILE if it does not exist any more. */
export async function removeClosedDay({ db }: Deps, editor: Editor, day: Omit<ClosedDay, 'name'>): Promise<void> {
  allow(editor, day.agencyId);
  await recordChange(
    db,
    editor,
    { ...of(day), change: 'removed' },
    async (tx) => {
      if (!(await deleteClosedDay(tx, day))) throw changedMeanwhile();
    },
    () => ({ agencies: [day.agencyId] }),
  );
}

function of({ agencyId, day }: Omit<ClosedDay, 'name'>) {
  return { part: 'closed-day', id: agencyId, fields: [day] } as const;
}

function allow(editor: Editor, agencyId: string): void {
  if (!mayEdit(editor, agencyId))
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
}

/** A contact point offers no more than its agency provides, and its deputy is another one of the same agency. */
function check({ id, agencyId, country, deputyId, capabilities }: ContactPoint, directory: Directory): void {
  const provided = directory.capabilities
    .filter((known) => known.country === country && known.providerIds.includes(agencyId))
    .map(({ capability }) => capability);
  const beyond = capabilities.find((capability) => !provided.includes(capability));
  if (beyond) throw new ReferralError('INVALID_INPUT', 'is more than the agency provides', 'capabilities');
  if (deputyId === undefined) return;
  const isDeputy = deputyId !== id && contactPoint(directory, deputyId)?.agencyId === agencyId;
  if (!isDeputy) throw new ReferralError('INVALID_INPUT', 'is no other contact point of the agency', 'deputyId');
}
