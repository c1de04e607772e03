/** The file of the directory: its round trip, its difference from the directory, and what an import refuses. */

import { describe, expect, test } from 'vitest';
import type { CapabilityEntry, EditFacts, EntryEdit } from '../../../domain/administration/directory-edit.ts';
import {
  type AgencyRow,
  compareWithFile,
  type DirectoryFile,
  exportDirectory,
  type PointRow,
} from '../../../domain/administration/directory-file.ts';
import { leavesOfEdit } from '../../../domain/administration/edit-leaf.ts';
import { fieldChanges } from '../../../domain/administration/edit-plan.ts';
import type { Editor } from '../../../domain/administration/editor.ts';
import { planEdit } from '../../../domain/administration/plan-edit.ts';
import type { Directory } from '../../../domain/routing/directory.ts';
import { loadSeed } from '../../../prisma/seed/load.ts';
import { codeOf } from './refusal-code.ts';

const NOW = '2026-11-30T08:00:00.000Z';
const { directory } = loadSeed(NOW);
const facts: EditFacts = { directory, closedDays: [], now: NOW };
const editorAt = (agencyId: string): Editor => ({
  person: { kind: 'person', personId: 'karl.rowan', agencyId, roles: ['administrator'] },
  everywhere: agencyId === 'xr-desk',
});
const KARL = editorAt('xr-desk');

const rows = <T>(values: readonly T[]) => values.map((value, place) => ({ row: place + 1, value }));
type Exported = ReturnType<typeof exportDirectory>;

function fileOf(change: (exported: Exported) => Partial<Exported> = (all) => all): DirectoryFile {
  const { agencies, contactPoints, capabilities } = change(exportDirectory(directory));
  return {
    ...(agencies && { agencies: rows(agencies) }),
    ...(contactPoints && { contactPoints: rows(contactPoints) }),
    ...(capabilities && { capabilities: rows(capabilities) }),
  };
}

const compare = (file: DirectoryFile, by = KARL) => compareWithFile(facts, by, file);
const agency = (id: string): AgencyRow => {
  const found = exportDirectory(directory).agencies.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The seed has no agency ${id}.`);
  return found;
};
const point = (id: string): PointRow => {
  const found = exportDirectory(directory).contactPoints.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The seed has no contact point ${id}.`);
  return found;
};

test('what was exported changes nothing when it is imported', () => {
  const disabled: Directory = {
    ...directory,
    agencies: directory.agencies.map((each) => (each.id === 'fi-birch' ? { ...each, disabled: true } : each)),
    contactPoints: directory.contactPoints.map((each) =>
      each.id === 'fi-birch-spoc' ? { ...each, disabled: true } : each,
    ),
  };
  for (const each of [directory, disabled]) {
    const exported = exportDirectory(each);
    const file = JSON.parse(JSON.stringify(exported)) as Exported;
    const { agencies, contactPoints, capabilities } = file;
    const read = { agencies: rows(agencies), contactPoints: rows(contactPoints), capabilities: rows(capabilities) };
    const difference = compareWithFile({ ...facts, directory: each }, KARL, read);
    expect(difference).toEqual({ changes: [], missing: [], faults: [] });
  }
});

test('a contact point is disabled by a file, and stays as it is if the file does not say', () => {
  const { disabled: _, ...silent } = point('fi-birch-spoc');
  expect(compare({ contactPoints: rows([silent]) }).changes).toEqual([]);
  expect(compare({ contactPoints: rows([{ ...silent, disabled: true }]) }).changes).toMatchObject([
    {
      ...{ id: 'fi-birch-spoc', fields: [{ field: 'disabled', before: false, after: true }] },
      edits: [{ type: 'disable-contact-point', id: 'fi-birch-spoc' }],
    },
  ]);
});

test('added and changed entries have their fields before and after, and missing ones are listed', () => {
  const birch = { ...agency('fi-birch'), name: 'Model Unit Ash', disabled: true };
  const added = { ...birch, id: 'fi-new', name: 'New', disabled: false };
  const { changes, missing, faults } = compare({
    agencies: rows([birch, added]),
    contactPoints: rows([{ ...point('fi-birch-spoc'), hours: '07:00-15:00' }]),
  });
  expect(faults).toEqual([]);
  expect(changes).toMatchObject([
    {
      ...{ list: 'agencies', row: 1, id: 'fi-birch', change: 'changed' },
      fields: [
        { field: 'name', before: agency('fi-birch').name, after: 'Model Unit Ash' },
        { field: 'disabled', before: false, after: true },
      ],
    },
    { list: 'agencies', row: 2, id: 'fi-new', change: 'added' },
    { list: 'contactPoints', row: 1, id: 'fi-birch-spoc', fields: [{ field: 'hours', after: '07:00-15:00' }] },
  ]);
  expect(missing).toHaveLength(directory.agencies.length - 1 + directory.contactPoints.length - 1);
  expect(missing).toContainEqual({ list: 'agencies', id: 'xr-desk' });
});

