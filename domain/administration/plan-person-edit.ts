/** Plans edits of people, their roles and their sign-in accounts. */

import { ReferralError } from '../errors.ts';
import type { Role } from '../people.ts';
import { agency as findAgency } from '../routing/directory.ts';
import type { Account, EditFacts, EditOf, PersonDetails, PersonFacts } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import { changedMeanwhile, type Editor, mayChange, mayEdit, maySee, requireReach } from './editor.ts';
import { isIssuer } from './issuer.ts';

type PersonEdit = EditOf<'add-person' | 'change-person' | 'set-roles' | 'deactivate-person' | 'pseudonymise-person'>;

/** Roles and addresses of people change with a second administrator, their other details by one alone. */
export function planPersonEdit(facts: EditFacts, editor: Editor, edit: PersonEdit): EditPlan {
  switch (edit.type) {
    case 'add-person':
      return planNewPerson(facts, editor, edit);
    case 'change-person': {
      const { id } = edit.person;
      const known = changeable(facts, editor);
      const before = detailsOf(known);
      const agreement = before.email === edit.person.email ? 'editor-alone' : 'second-administrator';
      const plan = { part: 'person', id, change: 'changed', entry: before, agencies: agenciesOf(known) } as const;
      return { ...plan, before: { ...before }, after: { ...edit.person }, agreement };
    }
    case 'set-roles':
      return planRoles(facts, editor, edit);
    case 'deactivate-person':
      return planDeactivation(facts, editor);
    case 'pseudonymise-person':
      return planPseudonymisation(facts, editor);
  }
}

/** The person without memberships, as the form about the person shows them. */
export function detailsOf({ id, name, email, language, zone }: PersonDetails): PersonDetails {
  return { id, name, email, language, zone };
}

function planNewPerson(facts: EditFacts, editor: Editor, edit: EditOf<'add-person'>): EditPlan {
  const { person, agencyId, roles } = edit;
  requireReach(editor, agencyId);
  if (facts.person !== undefined) throw new ReferralError('INVALID_INPUT', 'is the id of another person', 'id');
  requireAgency(facts, agencyId);
  return {
    ...{ part: 'person', id: person.id, change: 'added', agencies: [agencyId], before: {} },
    after: { ...person, agencyId, roles: [...roles] },
    roles: [{ agencyId, before: [], after: [...roles] }],
    ...{ agreement: 'second-administrator', favours: person.id },
  };
}

function planRoles(facts: EditFacts, editor: Editor, edit: EditOf<'set-roles'>): EditPlan {
  const { personId, agencyId, roles } = edit;
  requireReach(editor, agencyId);
  const known = facts.person;
  if (known === undefined || !maySee(editor, known)) throw unknownPerson();
  requireAgency(facts, agencyId);
  const held = known.memberships.find((each) => each.agencyId === agencyId)?.roles ?? [];
  const isGain = roles.some((role) => !held.includes(role));
  if (isGain) refuseSelf(editor, personId);
  return {
    ...{ part: 'roles', id: personId, change: 'changed', entry: known.memberships, agencies: [agencyId] },
    ...{ before: { agencyId, roles: inOrder(held) }, after: { agencyId, roles: inOrder(roles) } },
    roles: [{ agencyId, before: [...held], after: [...roles] }],
    ...{ agreement: 'second-administrator', ...(isGain && { favours: personId }) },
  };
}

/** Removes the roles at all agencies of the editor. A person without any role cannot sign in. */
function planDeactivation({ person: known }: EditFacts, editor: Editor): EditPlan {
  if (known === undefined || !maySee(editor, known)) throw unknownPerson();
  const lost = known.memberships.filter(({ agencyId }) => mayEdit(editor, agencyId));
  const roles = lost.map((each) => ({ agencyId: each.agencyId, before: [...each.roles], after: [] }));
  const agencies = lost.map(({ agencyId }) => agencyId);
  const plan = { part: 'roles', id: known.id, change: 'removed', agencies, roles } as const;
  const before = Object.fromEntries(lost.map((each) => [each.agencyId, inOrder(each.roles)]));
  return { ...plan, agencies, roles, before, after: {}, agreement: 'second-administrator' };
}

/**
 * Name, address and accounts are deleted when data about who acted is not needed any more. The log commits to the id, so it still
 * verifies. An id that contains the name would still identify the person.
 */
