/** Referrals are listed in pages, and the cost of a page does not depend on the number of referrals. */

import { beforeAll, expect, test } from 'vitest';
import type { Database, Queries } from '../../prisma/store/connect.ts';
import { knownReferrals } from '../../prisma/store/rebuild.ts';
import { testDatabase } from '../support/database.ts';

const [REFERRALS, ENTRIES, PAGE] = [3_000, 4, 10];

let db: Database;
let owner: Database;

beforeAll(async () => {
  ({ db, owner } = await testDatabase());
  await db.$executeRaw`
    INSERT INTO journal (referral_id, seq, at, act_id, by, schema, type, event)
    SELECT id, seq, now(), 'act', '{}', 1, 'submitted', '{}'
    FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, ${REFERRALS}::int)) AS referral,
         generate_series(1, ${ENTRIES}::int) AS seq`;
  await owner.$executeRaw`ANALYZE journal, referral`;
});

test('each referral is on one page, in order', async () => {
  const seen: string[] = [];
  for (let page = await knownReferrals(db, undefined, 700); page.length > 0; ) {
    seen.push(...page);
    page = await knownReferrals(db, seen.at(-1), 700);
  }
  expect(new Set(seen).size).toBe(REFERRALS);
  expect(seen).toHaveLength(REFERRALS);
  expect(seen).toEqual(seen.toSorted());
});

test('a page reads the entries of its own referrals, and no others', async () => {
  const read = await db.$transaction(async (tx) => {
    const before = await entriesRead(tx);
    expect(await knownReferrals(tx, undefined, PAGE)).toHaveLength(PAGE);
    return (await entriesRead(tx)) - before;
  });
  expect(read).toBeGreaterThanOrEqual((PAGE - 1) * ENTRIES);
  expect(read).toBeLessThanOrEqual((PAGE + 1) * ENTRIES);
});

/** Journal entries read by this transaction, and by recent statements of its connection. */
async function entriesRead(tx: Queries): Promise<number> {
  const rows = await tx.$queryRaw<{ entries: number }[]>`
    SELECT (seq_tup_read + idx_tup_fetch)::int AS entries FROM pg_stat_xact_user_tables WHERE relname = 'journal'`;
  return rows[0]?.entries ?? 0;
}
