/** The statistics: adds noted changes to the counts, compares the counts with recipients and parties, and derives them again. */

import { Prisma } from '../generated/client.ts';
import { type Database, LONG_TRANSACTION, type Queries } from './connect.ts';
import { compareRequests, mergeRequests, rebuildRequests } from './request-statistics.ts';
import {
  ADDED_COUNTS,
  EVERY_PARTY,
  EVERY_RECIPIENT,
  lastOf,
  partyCounts,
  recipientCounts,
} from './statistic-counts.ts';

/** Changes that are added in one statement. */
const BATCH = 20_000;

/**
 * Adds the changes that acts noted to the counts, until none is left. Acts do not wait for it: they only add rows. Until
 * then, readers add the changes themselves.
 *
 * @returns the number of changes.
 */
export async function mergeStatistics(db: Database, batch = BATCH): Promise<number> {
  let all = 0;
  for (;;) {
    const merged = await db.$transaction(async (tx) => {
      await lockStatistics(tx);
      return Math.max(await mergeBatch(tx, batch), await mergeRequests(tx, batch));
    }, LONG_TRANSACTION);
    all += merged;
    if (merged < batch) return all;
  }
}

/** One merge or rebuild at a time: they write the same rows. */
async function lockStatistics(db: Queries): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(420028)`;
}

async function mergeBatch(db: Queries, batch: number): Promise<number> {
  const rows = await db.$queryRaw<{ merged: number }[]>`
    WITH recipients AS (
      DELETE FROM recipient_change WHERE id <= ${lastOf('recipient_change', batch)} RETURNING *
    ), parties AS (
      DELETE FROM party_change WHERE id <= ${lastOf('party_change', batch)} RETURNING *
    ), added AS (
      INSERT INTO statistic AS s (agency_id, dimension, month, key, recipients, counts)
      ${grouped(countsFrom(Prisma.sql`SELECT * FROM recipients`, Prisma.sql`SELECT * FROM parties`))}
      ON CONFLICT (agency_id, dimension, month, key) DO UPDATE SET
        recipients = s.recipients + EXCLUDED.recipients,
        counts = ${ADDED_COUNTS}
    )
    SELECT greatest((SELECT count(*) FROM recipients), (SELECT count(*) FROM parties))::int AS merged`;
  return rows[0]?.merged ?? 0;
}

/**
 * Compares the counts, and the changes that were not added yet, with recipients, parties and request events. Returns the
 * agencies for which they differ. One statement for each table of counts, so that acts may continue.
 */
export async function compareStatistics(db: Queries): Promise<string[]> {
  const rows = await db.$queryRaw<{ agencyId: string }[]>`
    WITH stored AS (
      SELECT agency_id, dimension, month, key, measure, sum(n)::int AS n FROM (
        SELECT agency_id, dimension, month, key, each.measure, each.n::int
        FROM statistic, jsonb_each_text(counts) AS each (measure, n)
        UNION ALL SELECT agency_id, dimension, month, key, 'total', recipients FROM statistic
        UNION ALL ${withTotals(countsFrom(RECIPIENT_CHANGES, PARTY_CHANGES))}
      ) AS part (agency_id, dimension, month, key, measure, n)
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0
    ), derived AS (
      ${withTotals(countsFrom(EVERY_RECIPIENT, EVERY_PARTY))}
    )
    SELECT DISTINCT agency_id AS "agencyId" FROM (
      (SELECT * FROM stored EXCEPT SELECT * FROM derived) UNION ALL (SELECT * FROM derived EXCEPT SELECT * FROM stored)
    ) AS different ORDER BY 1`;
  return [...new Set([...rows.map(({ agencyId }) => agencyId), ...(await compareRequests(db))])].sort();
}

/**
 * Derives all counts from recipients, parties and request events. Acts may continue. Changes that they record meanwhile are
 * added later.
 */
export async function rebuildStatistics(db: Database): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockStatistics(tx);
    // One statement, which sees either a change with its effect on the recipients, or neither.
    await tx.$executeRaw`
      WITH derived AS (
        ${grouped(countsFrom(EVERY_RECIPIENT, EVERY_PARTY))}
      ), recipients AS (DELETE FROM recipient_change), parties AS (DELETE FROM party_change), gone AS (
        DELETE FROM statistic AS s WHERE NOT EXISTS (
          SELECT FROM derived AS d
          WHERE (d.agency_id, d.dimension, d.month, d.key) = (s.agency_id, s.dimension, s.month, s.key)
        )
      )
      INSERT INTO statistic (agency_id, dimension, month, key, recipients, counts) SELECT * FROM derived
      ON CONFLICT (agency_id, dimension, month, key) DO UPDATE SET
        recipients = EXCLUDED.recipients, counts = EXCLUDED.counts`;
    await rebuildRequests(tx);
  }, LONG_TRANSACTION);
}

/** The changes that were not added yet. */
export const RECIPIENT_CHANGES = Prisma.sql`SELECT * FROM recipient_change`;
export const PARTY_CHANGES = Prisma.sql`SELECT * FROM party_change`;

function countsFrom(recipients: Prisma.Sql, parties: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT * FROM (${recipientCounts(recipients)} UNION ALL ${partyCounts(parties)})
    AS counted (agency_id, dimension, month, key, measure, n) WHERE n <> 0`;
}

/** Rows of `statistic`, without those in which nothing is counted. */
function grouped(counts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT agency_id, dimension, month, key, coalesce(sum(n) FILTER (WHERE measure = 'recipients'), 0)::int AS recipients,
      jsonb_object_agg(measure, n) AS counts
    FROM (${counts}) AS row_count GROUP BY agency_id, dimension, month, key`;
}

/** With the column `recipients` as one more count, so that it is compared too. */
function withTotals(counts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT agency_id, dimension, month, key, unnest(CASE measure WHEN 'recipients'
      THEN ARRAY['recipients', 'total'] ELSE ARRAY[measure] END) AS measure, n
    FROM (${counts}) AS row_count`;
}
