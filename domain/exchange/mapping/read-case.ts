/** Maps the values of one case to a submission, and gives up the values that its schema refuses. */

import { CASE_FIELDS, type CaseField, type ListName } from '../../submission.ts';
import type { LossReason } from '../loss-report.ts';
import { type ConvertedValue, convert, type FieldValue } from './convert.ts';
import { type LeafIndex, leavesAt, leavesBeside, placesOf } from './find-leaves.ts';
import type { SourceLeaf } from './leaves.ts';
import type { ListMapping, MappedField, MappingFile } from './mapping-file.ts';

/** A case as mapped so far. */
export interface CaseReading {
  /** The submission as the mapping gives it, without the lines for the rest. Its schema has not seen it. */
  value(): Record<string, unknown>;
  /** Gives up the values at the paths of these faults. Returns how many; 0 if no fault is about a value of the file. */
  giveUp(faults: readonly Fault[]): number;
  /** What became of each value that the mapping uses. */
  outcomes(): ReadonlyMap<SourceLeaf, CaseResult>;
}

/** A fault that the schema of a submission found in a mapped case. */
export interface Fault {
  path: readonly PropertyKey[];
  /** The most entries that a list may have, if it has more. */
  max?: number;
  /** Default: `value-not-usable`. */
  reason?: LossReason;
}

/** What became of one value of a case. */
export type CaseResult = 'mapped' | LossReason;

/** The values of one field. A field for one value has at most one. */
interface FieldState {
  definition: MappedField;
  values: ConvertedValue[];
  isStrict: boolean;
}

interface FieldRules {
  isForSeveral: boolean;
  /** The case is refused if the value cannot be used. */
  isStrict: boolean;
}

interface RowState {
  list: ListName;
  fields: Map<string, FieldState>;
  isGivenUp: boolean;
}

const FIELDS_OF_SEVERAL: readonly CaseField[] = ['urgencyGrounds', 'crimeAreas', 'languages'];
const FIELDS_OF_JOINED_TEXT: readonly CaseField[] = ['summary', 'handling.text'];
/** Without such a value the case could be handled more freely than its sender permits. */
const RESTRICTIONS: readonly CaseField[] = ['handling.code', 'handling.text', 'tlp'];
const TRUTH_VALUES = ['verified', 'proxySuspected', 'viewedByReporter', 'publiclyAvailable'];

/** Maps the values of a case. `giveUp` then removes those that the schema of the submission refuses. */
export function mapCaseToSubmission(mapping: MappingFile, index: LeafIndex): CaseReading {
  const refused = new Map<SourceLeaf, LossReason>();
  const stateOf = (
    definition: MappedField,
    leaves: readonly SourceLeaf[],
    { isForSeveral, isStrict }: FieldRules,
  ): FieldState => {
    const values: ConvertedValue[] = [];
    for (const leaf of leaves) {
      if (values.length > 0 && !isForSeveral) break;
      const converted = convert(leaf, definition, mapping.tables);
      if (converted) values.push(converted);
      else if (leaf.text.trim() === '') continue;
      else if (isStrict) values.push({ value: leaf.text, leaves: [leaf], isBroader: false });
      else refused.set(leaf, 'value-not-usable');
    }
    return { definition, values, isStrict };
  };
  const fields = new Map<CaseField, FieldState>();
  for (const name of CASE_FIELDS) {
    const definition = mapping.fields[name];
    if (definition === undefined) continue;
    const isForSeveral = FIELDS_OF_SEVERAL.includes(name) || FIELDS_OF_JOINED_TEXT.includes(name);
    const isStrict = RESTRICTIONS.includes(name) && definition.default === undefined;
    fields.set(name, stateOf(definition, leavesAt(index, pathsOf(definition)), { isForSeveral, isStrict }));
  }
  const rows = mapping.lists.flatMap((list) =>
    rowsOf(list, index, (definition, leaves) => stateOf(definition, leaves, { isForSeveral: false, isStrict: false })),
  );
  return {
    value: () => submissionOf(fields, rows),
    giveUp: (faults) => giveUp(faults, fields, rows, refused),
    outcomes: () => outcomesOf(fields, rows, refused),
  };
}

type MakeState = (definition: MappedField, leaves: readonly SourceLeaf[]) => FieldState;

/** A row has at least one value of the file, unless the mapping gives constants only. */
function rowsOf({ list, each, fields }: ListMapping, index: LeafIndex, make: MakeState): RowState[] {
  const finders = Object.entries(fields).map(([name, definition]) => {
    const paths = pathsOf(definition);
    const found = each === undefined ? () => leavesAt(index, paths) : leavesBeside(index, paths, each);
    return { name, definition, found };
  });
  const isConstant = finders.every(({ definition }) => definition.from === undefined);
  const places = each === undefined ? [[]] : placesOf(index, each);
  return places.flatMap((place) => {
    const states = finders.map(({ name, definition, found }): [string, FieldState] => [
      name,
      make(definition, found(place)),
    ]);
    const row: RowState = { list, fields: new Map(states), isGivenUp: false };
    return isConstant || hasValues(row) ? [row] : [];
  });
}

function pathsOf({ from = [] }: MappedField): string[] {
  return [from].flat();
}

function hasValues({ fields }: RowState): boolean {
  return [...fields.values()].some(({ values }) => values.length > 0);
}

