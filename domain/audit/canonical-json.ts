/** JSON in one form only (RFC 8785), so that equal values give equal bytes. */

/**
 * JSON with sorted keys and no spaces. Keys are sorted by UTF-16 code units (RFC 8785, section 3.2.3); numbers and
 * strings are those of JSON.stringify (sections 3.2.2.2 and 3.2.2.3). Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  // Loops and not chains of arrays: the whole log is hashed through this function.
  if (Array.isArray(value)) {
    let elements = '';
    for (let at = 0; at < value.length; at += 1) {
      elements += at === 0 ? canonicalJson(value[at]) : `,${canonicalJson(value[at])}`;
    }
    return `[${elements}]`;
  }
  let members = '';
  for (const name of sortedNames(value)) {
    const member = value[name];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${labelOf(name)}${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Names of fields recur. Only that many are remembered, because names may come from outside. */
const MOST_NAMES = 1_000;
const labels = new Map<string, string>();

function labelOf(name: string): string {
  const known = labels.get(name);
  if (known !== undefined) return known;
  const label = `${JSON.stringify(name)}:`;
  if (labels.size < MOST_NAMES) labels.set(name, label);
  return label;
}

/** Printable ASCII without quotation mark and backslash: JSON escapes nothing of it. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Most strings are plain. For them this takes half of the time of JSON.stringify. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Up to this many names, insertion takes less than half of the time of sort(). */
const FEW = 16;

/** The names of the members in the order of UTF-16 code units, which is that of sort() and of `<`. */
function sortedNames(value: object): string[] {
  const names = Object.keys(value);
  if (names.length > FEW) return names.sort();
  for (let from = 1; from < names.length; from += 1) {
    const name = names[from] ?? '';
    let at = from;
    for (let before = names[at - 1]; at > 0 && before !== undefined && before > name; before = names[at - 1]) {
      names[at] = before;
      at -= 1;
    }
    names[at] = name;
  }
  return names;
}
