/** Saved views: lists with their filters, saved under a name by one person at one agency. */

import type { Queries } from './connect.ts';

interface ViewOwner {
  personId: string;
  agencyId: string;
}

export interface SavedView {
  id: string;
  /** The path of the page to which the view belongs. */
  page: string;
  name: string;
  /** The query string, without the question mark. */
  query: string;
}

const COLUMNS = { id: true, page: true, name: true, query: true } as const;

/** Returns the owner's views, sorted by name. */
export async function viewsOf(db: Queries, owner: ViewOwner, page?: string): Promise<SavedView[]> {
  const where = { ...owner, ...(page !== undefined && { page }) };
  return db.savedView.findMany({ where, select: COLUMNS, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

/** Saves a view. It replaces a view of the same name on the same page. */
export async function replaceView(db: Queries, owner: ViewOwner, view: SavedView): Promise<SavedView> {
  const { page, name, query } = view;
  const key = { personId_agencyId_page_name: { ...owner, page, name } };
  return db.savedView.upsert({ where: key, create: { ...owner, ...view }, update: { query }, select: COLUMNS });
}

/** Deletes a view of this owner. */
export async function deleteOwnView(db: Queries, { personId, agencyId }: ViewOwner, id: string): Promise<void> {
  await db.savedView.deleteMany({ where: { id, personId, agencyId } });
}
