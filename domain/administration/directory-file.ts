/** The file of the directory: what an export writes, and how it differs from the directory when it is imported. */

import { canonicalJson } from '../audit/canonical-json.ts';
import { ReferralError } from '../errors.ts';
import type { Agency, ContactPoint, Directory } from '../routing/directory.ts';
import type { CapabilityEntry, EditFacts, EntryEdit } from './directory-edit.ts';
import { type FieldChange, fieldChanges } from './edit-plan.ts';
import type { Editor } from './editor.ts';
import { directoryWith, planEntry } from './plan-import.ts';

/** An agency in the file. */
export type AgencyRow = Omit<Agency, 'coordinating' | 'disabled'> & { disabled: boolean };
/**
 * A contact point in the file. Its confirmation is not in the file: only people confirm. Without `disabled`, it stays as it is.
 */
export type PointRow = Omit<ContactPoint, 'verifiedAt'>;

/** The content of the file. A list that is absent is not imported. */
export interface DirectoryFile {
  agencies?: readonly FileRow<AgencyRow>[];
  contactPoints?: readonly FileRow<PointRow>[];
  capabilities?: readonly FileRow<CapabilityEntry>[];
}

/** The lists of the file. */
export type FileList = keyof DirectoryFile;

/** A row with its place in its list; the first is 1. */
export interface FileRow<T> {
  row: number;
  value: T;
}

/** A fault of one row. */
export interface RowFault {
  list: FileList;
  row: number;
  /** The id of the entry, if it is known. */
  id?: string;
  /** Empty if the fault is in the row as a whole. */
  field: string;
  message: string;
}

/** An entry that the import adds or changes. */
export interface EntryChange {
  list: FileList;
  row: number;
  id: string;
  change: 'added' | 'changed';
  fields: FieldChange[];
  edits: EntryEdit[];
}

/** How a file differs from the directory. */
export interface DirectoryDifference {
  changes: EntryChange[];
  /** Entries of the directory that are not in the lists of the file. The import leaves them as they are. */
  missing: { list: FileList; id: string }[];
  faults: RowFault[];
}

/** The content of an export: agencies, contact points and the capability registry. */
export function exportDirectory({ agencies, contactPoints, capabilities }: Directory): {
  agencies: AgencyRow[];
  contactPoints: PointRow[];
  capabilities: CapabilityEntry[];
} {
  return {
    agencies: agencies.map(({ id, name, country, type, excludes, disabled = false }) => ({
      ...{ id, name, country, type, excludes, disabled },
    })),
    contactPoints: contactPoints.map(({ verifiedAt: _, disabled = false, ...point }) => ({ ...point, disabled })),
    capabilities: capabilities.map(({ country, capability, level, providerIds }) => ({
      ...{ country, capability, level, providerIds },
    })),
  };
}

/** Compares a file with the directory. Every change is planned as the editor's own, so faults include what is forbidden. */
export function compareWithFile(facts: EditFacts, editor: Editor, file: DirectoryFile): DirectoryDifference {
  const entries = [...agencyEntries(facts, file), ...pointEntries(facts, file), ...capabilityEntries(facts, file)];
  const faults = [...entries.flatMap(({ fault }) => fault ?? []), ...repeated(entries)];
  const planned = directoryWith(
    facts.directory,
    entries.flatMap(({ edits }) => edits),
  );
  const changes: EntryChange[] = [];
  for (const { list, row, id, change, edits } of entries) {
    if (edits.length === 0) continue;
    try {
      const plans = edits.map((edit) => planEntry({ ...facts, planned }, editor, edit));
      changes.push({ list, row, id, change, fields: plans.flatMap(fieldChanges), edits });
    } catch (error) {
      if (!(error instanceof ReferralError)) throw error;
      faults.push({ list, row, id, field: error.field ?? '', message: error.message });
    }
  }
  return { changes, missing: missing(facts, file), faults };
}

interface ComparedEntry extends Omit<EntryChange, 'fields'> {
  fault?: RowFault;
}

