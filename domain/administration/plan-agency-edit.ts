/** Plans edits of agencies, contact points and closed days. */

import { ReferralError } from '../errors.ts';
import {
  type Agency,
  type ClosedDay,
  type ContactPoint,
  type Directory,
  agency as findAgency,
  contactPoint as findPoint,
  type HalfDay,
  isHalfDay,
} from '../routing/directory.ts';
import type { EditFacts, EditOf, EntryFields } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import { changedMeanwhile, type Editor, mayEdit, requireReach } from './editor.ts';

type AgencyEdit = EditOf<'add-agency'> | EditOf<'change-agency'> | EditOf<'disable-agency'> | EditOf<'enable-agency'>;
type PointEdit =
  | EditOf<'add-contact-point'>
  | EditOf<'change-contact-point'>
  | EditOf<'disable-contact-point'>
  | EditOf<'enable-contact-point'>
  | EditOf<'verify-contact-point'>
  | EditOf<'change-address'>;

/** Agencies change with a second administrator. Only the coordinating agency adds, disables and enables them. */
export function planAgencyEdit(
  { directory, planned = directory }: EditFacts,
  editor: Editor,
  edit: AgencyEdit,
): EditPlan {
  const id = 'agency' in edit ? edit.agency.id : edit.id;
  const known = findAgency(directory, id);
  const plan = { part: 'agency', id, agencies: [id], agreement: 'second-administrator' } as const;
  if (edit.type === 'add-agency') {
    requireEverywhere(editor);
    if (known !== undefined) throw new ReferralError('INVALID_INPUT', 'is given to another agency', 'id');
    refuseStrangers(planned, edit.agency);
    return { ...plan, change: 'added', before: {}, after: { ...edit.agency } };
  }
  if (known === undefined) throw unknownAgency();
  const before = fieldsOf(known);
  const entry = known;
  if (edit.type === 'change-agency') {
    requireReach(editor, id);
    refuseStrangers(planned, edit.agency);
    const { name, type, excludes } = edit.agency;
    return { ...plan, change: 'changed', entry, before, after: { ...before, name, type, excludes } };
  }
  requireEverywhere(editor);
  if (known.coordinating) {
    throw new ReferralError('INVALID_INPUT', 'is the coordinating agency, which cannot be disabled', 'id');
  }
  const disabled = edit.type === 'disable-agency';
  return {
    ...plan,
    change: 'changed',
    entry,
    before: { ...before, disabled: known.disabled ?? false },
    after: { ...before, disabled },
  };
}

function fieldsOf({ name, type, excludes, country }: Agency): EntryFields {
  return { name, type, excludes, country };
}

function requireEverywhere({ person, everywhere }: Editor): void {
  if (!everywhere || !person.roles.includes('administrator')) throw unknownAgency();
}

function unknownAgency(): ReferralError {
  return new ReferralError('UNKNOWN_AGENCY', 'There is no such agency, or it is not yours.');
}

function refuseStrangers(directory: Directory, { id, excludes }: Pick<Agency, 'id' | 'excludes'>): void {
  const stranger = excludes.find((other) => other === id || findAgency(directory, other) === undefined);
  if (stranger !== undefined) throw new ReferralError('INVALID_INPUT', 'is no other agency', 'excludes');
}

/**
 * Addresses, hours, calendars and clearances of contact points change with a second administrator, other details by one alone.
 * Two administrators disable a contact point or enable it again.
 */
