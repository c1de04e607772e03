/** Compares two versions of the clock policies, field by field. */

import { CLOCK_NAMES, type ClockName } from './clock-names.ts';
import type { ClockPolicies } from './policy-schema.ts';

/** One field that differs. A field that only one version has is undefined in the other. */
export interface PolicyChange {
  /** Absent if the field concerns referrals and not one clock. */
  clock?: ClockName;
  /** For example `terms.urgent.amount`. */
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * The differences, clock by clock, and then those that concern no clock. Lists are compared as a whole. A clock of one
 * version only differs in every field.
 */
export function diffPolicies(before: ClockPolicies, after: ClockPolicies): PolicyChange[] {
  const ofClocks = CLOCK_NAMES.flatMap((clock) => {
    const [fields, others] = [before, after].map(({ clocks }) => fieldsOf(clocks.find(({ id }) => id === clock)));
    if (fields === undefined || others === undefined) return [];
    const names = [...new Set([...fields.keys(), ...others.keys()])];
    return names.flatMap((field): PolicyChange[] => {
      const [one, other] = [fields.get(field), others.get(field)];
      if (JSON.stringify(one) === JSON.stringify(other)) return [];
      return [{ clock, field, before: one, after: other }];
    });
  });
  if (before.onwardLimit === after.onwardLimit) return ofClocks;
  return [...ofClocks, { field: 'onwardLimit', before: before.onwardLimit, after: after.onwardLimit }];
}

/** The values that are no objects, by path. */
function fieldsOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map(path ? [[path, value]] : []);
  const fields = Object.entries(value).flatMap(([name, each]) => [
    ...fieldsOf(each, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(fields);
}
