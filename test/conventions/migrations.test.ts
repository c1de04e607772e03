/** Migrations expand first and contract in a later version, so that an upgrade needs no downtime. */

import { describe, expect, test } from 'vitest';
import { readMigrations } from '../../prisma/migrations.ts';
import { contractionsIn } from './contractions.ts';

/** The rule holds from here on; CHANGELOG.md says that the upgrade to this version needs a stop. */
const FIRST = '20261130091500';

const { migrationDirectories } = await readMigrations();
const later = migrationDirectories.filter(({ path }) => path >= FIRST);

test.each(later)('$path expands only', ({ migrationFile }) => {
  if (migrationFile.content.tag !== 'ok') throw new Error('The script cannot be read.');
  expect(contractionsIn(migrationFile.content.value)).toEqual([]);
});

describe('a migration', () => {
  test.each([
    ['DROP TABLE "letter"', ['drops a table']],
    ['ALTER TABLE "party" DROP COLUMN "held"', ['drops a column']],
    ['ALTER TABLE "party" RENAME COLUMN "a" TO "b"', ['renames']],
    ['ALTER TABLE "party" ALTER COLUMN "seq" SET DATA TYPE BIGINT', ['changes the type of a column']],
    ['ALTER TABLE "party" ALTER COLUMN "seq" SET NOT NULL', ['requires a value']],
    ['ALTER TABLE "party" ALTER COLUMN "seq" DROP DEFAULT', ['drops a default']],
    ['ALTER TABLE "party" ADD COLUMN "n" INTEGER NOT NULL', ['adds a column that old processes do not fill']],
    ['ALTER TABLE "party" ADD CONSTRAINT "c" CHECK (n > 0)', ['adds a constraint']],
    ['CREATE UNIQUE INDEX "i" ON "party"("n")', ['adds a unique index']],
  ])('must not contract: %s', (script, expected) => {
    expect(contractionsIn(script)).toEqual(expected);
  });

  test.each([
    'ALTER TABLE "party" ADD COLUMN "n" INTEGER',
    'ALTER TABLE "party" ADD COLUMN "n" INTEGER NOT NULL DEFAULT 0',
    'CREATE TABLE "new" ("n" INTEGER NOT NULL); CREATE UNIQUE INDEX "i" ON "new"("n")',
    'CREATE INDEX "i" ON "party"("n"); DROP INDEX "j"',
    '-- Contracts: not used since version 0.3\nALTER TABLE "party" DROP COLUMN "held"',
  ])('may expand: %s', (script) => {
    expect(contractionsIn(script)).toEqual([]);
  });
});
