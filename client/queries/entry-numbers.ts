/** The numbers of entries as each agency sees them. Pages and answers show these, never the numbers of the journal. */

import { fold } from '../../domain/apply.ts';
import { disclose, isShownTo } from '../../domain/disclosure.ts';
import { type EntryNumbers, entryNumbers } from '../../domain/entry-numbers.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { readEntryPlaces, readJournal } from '../../prisma/store/journal.ts';
import { readReferrals } from '../../prisma/store/referrals.ts';
import type { ListRow } from './list.ts';

/** Numbers for an agency's view of several referrals, by referral id. Referrals of others have no entry. */
export async function numbersOf(
  db: Queries,
  agencyId: string,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, EntryNumbers>> {
  const ids = [...new Set(referralIds)];
  if (ids.length === 0) return new Map();
  const [referrals, places] = await Promise.all([readReferrals(db, ids), readEntryPlaces(db, ids)]);
  const entries = Map.groupBy(places, ({ referralId }) => referralId);
  const officer = { kind: 'person', personId: '', agencyId, roles: ['supervisor'] } as const;
  return new Map(
    referrals
      .filter((referral) => isShownTo(referral, officer))
      .map((referral) => [referral.id, entryNumbers(entries.get(referral.id) ?? [], disclose(referral, officer))]),
  );
}

/** The rows of a list with the numbers of the viewer's agency. */
export async function withEntryNumbers(db: Queries, viewer: Person, rows: readonly ListRow[]): Promise<ListRow[]> {
  const numbers = await numbersOf(
    db,
    viewer.agencyId,
    rows.map(({ referralId }) => referralId),
  );
  const numberOf = (id: string, seq: number) => numbers.get(id)?.numberOf(seq) ?? 0;
  return rows.map((row) => ({
    ...row,
    changedSeq: numberOf(row.referralId, row.changedSeq),
    seenSeq: numberOf(row.referralId, row.seenSeq),
  }));
}

/** The receipt as the person who acted sees it. */
export async function receiptOfView(db: Queries, actor: Person, receipt: Receipt): Promise<Receipt> {
  const journal = await readJournal(db, receipt.referralId);
  const referral = fold(receipt.referralId, journal);
  if (referral === undefined) return receipt;
  return { ...receipt, seq: entryNumbers(journal, disclose(referral, actor)).numberOf(receipt.seq) };
}
