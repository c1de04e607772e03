/** Lists questions and requests for consent to the agency, each with its own clock. */

import { type OwedReply, repliesOwed } from '../../domain/agency-view.ts';
import { disclose } from '../../domain/disclosure.ts';
import type { ListQuery } from '../../domain/list-query.ts';
import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { readWithLiveClocks } from '../../prisma/store/referrals.ts';
import { type ListPage, type ListRow, listReferrals } from './list.ts';

/** A referral with a question or a request for consent that the agency must answer. */
export interface Clarification extends ListRow {
  reply: OwedReply;
}

/** As `listReferrals`, with one row for each reply that the agency must give. Pages and total count referrals. */
export async function listClarifications(
  deps: { db: Database },
  viewer: Person,
  query: ListQuery,
): Promise<Omit<ListPage, 'rows'> & { rows: Clarification[] }> {
  const { rows, ...page } = await listReferrals(deps, viewer, query);
  const ids = rows.map(({ referralId }) => referralId);
  const owed = new Map(
    (await readWithLiveClocks(deps.db, ids)).map((each) => [each.id, repliesOwed(disclose(each, viewer).referral)]),
  );
  return { ...page, rows: rows.flatMap((row) => (owed.get(row.referralId) ?? []).map((reply) => ({ ...row, reply }))) };
}
