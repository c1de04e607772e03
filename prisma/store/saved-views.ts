/** Lists with their filters, kept under names. */

import type { Queries } from './connect.ts';

interface Owner {
  personId: string;
  agencyId: string;
}

export interface SavedView {
  id: string;
  /** The page that it is a view of: a path, say. */
  page: string;
  name: string;
  /** As in an address, without the question mark. */
  query: string;
}

const COLUMNS = { id: true, page: true, name: true, query: true } as const;

/** By name. */
export async function viewsOf(db: Queries, owner: Owner, page?: string): Promise<SavedView[]> {
  const where = { ...owner, ...(page !== undefined && { page }) };
  return db.savedView.findMany({ where, select: COLUMNS, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

/** One of that name on that page is replaced. */
export async function replaceView(db: Queries, owner: Owner, view: SavedView): Promise<SavedView> {
  const { page, name, query } = view;
  const key = { personId_agencyId_page_name: { ...owner, page, name } };
  return db.savedView.upsert({ where: key, create: { ...owner, ...view }, update: { query }, select: COLUMNS });
}

/** Only the owner's own. */
export async function dropView(db: Queries, { personId, agencyId }: Owner, id: string): Promise<void> {
  await db.savedView.deleteMany({ where: { id, personId, agencyId } });
}
