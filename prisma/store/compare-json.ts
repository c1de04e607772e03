/** Compares values as JSON. */

/**
 * True if both have the same JSON, in any order of keys. Members that are undefined are left out. Loops and no texts of whole
 * rows: many referrals are compared through this function.
 */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  let more = 0;
  for (const name of Object.keys(one)) {
    const member = one[name];
    if (member === undefined) continue;
    if (!isSameJson(member, other[name])) return false;
    more += 1;
  }
  for (const name of Object.keys(other)) {
    if (other[name] !== undefined) more -= 1;
  }
  return more === 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