function planPseudonymisation({ person: known, lastActed, officerYears, now }: EditFacts, editor: Editor): EditPlan {
  if (known === undefined || !mayChange(editor, known)) throw unknownPerson();
  if (known.memberships.length > 0) {
    throw new ReferralError('CANNOT_PSEUDONYMISE', 'This person still has a role. Deactivate the person first.');
  }
  if (!isPseudonymous(known) && idHoldsName(known)) {
    const message =
      'The id of this person contains the name, and the audit log keeps the id. It cannot be a pseudonym.';
    throw new ReferralError('CANNOT_PSEUDONYMISE', message);
  }
  if (officerYears !== undefined && lastActed && lastActed.at > yearsBefore(now, officerYears)) {
    const message = `The log names who acted for ${officerYears} years. This person last acted on ${lastActed.at}.`;
    throw new ReferralError('CANNOT_PSEUDONYMISE', message);
  }
  return {
    ...{ part: 'person', id: known.id, change: 'changed', agencies: lastActed ? [lastActed.agencyId] : [] },
    ...{ before: { pseudonymous: isPseudonymous(known) }, after: { pseudonymous: true } },
    agreement: 'second-administrator',
  };
}

/** A pseudonymous person has no address. */
function isPseudonymous({ email }: PersonDetails): boolean {
  return email === '';
}

/** Whether a part of the name of three letters or more is in the id. Such a person can never be pseudonymised. */
export function idHoldsName({ id, name }: Pick<PersonDetails, 'id' | 'name'>): boolean {
  const parts = name.toLowerCase().split(/[^\p{L}]+/u);
  return parts.some((part) => part.length >= 3 && id.toLowerCase().includes(part));
}

function yearsBefore(now: string, years: number): string {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.toISOString();
}

/** Accounts change with a second administrator. A person needs a role, and a system the role `service` at its agency. */
export function planAccountEdit(
  facts: EditFacts,
  editor: Editor,
  { type, account }: EditOf<'add-account'> | EditOf<'remove-account'>,
): EditPlan {
  const known = changeable(facts, editor);
  const { issuer, subject, personId, agencyId, scopes } = account;
  const fields = { issuer, subject, ...(agencyId !== undefined && { agencyId, scopes: scopes ?? [] }) };
  const plan = { part: 'identity', id: personId, agencies: agenciesOf(known) } as const;
  const agreement = 'second-administrator';
  if (type === 'remove-account') {
    if (facts.account?.personId !== personId) throw changedMeanwhile();
    return { ...plan, change: 'removed', before: fieldsOf(facts.account), after: {}, agreement };
  }
  refuseSelf(editor, personId);
  // Pages show the issuer, and a sign-in without TLS proves nothing.
  if (!isIssuer(issuer)) {
    throw new ReferralError('INVALID_INPUT', 'must be https, or http on a loopback address', 'issuer');
  }
  requireRole(known, agencyId);
  if (facts.account !== undefined) {
    throw new ReferralError('INVALID_INPUT', 'is the account of a person already', 'subject');
  }
  return { ...plan, change: 'added', before: {}, after: fields, agreement, favours: personId };
}

function fieldsOf({ issuer, subject, agencyId, scopes }: Account) {
  return { issuer, subject, ...(agencyId !== undefined && { agencyId, scopes: scopes ?? [] }) };
}

function requireRole({ memberships }: PersonFacts, systemOf: string | undefined): void {
  const service: Role = 'service';
  if (systemOf === undefined && memberships.length > 0) return;
  if (memberships.some((each) => each.agencyId === systemOf && each.roles.includes(service))) return;
  throw new ReferralError(
    'UNKNOWN_PERSON',
    systemOf === undefined
      ? 'No person with this id has a role at any agency.'
      : 'No person with this id has the role "service" at that agency.',
  );
}

function changeable({ person }: EditFacts, editor: Editor): PersonFacts {
  if (person === undefined || !mayChange(editor, person)) throw unknownPerson();
  return person;
}

function agenciesOf({ memberships }: PersonFacts): string[] {
  return memberships.map(({ agencyId }) => agencyId);
}

/** No person gives rights to themselves, whatever their role. */
function refuseSelf({ person }: Editor, personId: string): void {
  if (person.personId !== personId) return;
  throw new ReferralError('SELF_GRANT', 'You cannot give rights to yourself. Ask another administrator.');
}

function requireAgency({ directory }: EditFacts, agencyId: string): void {
  if (findAgency(directory, agencyId) !== undefined) return;
  throw new ReferralError('UNKNOWN_AGENCY', 'There is no such agency.', 'agencyId');
}

function inOrder(roles: readonly Role[]): Role[] {
  return [...roles].sort();
}

function unknownPerson(): ReferralError {
  return new ReferralError('UNKNOWN_PERSON', 'There is no user with that id at your agency.');
}
