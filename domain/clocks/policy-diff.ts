/** Compares two versions of the clock policies, field by field. */

import type { ClockName } from '../vocabulary.ts';
import type { ClockPolicies } from './clock-policy.ts';

/** One field that differs. A field that only one version has is undefined in the other. */
export interface PolicyChange {
  clock: ClockName;
  /** For example `terms.urgent.amount`. */
  field: string;
  before: unknown;
  after: unknown;
}

/** The differences, in the order of the clocks of `before`. Lists are compared as a whole. */
export function diffPolicies(before: ClockPolicies, after: ClockPolicies): PolicyChange[] {
  return before.clocks.flatMap((policy) => {
    const fields = fieldsOf(policy);
    const others = fieldsOf(after.clocks.find(({ id }) => id === policy.id));
    const names = [...new Set([...fields.keys(), ...others.keys()])];
    return names.flatMap((field): PolicyChange[] => {
      const [one, other] = [fields.get(field), others.get(field)];
      if (JSON.stringify(one) === JSON.stringify(other)) return [];
      return [{ clock: policy.id, field, before: one, after: other }];
    });
  });
}

/** The values that are no objects, by path. */
function fieldsOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map(path ? [[path, value]] : []);
  const fields = Object.entries(value).flatMap(([name, each]) => [
    ...fieldsOf(each, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(fields);
}
