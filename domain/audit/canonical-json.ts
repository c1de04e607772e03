/** JSON in one form only (RFC 8785), so that equal values give equal bytes. */

/**
 * JSON with sorted keys and no spaces. Keys are sorted by UTF-16 code units (RFC 8785, section 3.2.3); numbers and
 * strings are those of JSON.stringify (sections 3.2.2.2 and 3.2.2.3). Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  // Loops and not chains of arrays: the whole log is hashed through this function.
  if (Array.isArray(value)) {
    let elements = '';
    for (const [at, element] of value.entries())
      elements += at === 0 ? canonicalJson(element) : `,${canonicalJson(element)}`;
    return `[${elements}]`;
  }
  let members = '';
  // The default order of sort() is that of UTF-16 code units.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Names of fields recur. Only that many are remembered, because names may come from outside. */
const MOST_NAMES = 1_000;
const names = new Map<string, string>();

function quoted(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}
