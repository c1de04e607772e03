/** Questions to the agency, each with its own clock: what else the agency owes of the same referral may end before it. */

import { answerDueAt } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { ListQuery } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readReferrals } from '../../prisma/store/referrals.ts';
import { type ListPage, type ListRow, listReferrals } from './list.ts';

export interface Clarification extends ListRow {
  answerBy?: Instant;
}

/** As `listReferrals`. */
export async function listClarifications(
  deps: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<Omit<ListPage, 'rows'> & { rows: Clarification[] }> {
  const { rows, ...page } = await listReferrals(deps, viewer, query);
  const ids = rows.map(({ referralId }) => referralId);
  const due = new Map(
    (await readReferrals(deps.db, ids)).map((each) => [each.id, answerDueAt(disclose(each, viewer).referral)]),
  );
  const withClock = (row: ListRow): Clarification => {
    const answerBy = due.get(row.referralId);
    return { ...row, ...(answerBy && { answerBy }) };
  };
  return { ...page, rows: rows.map(withClock) };
}
