/** JSON in one form only (RFC 8785), so that equal values give equal bytes. */

/**
 * JSON with sorted keys and no spaces. Keys are sorted by UTF-16 code units (RFC 8785, section 3.2.3); numbers and
 * strings are those of JSON.stringify (sections 3.2.2.2 and 3.2.2.3). Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
