/** Lets administrators change people, their roles, identities and sessions. */

import { ReferralError } from '../../domain/errors.ts';
import type { Role } from '../../domain/people.ts';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { readAgency } from '../../prisma/store/directory-edit.ts';
import { findPerson, type KnownPerson } from '../../prisma/store/people.ts';
import {
  countHolders,
  deleteIdentity,
  holderOf,
  insertIdentity,
  insertPerson,
  type PersonDetails,
  type PersonIdentity,
  setRoles,
  writePerson,
} from '../../prisma/store/people-edit.ts';
import { removeSessionsOf } from '../../prisma/store/sessions.ts';
import { changedMeanwhile, changeEntry, type Editor, mayEdit, recordChange } from './edit.ts';
import { type GuardDeps, guardTexts } from './guarded-texts.ts';

interface Deps extends GuardDeps {
  db: Database;
}

/** True if the editor may see the person: they share an agency, or the editor may change every agency. */
export function maySee(editor: Editor, { memberships }: KnownPerson): boolean {
  return editor.everywhere || memberships.some(({ agencyId }) => mayEdit(editor, agencyId));
}

/** True if the editor may change name, address and identities: only if they administer all of the person's agencies. */
export function mayChange(editor: Editor, { memberships }: KnownPerson): boolean {
  return (
    editor.everywhere || (memberships.length > 0 && memberships.every(({ agencyId }) => mayEdit(editor, agencyId)))
  );
}

/**
 * Adds a person with first roles, since every person belongs to an agency. @throws ReferralError INVALID_INPUT,
 * MATERIAL_REFUSED, UNKNOWN_AGENCY
 */
export async function addPerson(
  deps: Deps,
  editor: Editor,
  person: PersonDetails,
  at: { agencyId: string; roles: readonly Role[] },
): Promise<void> {
  allowAt(editor, at.agencyId);
  await guardTexts(deps, person);
  await recordChange(
    deps.db,
    editor,
    { part: 'person', id: person.id, change: 'added' },
    async (tx) => {
      if ((await findPerson(tx, person.id)) !== undefined) {
        throw new ReferralError('INVALID_INPUT', 'is given to somebody else', 'id');
      }
      await beKnown(tx, at.agencyId);
      await insertPerson(tx, person);
      await setRoles(tx, person.id, at.agencyId, at.roles);
    },
    () => ({
      agencies: [at.agencyId],
      roles: [{ agencyId: at.agencyId, before: [], after: [...at.roles] }],
    }),
  );
}

/** Changes a person's details. @throws ReferralError UNKNOWN_PERSON, CHANGED_MEANWHILE */
export async function savePerson(deps: Deps, editor: Editor, version: string, saved: PersonDetails): Promise<void> {
  await guardTexts(deps, saved);
  let agencies: string[] = [];
  await changeEntry<PersonDetails>(deps.db, editor, {
    ...{ part: 'person', id: saved.id, version },
    read: async (tx) => detailsOf(await findPerson(tx, saved.id)),
    write: async (tx) => {
      agencies = agenciesOf(await changeable(tx, editor, saved.id));
      await writePerson(tx, saved);
    },
    concerns: () => ({ agencies }),
  });
}

/** The person without memberships, for the form about the person. */
export function detailsOf(person: KnownPerson | undefined): PersonDetails | undefined {
  if (person === undefined) return undefined;
  const { id, name, email, language, zone } = person;
  return { id, name, email, language, zone };
}

/**
 * Replaces the person's roles at that agency. Open sessions there continue with the new roles.
 *
 * @throws ReferralError UNKNOWN_PERSON, UNKNOWN_AGENCY, CHANGED_MEANWHILE; SELF_GRANT if editors give roles to themselves;
 * INVALID_INPUT for the last administrator.
 */
export async function saveRoles(
  { db }: Deps,
  editor: Editor,
  version: string,
  saved: { personId: string; agencyId: string; roles: readonly Role[] },
): Promise<void> {
  const { personId, agencyId, roles } = saved;
  allowAt(editor, agencyId);
  let held: readonly Role[] = [];
  await changeEntry<KnownPerson['memberships']>(db, editor, {
    ...{ part: 'roles', id: personId, version },
    read: async (tx) => (await findPerson(tx, personId))?.memberships,
    write: async (tx, before) => {
      const known = await findPerson(tx, personId);
      if (known === undefined || !maySee(editor, known)) throw unknownPerson();
      await beKnown(tx, agencyId);
      held = before.find((each) => each.agencyId === agencyId)?.roles ?? [];
      if (roles.some((role) => !held.includes(role))) refuseSelf(editor, personId);
      await setRoles(tx, personId, agencyId, roles);
      const gone = held.filter((role) => !roles.includes(role));
      if (gone.includes('administrator')) await keepOneAdministrator(tx, agencyId);
    },
    concerns: () => ({ agencies: [agencyId], roles: [{ agencyId, before: [...held], after: [...roles] }] }),
  });
}

