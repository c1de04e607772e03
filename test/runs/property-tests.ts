/** Finds the property tests: the test files that reach fast-check, directly or through other files of `test`. */

import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The paths of the test files, sorted. */
export async function propertyTests(): Promise<string[]> {
  const imports = new Map<string, string[]>();
  for await (const path of glob('test/**/*.ts')) imports.set(path, importsIn(await readFile(path, 'utf8'), path));
  const reaching = new Set(['fast-check']);
  for (let known = 0; known < reaching.size; ) {
    known = reaching.size;
    for (const [path, imported] of imports) if (imported.some((each) => reaching.has(each))) reaching.add(path);
  }
  return [...reaching].filter((path) => path.endsWith('.test.ts')).sort();
}

/** The packages that a file imports, and the paths of its own files. */
function importsIn(text: string, path: string): string[] {
  const names = [...text.matchAll(/^(?:(?:import|export|\}) .*from|import) '([^']+)';$/gm)].map(
    ([, name = '']) => name,
  );
  return names.map((name) => (name.startsWith('.') ? join(dirname(path), name) : name));
}
