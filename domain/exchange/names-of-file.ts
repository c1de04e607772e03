/** Names of elements and fields that a file brings. The loss report shows them, so they must carry nothing else. */

import { assessLeaves } from '../guard/assess.ts';

/** Codes and abbreviations in the names of a real file have fewer bytes. */
const MOST_IDENTIFIERS = 200;

/** True if the names of a file are words, and may be shown and stored. They count towards no budget. */
export function mayShowNames(names: Iterable<string>): boolean {
  const text = Array.from(new Set(names), wordsOf).join('\n');
  const { files, opaque, identifier } = assessLeaves([{ path: 'names', text }]);
  return files.length === 0 && opaque === 0 && identifier <= MOST_IDENTIFIERS;
}

/** The words of a name such as `ageAssertion_discrepancy`. */
function wordsOf(name: string): string {
  return name.replace(/[_.-]+/g, ' ').replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
}