describe('faults name row and field', () => {
  test.each<[string, DirectoryFile, object]>([
    [
      'the same id twice',
      { agencies: rows([agency('fi-birch'), agency('fi-birch')]) },
      { list: 'agencies', row: 2, id: 'fi-birch', field: 'id' },
    ],
    [
      'another country',
      { agencies: rows([{ ...agency('fi-birch'), country: 'SE' as const }]) },
      { list: 'agencies', row: 1, field: 'country' },
    ],
    [
      'a contact point of another agency',
      { contactPoints: rows([{ ...point('fi-birch-spoc'), agencyId: 'fi-alder' }]) },
      { list: 'contactPoints', row: 1, field: 'agencyId' },
    ],
    [
      'a deputy that does not exist',
      { contactPoints: rows([{ ...point('fi-birch-spoc'), deputyId: 'nobody' }]) },
      { list: 'contactPoints', row: 1, id: 'fi-birch-spoc', field: 'deputyId' },
    ],
    [
      'a new agency that is disabled',
      { agencies: rows([{ ...agency('fi-birch'), id: 'fi-new', disabled: true }]) },
      { list: 'agencies', row: 1, field: 'disabled' },
    ],
    [
      'a new contact point that is disabled',
      { contactPoints: rows([{ ...point('fi-birch-spoc'), id: 'fi-new', disabled: true }]) },
      { list: 'contactPoints', row: 1, field: 'disabled' },
    ],
    [
      'a level without a provider',
      { capabilities: rows([{ country: 'FI', capability: 'prevention', level: 'full', providerIds: [] }]) },
      { list: 'capabilities', row: 1, id: 'FI/prevention', field: 'providerIds' },
    ],
  ])('%s', (_, file, fault) => {
    expect(compare(file).faults).toMatchObject([fault]);
  });

  test('an administrator of another agency changes only the own entries', () => {
    const file = fileOf(() => ({ agencies: [{ ...agency('fi-birch'), name: 'Mine' }] }));
    expect(compare(file, editorAt('fi-alder')).faults).toMatchObject([{ id: 'fi-birch', field: '' }]);
    const capability = exportDirectory(directory).capabilities[0];
    if (capability === undefined) throw new Error('The seed has no capability.');
    const registry = { capabilities: rows([{ ...capability, level: 'none' as const, providerIds: [] }]) };
    expect(compare(registry, editorAt('fi-alder')).faults).toHaveLength(1);
  });
});

describe('the import of a new agency with a contact point and a capability', () => {
  const added: AgencyRow = { ...agency('fi-birch'), id: 'fi-new', name: 'New' };
  const awareness = { country: 'FI', capability: 'awareness', level: 'partial', providerIds: ['fi-new'] } as const;
  const desk = { ...point('fi-birch-spoc'), agencyId: 'fi-new', capabilities: ['awareness' as const] };
  const file: DirectoryFile = {
    agencies: rows([added]),
    contactPoints: rows([
      { ...desk, id: 'fi-new-one', deputyId: 'fi-new-two' },
      { ...desk, id: 'fi-new-two', deputyId: 'fi-new-one' },
    ]),
    capabilities: rows([{ ...awareness, providerIds: [...awareness.providerIds] }]),
  };
  const { changes, faults } = compare(file);
  const edits = changes.flatMap((change) => change.edits);
  const plan = planEdit(facts, KARL, { type: 'import-directory', edits });

  test('is checked as a whole: entries may refer to entries of the same file', () => {
    expect(faults).toEqual([]);
    expect(changes.map(({ id }) => id)).toEqual(['fi-new', 'fi-new-one', 'fi-new-two', 'FI/awareness']);
  });

  test('is one change with a second administrator, with a leaf for each entry', () => {
    expect(plan).toMatchObject({ part: 'import', id: '4', agreement: 'second-administrator' });
    const leaves = leavesOfEdit(plan, { id: 'p', step: 'applied' });
    expect(leaves.map(({ directory: part, id }) => `${part} ${id}`)).toEqual([
      'agency fi-new',
      'contact-point fi-new-one',
      'contact-point fi-new-two',
      'capability FI/awareness',
    ]);
    expect(leaves[3]?.codes).toMatchObject({ providerIds: [expect.anything(), ['fi-new']] });
    expect(fieldChanges(plan)).toContainEqual({
      ...{ entry: 'fi-new', field: 'name', before: undefined, after: 'New' },
    });
  });

  test('is refused if any other field of an entry changed after the proposal', () => {
    const renamed = { type: 'change-agency', agency: { ...agency('fi-birch'), name: 'A' } } as const;
    const { before } = planEdit(facts, KARL, { type: 'import-directory', edits: [renamed] });
    expect(before).toMatchObject({ 'agency/fi-birch': { type: agency('fi-birch').type } });
  });
});

test('a provider stays in the registry as long as its contact points offer the capability', () => {
  const entry = directory.capabilities.find(({ country, providerIds, capability }) =>
    directory.contactPoints.some(
      (each) =>
        each.country === country && providerIds.includes(each.agencyId) && each.capabilities.includes(capability),
    ),
  );
  if (entry === undefined) throw new Error('The seed has no capability that a contact point offers.');
  const { country, capability } = entry;
  const none: CapabilityEntry = { country, capability, level: 'none', providerIds: [] };
  const edit: EntryEdit = { type: 'set-capability', entry: none };
  expect(codeOf(() => planEdit(facts, KARL, edit))).toBe('INVALID_INPUT');
});
