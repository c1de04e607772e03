/** The numbers of entries as each agency sees them. Pages and answers show these, never the numbers of the journal. */

import { fold } from '../../domain/apply.ts';
import { disclose, isShownTo } from '../../domain/disclosure.ts';
import { type EntryNumbers, entryNumbers } from '../../domain/entry-numbers.ts';
import type { Person } from '../../domain/people.ts';
import type { Receipt } from '../../domain/receipt.ts';
import type { Queries } from '../../prisma/store/connect.ts';
import { readJournal } from '../../prisma/store/journal.ts';
import { type NumberedReferral, readNumbered } from '../../prisma/store/referrals.ts';
import type { ListRow } from './list.ts';

/**
 * Numbers for an agency's view of several referrals, by referral id. Referrals of others have no entry.
 *
 * @param after for each referral, a place in its journal. Only later entries are read, and only their numbers can be looked
 * up, and the number at that place.
 */
export async function numbersOf(
  db: Queries,
  agencyId: string,
  after: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, EntryNumbers>> {
  if (after.size === 0) return new Map();
  const officer = { kind: 'person', personId: '', agencyId, roles: ['supervisor'] } as const;
  const numbered = await readNumbered(db, agencyId, after);
  return new Map(
    numbered
      .filter(({ referral }) => referral === null || isShownTo(referral, officer))
      .map((each) => [each.referralId, numbersIn(each, officer)]),
  );
}

function numbersIn({ referral, entries, places }: NumberedReferral, viewer: Person): EntryNumbers {
  return entryNumbers(places, referral ? disclose(referral, viewer) : NOTHING_LATER, entries ?? undefined);
}

const NOTHING_LATER = { maySee: () => false };

/** The rows of a list with the numbers of the viewer's agency. */
export async function withEntryNumbers(db: Queries, viewer: Person, rows: readonly ListRow[]): Promise<ListRow[]> {
  const after = new Map(
    rows.map(({ referralId, changedSeq, seenSeq }) => [referralId, Math.min(changedSeq, seenSeq || changedSeq)]),
  );
  const numbers = await numbersOf(db, viewer.agencyId, after);
  const numberOf = (id: string, seq: number) => (seq === 0 ? 0 : (numbers.get(id)?.numberOf(seq) ?? 0));
  return rows.map(({ entries: _, ...row }) => ({
    ...row,
    changedSeq: numberOf(row.referralId, row.changedSeq),
    seenSeq: numberOf(row.referralId, row.seenSeq),
  }));
}

/** The receipt as the person who acted sees it. */
export async function receiptOfView(db: Queries, actor: Person, receipt: Receipt): Promise<Receipt> {
  const { referralId, seq } = receipt;
  const numbers = await numbersOf(db, actor.agencyId, new Map([[referralId, seq]]));
  const known = numbers.get(referralId) ?? (await numbersFromJournal(db, actor, referralId));
  return { ...receipt, seq: known?.numberOf(seq) ?? seq };
}

/** For a referral whose projection was lost: an act is done all the same. */
async function numbersFromJournal(db: Queries, actor: Person, referralId: string): Promise<EntryNumbers | undefined> {
  const journal = await readJournal(db, referralId);
  const referral = fold(referralId, journal);
  return referral && entryNumbers(journal, disclose(referral, actor));
}
