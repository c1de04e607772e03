/** The consequences of an edit of the directory: entry before and after, agencies concerned, and who must agree. */

import { canonicalJson } from '../audit/canonical-json.ts';
import type { DirectoryChange, DirectoryPart, RoleChange } from '../audit/leaf.ts';
import type { Person } from '../people.ts';
import type { Agreement, EntryFields } from './directory-edit.ts';

/** The consequences of an edit. */
export interface EditPlan {
  part: DirectoryPart;
  id: string;
  change: DirectoryChange;
  /** The entry as its form shows it, from which its version follows; undefined if it is added. */
  entry?: unknown;
  before: EntryFields;
  after: EntryFields;
  /** The agencies concerned. */
  agencies: readonly string[];
  /** The roles of a person before and after. */
  roles?: readonly RoleChange[];
  agreement: Agreement;
  /** The person who gains a right. */
  favours?: string;
  /** Who states a capability of a country. */
  recordedBy?: Pick<Person, 'personId' | 'agencyId'>;
  /** Of an import: the plan of each of its changes, in order. `before` and `after` then hold whole entries. */
  parts?: readonly Omit<EditPlan, 'entry'>[];
}

/** The names of the fields that differ, in order. */
export function changedFields({ before, after }: Pick<EditPlan, 'before' | 'after'>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name])).sort();
}

/** Fields whose values are codes. The log holds them; names, addresses and subjects are not in the log. */
const CODED = new Set([
  ...[
    'agencyId',
    'calendar',
    'capabilities',
    'capacity',
    'clearances',
    'country',
    'deputyId',
    'disabled',
    'drillDays',
    'excludes',
    'hours',
    'kinds',
    'level',
    'providerIds',
  ],
  ...['events', 'language', 'languages', 'roles', 'scopes', 'type', 'zone'],
  // Of clock policies.
  ...['version', 'digest'],
]);

/** The codes of the changed fields before and after; null if there is no value. */
export function changedCodes(plan: Pick<EditPlan, 'before' | 'after'>): Record<string, [unknown, unknown]> {
  const fields = changedFields(plan).filter((field) => CODED.has(field));
  return Object.fromEntries(fields.map((field) => [field, [plan.before[field] ?? null, plan.after[field] ?? null]]));
}

/** One field that a plan changes; undefined if there is no value. */
export interface FieldChange {
  /** The id of the entry, if the plan changes several. */
  entry?: string;
  field: string;
  before: unknown;
  after: unknown;
}

/** Every field that a plan changes, of an import entry by entry. */
export function fieldChanges({ parts, ...plan }: Pick<EditPlan, 'id' | 'before' | 'after' | 'parts'>): FieldChange[] {
  if (parts !== undefined) {
    return parts.flatMap((part) => fieldChanges(part).map((change) => ({ entry: part.id, ...change })));
  }
  const { before, after } = plan;
  return changedFields(plan).map((field) => ({ field, before: before[field], after: after[field] }));
}