/** Removes the person's roles at all agencies of the editor. A person without any role cannot sign in. */
export async function deactivate({ db }: Deps, editor: Editor, personId: string): Promise<void> {
  const removed: { agencyId: string; before: Role[]; after: Role[] }[] = [];
  await recordChange(
    db,
    editor,
    { part: 'roles', id: personId, change: 'removed' },
    async (tx) => {
      const known = await findPerson(tx, personId);
      if (known === undefined || !maySee(editor, known)) throw unknownPerson();
      for (const { agencyId, roles } of known.memberships.filter((each) => mayEdit(editor, each.agencyId))) {
        await setRoles(tx, personId, agencyId, []);
        removed.push({ agencyId, before: [...roles], after: [] });
        if (roles.includes('administrator')) await keepOneAdministrator(tx, agencyId);
      }
      await removeSessionsOf(tx, personId);
    },
    () => ({ agencies: removed.map(({ agencyId }) => agencyId), roles: removed }),
  );
}

/**
 * Registers an identity. @throws ReferralError UNKNOWN_PERSON; SELF_GRANT for the editor's own; INVALID_INPUT if the
 * identity is registered already.
 */
export async function giveIdentity(deps: Deps, editor: Editor, identity: PersonIdentity): Promise<void> {
  const { issuer, subject } = identity;
  await guardTexts(deps, { issuer, subject });
  refuseSelf(editor, identity.personId);
  let agencies: string[] = [];
  await recordChange(
    deps.db,
    editor,
    { part: 'identity', id: identity.personId, change: 'added' },
    async (tx) => {
      agencies = agenciesOf(await changeable(tx, editor, identity.personId));
      const holder = await holderOf(tx, identity);
      if (holder !== undefined)
        throw new ReferralError('INVALID_INPUT', 'is what somebody is known by already', 'subject');
      await insertIdentity(tx, identity);
    },
    () => ({ agencies }),
  );
}

/** Removes an identity. @throws ReferralError UNKNOWN_PERSON; CHANGED_MEANWHILE if it does not exist any more. */
export async function takeIdentity({ db }: Deps, editor: Editor, identity: PersonIdentity): Promise<void> {
  let agencies: string[] = [];
  await recordChange(
    db,
    editor,
    { part: 'identity', id: identity.personId, change: 'removed' },
    async (tx) => {
      agencies = agenciesOf(await changeable(tx, editor, identity.personId));
      if (!(await deleteIdentity(tx, identity))) throw changedMeanwhile();
    },
    () => ({ agencies }),
  );
}

/** Ends the person's sessions on all devices. @throws ReferralError UNKNOWN_PERSON */
export async function endSessions({ db }: Deps, editor: Editor, personId: string): Promise<void> {
  let agencies: string[] = [];
  await recordChange(
    db,
    editor,
    { part: 'sessions', id: personId, change: 'removed' },
    async (tx) => {
      const known = await findPerson(tx, personId);
      if (known === undefined || !maySee(editor, known)) throw unknownPerson();
      agencies = agenciesOf(known);
      await removeSessionsOf(tx, personId);
    },
    () => ({ agencies }),
  );
}

async function changeable(tx: Queries, editor: Editor, personId: string): Promise<KnownPerson> {
  const known = await findPerson(tx, personId);
  if (known === undefined || !mayChange(editor, known)) throw unknownPerson();
  return known;
}

function agenciesOf({ memberships }: KnownPerson): string[] {
  return memberships.map(({ agencyId }) => agencyId);
}

/** No person gives rights to themselves, whatever their role. */
function refuseSelf({ person }: Editor, personId: string): void {
  if (person.personId !== personId) return;
  throw new ReferralError('SELF_GRANT', 'You cannot give rights to yourself. Ask another administrator.');
}

function allowAt(editor: Editor, agencyId: string): void {
  if (!mayEdit(editor, agencyId))
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
}

async function beKnown(tx: Queries, agencyId: string): Promise<void> {
  if ((await readAgency(tx, agencyId)) === undefined) {
    throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency.', 'agencyId');
  }
}

/** The coordinating agency needs an administrator: without one, nobody could correct the directory. */
async function keepOneAdministrator(tx: Queries, agencyId: string): Promise<void> {
  const agency = await readAgency(tx, agencyId);
  if (!agency?.coordinating || (await countHolders(tx, agencyId, 'administrator')) > 0) return;
  throw new ReferralError('INVALID_INPUT', 'would leave the coordinating agency without an administrator', 'roles');
}

function unknownPerson(): ReferralError {
  return new ReferralError('UNKNOWN_PERSON', 'There is no user with that id at your agency.');
}
