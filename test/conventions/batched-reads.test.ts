/**
 * Prisma merges `findUnique` calls of one tick into one query. Two requests of two agencies would then run for the agency of the
 * first one, and row-level security would show the second one a row of the first.
 */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FILES = globSync('{prisma,client,activities,worker,workflows,dev}/**/*.{ts,tsx}').filter(
  (file) => !file.startsWith('prisma/generated/'),
);

test('no code uses findUnique: findFirst is never merged', () => {
  expect(FILES.length).toBeGreaterThan(300);
  const users = FILES.filter((file) => /\.findUnique(OrThrow)?\b/.test(readFileSync(file, 'utf8')));
  expect(users).toEqual([]);
});

test('no query uses LIKE on a column: under row-level security it could use no index', () => {
  const store = FILES.filter((file) => file.startsWith('prisma/store/'));
  const users = store.filter((file) => /\b(startsWith|endsWith|contains):|\bI?LIKE\b/.test(readFileSync(file, 'utf8')));
  expect(users).toEqual([]);
});
