/** Each exported type has a name of its own, so that a reader who searches for the name finds one definition. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { duplicates } from './type-names.ts';

const FILES = globSync('{domain,workflows,activities,worker,prisma,client,dev}/**/*.{ts,tsx}').filter(
  (file) => !file.startsWith('prisma/generated/'),
);

test('no two files export a type of the same name', () => {
  expect(FILES.length).toBeGreaterThan(700);
  expect(duplicates(FILES.map((path) => ({ path, source: readFileSync(path, 'utf8') })))).toEqual([]);
});

test('a name that two files export is reported, as are interfaces and classes', () => {
  const files = [
    { path: 'domain/one.ts', source: 'export interface Finding {}' },
    { path: 'domain/other.ts', source: 'export type Finding = string;\nexport class Other {}' },
    { path: 'domain/third.ts', source: 'type Other = string;\nexport type { Finding } from "./one.ts";' },
  ];
  expect(duplicates(files)).toEqual(['Finding: domain/one.ts, domain/other.ts']);
});