function agencyEntries({ directory }: EditFacts, { agencies = [] }: DirectoryFile): ComparedEntry[] {
  const known = new Map(directory.agencies.map((each) => [each.id, each]));
  return agencies.map(({ row, value }) => {
    const { id, name, country, type, excludes, disabled } = value;
    const entry = { list: 'agencies', row, id } as const;
    const before = known.get(id);
    if (before === undefined) {
      const add: EntryEdit = { type: 'add-agency', agency: { id, name, country, type, excludes } };
      const fault = disabled && { fault: { ...entry, ...NEW_DISABLED } };
      return { ...entry, change: 'added', edits: [add], ...(fault || {}) };
    }
    if (country !== before.country) return { ...unchanged(entry), fault: { ...entry, ...fixed('country') } };
    const isSame = isEqual(
      { name, type, excludes },
      { name: before.name, type: before.type, excludes: before.excludes },
    );
    const details: EntryEdit = { type: 'change-agency', agency: { id, name, type, excludes } };
    const status: EntryEdit = { type: disabled ? 'disable-agency' : 'enable-agency', id };
    const edits = [...(isSame ? [] : [details]), ...(disabled === (before.disabled ?? false) ? [] : [status])];
    return { ...entry, change: 'changed', edits };
  });
}

function pointEntries({ directory }: EditFacts, { contactPoints = [] }: DirectoryFile): ComparedEntry[] {
  const known = new Map(directory.contactPoints.map((each) => [each.id, each]));
  return contactPoints.map(({ row, value }) => {
    const entry = { list: 'contactPoints', row, id: value.id } as const;
    const before = known.get(value.id);
    const { disabled, ...details } = value;
    if (before === undefined) {
      const add: EntryEdit = { type: 'add-contact-point', point: details };
      const fault = disabled && { fault: { ...entry, ...NEW_DISABLED } };
      return { ...entry, change: 'added', edits: [add], ...(fault || {}) };
    }
    const { verifiedAt: _, disabled: wasDisabled = false, ...stored } = before;
    const moved = (['agencyId', 'country'] as const).find((field) => value[field] !== stored[field]);
    if (moved) return { ...unchanged(entry), fault: { ...entry, ...fixed(moved) } };
    const { agencyId: __, country: ___, ...point } = details;
    const change: EntryEdit = { type: 'change-contact-point', point };
    const status: EntryEdit = { type: disabled ? 'disable-contact-point' : 'enable-contact-point', id: value.id };
    const edits = [
      ...(isEqual(details, stored) ? [] : [change]),
      ...((disabled ?? wasDisabled) === wasDisabled ? [] : [status]),
    ];
    return { ...entry, change: 'changed', edits };
  });
}

function capabilityEntries({ directory }: EditFacts, { capabilities = [] }: DirectoryFile): ComparedEntry[] {
  const known = new Map(directory.capabilities.map((each) => [idOfCapability(each), each]));
  return capabilities.map(({ row, value }) => {
    const entry = { list: 'capabilities', row, id: idOfCapability(value) } as const;
    const before = known.get(entry.id);
    const change = before === undefined ? 'added' : 'changed';
    const isSame =
      before !== undefined && before.level === value.level && isEqual(value.providerIds, before.providerIds);
    return { ...entry, change, edits: isSame ? [] : [{ type: 'set-capability', entry: value }] };
  });
}

const NEW_DISABLED = { field: 'disabled', message: 'must be false for a new entry' };

function unchanged(entry: Pick<EntryChange, 'list' | 'row' | 'id'>): ComparedEntry {
  return { ...entry, change: 'changed', edits: [] };
}

function fixed(field: string): Pick<RowFault, 'field' | 'message'> {
  return { field, message: 'cannot be changed; add another entry instead' };
}

/** Every row after the first with the id. */
function repeated(entries: readonly ComparedEntry[]): RowFault[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ list, row, id }) => {
    const key = `${list}/${id}`;
    const known = first.get(key);
    first.set(key, known ?? row);
    return known === undefined ? [] : [{ list, row, id, field: 'id', message: `is in row ${known} already` }];
  });
}

function missing({ directory }: EditFacts, file: DirectoryFile): DirectoryDifference['missing'] {
  const { agencies, contactPoints, capabilities } = file;
  return [
    ...absent('agencies', directory.agencies, agencies, ({ id }) => id),
    ...absent('contactPoints', directory.contactPoints, contactPoints, ({ id }) => id),
    ...absent('capabilities', directory.capabilities, capabilities, idOfCapability),
  ];
}

function absent<Stored, Row>(
  list: FileList,
  stored: readonly Stored[],
  rows: readonly FileRow<Row>[] | undefined,
  idOf: (entry: Stored | Row) => string,
): DirectoryDifference['missing'] {
  if (rows === undefined) return [];
  const given = new Set(rows.map(({ value }) => idOf(value)));
  return stored
    .map(idOf)
    .filter((id) => !given.has(id))
    .map((id) => ({ list, id }));
}

function idOfCapability({ country, capability }: Pick<CapabilityEntry, 'country' | 'capability'>): string {
  return `${country}/${capability}`;
}

function isEqual(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