function submissionOf(fields: ReadonlyMap<CaseField, FieldState>, rows: readonly RowState[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, state] of fields) {
    const found = caseValue(name, state);
    const [first = '', second] = name.split('.');
    if (found === undefined) continue;
    if (second === undefined) value[first] = found;
    else value[first] = { ...Object(value[first]), [second]: found };
  }
  for (const [list, own] of Map.groupBy(rows.filter(isKept), (row) => row.list)) value[list] = own.map(rowValue);
  return value;
}

function isKept({ isGivenUp }: RowState): boolean {
  return !isGivenUp;
}

function caseValue(name: CaseField, { definition, values }: FieldState): unknown {
  const found = values.map(({ value }) => value);
  const given =
    found.length > 0 ? found : [definition.constant ?? definition.default].filter((each) => each !== undefined);
  if (FIELDS_OF_SEVERAL.includes(name)) return given.length > 0 ? [...new Set(given)] : undefined;
  return FIELDS_OF_JOINED_TEXT.includes(name) && given.length > 1 ? given.join('\n') : given[0];
}

/** An indicator without a country has null. */
function rowValue({ list, fields }: RowState): Record<string, unknown> {
  const value: Record<string, unknown> = list === 'indicators' ? { country: null } : {};
  for (const [name, { definition, values }] of fields) {
    const found = values[0]?.value ?? definition.constant ?? definition.default;
    if (found !== undefined) value[name] = TRUTH_VALUES.includes(name) ? truthValue(found) : found;
  }
  return value;
}

function truthValue(value: FieldValue): FieldValue {
  return value === 'true' || (value === 'false' ? false : value);
}

/** All faults are about the same numbering of rows, so rows are looked up before any is given up. */
function giveUp(
  faults: readonly Fault[],
  fields: ReadonlyMap<CaseField, FieldState>,
  rows: readonly RowState[],
  refused: Map<SourceLeaf, LossReason>,
): number {
  const numbered = Map.groupBy(rows.filter(isKept), ({ list }) => list);
  const steps = faults.map(({ path: [first, second, third], max, reason = 'value-not-usable' }) => {
    const own = LIST_OF.get(first) && numbered.get(LIST_OF.get(first) ?? 'subjects');
    if (own) {
      if (second === undefined) return () => own.slice(max ?? own.length).filter(giveUpRow).length;
      const row = own[Number(second)];
      return () => (row ? giveUpInRow(row, third, { refused, reason }) : 0);
    }
    const name = CASE_FIELDS.find((each) => each === first || each === `${String(first)}.${String(second)}`);
    const state = name && fields.get(name);
    const value =
      name && state && FIELDS_OF_SEVERAL.includes(name) ? [caseValue(name, state)].flat()[Number(second)] : undefined;
    return () => (state ? giveUpValues(state, { refused, reason, value, max }) : 0);
  });
  return steps.reduce((total, step) => total + step(), 0);
}

const LIST_OF = new Map<PropertyKey | undefined, ListName>(
  (['originReferences', 'indicators', 'materials', 'subjects', 'preservation', 'particulars'] as const).map((list) => [
    list,
    list,
  ]),
);

/** If a required field has no value, the whole row is left out. */
function giveUpInRow(row: RowState, property: PropertyKey | undefined, given: Giving): number {
  if (row.isGivenUp) return 0;
  const state = typeof property === 'string' ? row.fields.get(property) : undefined;
  const count = state ? giveUpValues(state, given) : 0;
  if (count > 0 && hasValues(row)) return count;
  return giveUpRow(row) ? count + 1 : count;
}

/** A row of constants is the same for every case: its fault is one of the mapping, and is reported. */
function giveUpRow(row: RowState): boolean {
  const isOfFile = [...row.fields.values()].some(({ definition }) => definition.from !== undefined);
  row.isGivenUp = row.isGivenUp || isOfFile;
  return isOfFile;
}

interface Giving {
  refused: Map<SourceLeaf, LossReason>;
  reason: LossReason;
  /** One value of several; all of them if undefined. */
  value?: unknown;
  /** Only those after so many. */
  max?: number | undefined;
}

function giveUpValues(state: FieldState, { refused, reason, value, max = 0 }: Giving): number {
  if (state.isStrict) return 0;
  const given = state.values.filter((each, n) => n >= max && (value === undefined || each.value === value));
  state.values = state.values.filter((each) => !given.includes(each));
  for (const { leaves } of given) for (const leaf of leaves) refused.set(leaf, reason);
  return given.length;
}

function outcomesOf(
  fields: ReadonlyMap<CaseField, FieldState>,
  rows: readonly RowState[],
  refused: ReadonlyMap<SourceLeaf, LossReason>,
): Map<SourceLeaf, CaseResult> {
  const outcomes = new Map<SourceLeaf, CaseResult>(refused);
  const kept = [...fields.values(), ...rows.filter(isKept).flatMap((row) => [...row.fields.values()])];
  const used = kept.flatMap(({ values }) => values);
  for (const { leaves, isBroader } of used.toSorted((one, other) => Number(other.isBroader) - Number(one.isBroader))) {
    for (const leaf of leaves) outcomes.set(leaf, isBroader ? 'mapped-to-broader-term' : 'mapped');
  }
  return outcomes;
}
