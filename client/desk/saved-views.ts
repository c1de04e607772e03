/** Lists with their filters, kept under a name by one person at one agency. */

import type { Person } from '../../domain/people.ts';
import type { Database } from '../../prisma/store/connect.ts';

export interface SavedView {
  id: string;
  /** The page that it is a view of: a path, say. */
  page: string;
  name: string;
  /** As in an address, without the question mark; without a cursor. */
  query: string;
}

/** By name. */
export async function savedViews(_deps: { db: Database }, _viewer: Person, _page?: string): Promise<SavedView[]> {
  throw new Error('to come');
}

/** One of that name on that page is replaced. @throws ReferralError INVALID_INPUT for a name that is empty or too long. */
export async function saveView(
  _deps: { db: Database },
  _viewer: Person,
  _view: Omit<SavedView, 'id'>,
): Promise<SavedView> {
  throw new Error('to come');
}

/** One that is not there or not the viewer's is not deleted, and nothing is said. */
export async function deleteView(_deps: { db: Database }, _viewer: Person, _id: string): Promise<void> {
  throw new Error('to come');
}