export function planPointEdit(facts: EditFacts, editor: Editor, edit: PointEdit): EditPlan {
  const { directory, planned = directory, now } = facts;
  if (edit.type === 'add-contact-point') {
    const { id, agencyId } = edit.point;
    requireReach(editor, agencyId);
    if (findAgency(planned, agencyId) === undefined) throw unknownAgency();
    if (findPoint(directory, id) !== undefined) {
      throw new ReferralError('INVALID_INPUT', 'is given to another contact point', 'id');
    }
    checkPoint(edit.point, planned);
    const plan = { part: 'contact-point', id, change: 'added', agencies: [agencyId] } as const;
    return { ...plan, before: {}, after: { ...edit.point }, agreement: 'second-administrator' };
  }
  const id = 'point' in edit ? edit.point.id : edit.id;
  const known = findPoint(directory, id);
  if (known === undefined) throw new ReferralError('UNKNOWN_CONTACT_POINT', 'There is no such contact point.');
  const { agencyId, country, verifiedAt } = known;
  const plan = { part: 'contact-point', id, entry: known, before: { ...known }, agencies: [agencyId] } as const;
  if (edit.type === 'change-address') return { ...plan, change: 'changed', ...planAddress(known, editor, edit) };
  requireReach(editor, agencyId);
  if (edit.type === 'verify-contact-point') {
    return { ...plan, change: 'confirmed', after: { ...known, verifiedAt: now }, agreement: 'editor-alone' };
  }
  if (edit.type === 'disable-contact-point' || edit.type === 'enable-contact-point') {
    const disabled = edit.type === 'disable-contact-point';
    const before = { ...known, disabled: known.disabled ?? false };
    return { ...plan, change: 'changed', before, after: { ...known, disabled }, agreement: 'second-administrator' };
  }
  const after = { ...edit.point, agencyId, country, verifiedAt, ...(known.disabled && { disabled: true }) };
  checkPoint(after, planned);
  const agreement = needsSecond(known, after) ? 'second-administrator' : 'editor-alone';
  return { ...plan, change: 'changed', after, agreement };
}

/** Officers change addresses of their own agency. */
function planAddress(
  known: ContactPoint,
  { person }: Editor,
  { line, address }: EditOf<'change-address'>,
): Pick<EditPlan, 'after' | 'agreement'> {
  const isOfficer = person.roles.some((role) => role === 'partner-officer' || role === 'liaison-officer');
  if (!isOfficer || person.agencyId !== known.agencyId) {
    throw new ReferralError('UNKNOWN_CONTACT_POINT', 'There is no such contact point.');
  }
  return { after: { ...known, [line === 'desk' ? 'email' : 'dutyEmail']: address }, agreement: 'both-addresses' };
}

function needsSecond(before: ContactPoint, after: ContactPoint): boolean {
  const cleared = after.clearances.some((code) => !before.clearances.includes(code));
  const moved = before.email !== after.email || before.dutyEmail !== after.dutyEmail;
  return cleared || moved || before.hours !== after.hours || before.calendar !== after.calendar;
}

/** A contact point offers no more than its agency provides, and its deputy is another one of the same agency. */
function checkPoint(
  { id, agencyId, country, deputyId, capabilities }: Omit<ContactPoint, 'verifiedAt'>,
  directory: Directory,
): void {
  const provided = directory.capabilities
    .filter((known) => known.country === country && known.providerIds.includes(agencyId))
    .map(({ capability }) => capability);
  const beyond = capabilities.find((capability) => !provided.includes(capability));
  if (beyond) throw new ReferralError('INVALID_INPUT', 'is more than the agency provides', 'capabilities');
  if (deputyId === undefined) return;
  const isDeputy = deputyId !== id && findPoint(directory, deputyId)?.agencyId === agencyId;
  if (!isDeputy) throw new ReferralError('INVALID_INPUT', 'is no other contact point of the agency', 'deputyId');
}

/** Closed days and half days decide deadlines, so they change with a second administrator. A clock that runs keeps its calendar. */
export function planClosedDay(
  { directory, closedDays }: EditFacts,
  editor: Editor,
  edit: EditOf<'add-closed-day'> | EditOf<'remove-closed-day'>,
): EditPlan {
  const { agencyId, day } = edit.day;
  if (!mayEdit(editor, agencyId) || findAgency(directory, agencyId) === undefined) throw unknownAgency();
  const known = closedDays.find((each) => each.agencyId === agencyId && each.day === day);
  const plan = { part: 'closed-day', id: agencyId, agencies: [agencyId], agreement: 'second-administrator' } as const;
  if (edit.type === 'add-closed-day') {
    if (known !== undefined) throw new ReferralError('INVALID_INPUT', 'is a closed day already', 'day');
    return { ...plan, change: 'added', before: {}, after: { [day]: dayText(edit.day) } };
  }
  if (known === undefined) throw changedMeanwhile();
  return { ...plan, change: 'removed', before: { [day]: dayText(known) }, after: {} };
}

function dayText(day: ClosedDay | HalfDay): string {
  return isHalfDay(day) ? `${day.name} (${day.closesAt})` : day.name;
}
