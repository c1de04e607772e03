/** Paths of a mapping file, for example `reports[*].files[*].md5`, and of single values, for example `reports[0].files[2].md5`. */

/** Where a value is: names of objects, and places in lists, which count from 0. */
export type Path = readonly (string | number)[];

/** As a path; null means `[*]`, every place of a list. */
export type PathPattern = readonly (string | number | null)[];

const PART = /(?:^|\.)([^.[\]"]+)|\[(\*|\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** Undefined if the text is no path. A name with other characters is written `["a.b"]`. */
export function parsePath(text: string): PathPattern | undefined {
  const pattern: (string | number | null)[] = [];
  for (let at = 0; at < text.length; ) {
    PART.lastIndex = at;
    const [part = '', name, place, quoted] = PART.exec(text) ?? [];
    if (part === '') return undefined;
    if (name !== undefined) pattern.push(name);
    else if (place !== undefined) pattern.push(place === '*' ? null : Number(place));
    else {
      const unquoted = nameIn(quoted ?? '');
      if (unquoted === undefined) return undefined;
      pattern.push(unquoted);
    }
    at += part.length;
  }
  return pattern.length === 0 ? undefined : pattern;
}

/** Equal for all values that differ only in their places in lists. */
export function shapeOf(path: Path | PathPattern): string {
  return JSON.stringify(path.map((part) => (typeof part === 'string' ? part : null)));
}

/** True if the beginning of the path matches the pattern. An open place of the pattern matches any place in a list. */
export function matches(pattern: PathPattern, path: Path): boolean {
  return pattern.every((part, n) => (part === null ? typeof path[n] === 'number' : part === path[n]));
}

/** The number of parts that both patterns begin with. */
export function sharedLength(one: PathPattern, other: PathPattern): number {
  const differs = one.findIndex((part, n) => part !== other[n] || n >= other.length);
  return differs === -1 ? one.length : differs;
}

/** @param isShown whether a name may be repeated; others become a question mark. */
export function pathText(path: Path, isShown: (name: string) => boolean): string {
  const parts = path.map((part, n) => {
    if (typeof part === 'number') return `[${part}]`;
    return `${n === 0 ? '' : '.'}${isShown(part) ? part : '?'}`;
  });
  return parts.join('').slice(0, LONGEST_TEXT);
}

/** In characters. The label of a line of particulars may be no longer. */
const LONGEST_TEXT = 400;

function nameIn(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
