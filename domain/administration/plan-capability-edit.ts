/** Plans edits of the capability registry: what a country can do, and which agencies provide it. */

import { ReferralError } from '../errors.ts';
import { agency, type CountryCapability, type Directory } from '../routing/directory.ts';
import type { CapabilityEntry, EditFacts, EditOf, EntryFields } from './directory-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import type { Editor } from './editor.ts';

type CapabilityEdit = EditOf<'set-capability'> | EditOf<'confirm-capability'>;

/**
 * Administrators of the coordinating agency keep the registry. An entry changes with a second administrator; one alone states
 * that it is still correct.
 */
export function planCapabilityEdit(
  { directory, planned = directory, now }: EditFacts,
  { person, everywhere }: Editor,
  edit: CapabilityEdit,
): EditPlan {
  if (!everywhere || !person.roles.includes('administrator')) {
    throw new ReferralError('ROLE_REQUIRED', 'Only administrators of the coordinating agency change the registry.');
  }
  const { country, capability } = edit.type === 'set-capability' ? edit.entry : edit;
  const known = directory.capabilities.find((each) => each.country === country && each.capability === capability);
  const before = known === undefined ? {} : fieldsOf(known);
  const { personId, agencyId } = person;
  const plan = {
    ...({ part: 'capability', id: `${country}/${capability}`, entry: known, before } as const),
    recordedBy: { personId, agencyId },
  };
  if (edit.type === 'confirm-capability') {
    if (known === undefined) throw new ReferralError('INVALID_INPUT', 'has no entry in the registry', 'capability');
    const after = { ...before, verifiedAt: now };
    const agencies = concerned(directory, known.providerIds);
    return { ...plan, change: 'confirmed', after, agencies, agreement: 'editor-alone' };
  }
  checkEntry(edit.entry, known, planned);
  const { level, providerIds } = edit.entry;
  return {
    ...{ ...plan, change: known === undefined ? 'added' : 'changed', after: { ...before, level, providerIds } },
    agencies: concerned(directory, [...(known?.providerIds ?? []), ...providerIds]),
    agreement: 'second-administrator',
  };
}

function fieldsOf({ level, providerIds, verifiedAt }: CountryCapability): EntryFields {
  return { level, providerIds, verifiedAt };
}

/** The providers; the coordinating agency if there is none. */
function concerned({ agencies }: Directory, providerIds: readonly string[]): string[] {
  const ids = new Set(providerIds);
  return ids.size > 0 ? [...ids] : agencies.filter(({ coordinating }) => coordinating).map(({ id }) => id);
}

function checkEntry(
  { country, capability, level, providerIds }: CapabilityEntry,
  known: CountryCapability | undefined,
  directory: Directory,
): void {
  const refuse = (message: string) => {
    throw new ReferralError('INVALID_INPUT', message, 'providerIds');
  };
  if (level === 'none' && providerIds.length > 0) refuse('must be empty if the level is none');
  if (level !== 'none' && providerIds.length === 0) refuse('must name the agencies that provide the capability');
  if (providerIds.some((id) => agency(directory, id) === undefined)) refuse('must be ids of agencies in the directory');
  const removed = known?.providerIds.filter((id) => !providerIds.includes(id)) ?? [];
  const stillOffers = directory.contactPoints.find(
    (point) => point.country === country && removed.includes(point.agencyId) && point.capabilities.includes(capability),
  );
  if (stillOffers) refuse(`leaves out the agency of ${stillOffers.id}, which offers the capability; change that first`);
}
