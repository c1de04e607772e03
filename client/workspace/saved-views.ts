/** Saved views: lists with their filters, saved under a name by one person at one agency. */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import { deleteOwnView, replaceView, type SavedView, viewsOf } from '../../prisma/store/saved-views.ts';
import { parse } from '../contract/parse.ts';
import { directGuard, type Guard } from '../platform/guard/guard.ts';

/** Returns the viewer's views, sorted by name. */
export async function savedViews({ db }: { db: Database }, viewer: Person, page?: string): Promise<SavedView[]> {
  return asAgency(viewer.agencyId, () => viewsOf(db, ownerOf(viewer), page));
}

const savedView = z.strictObject({
  page: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(80),
  query: z.string().max(2_000),
});

/**
 * Replaces a view of the same name on the same page. @throws ReferralError INVALID_INPUT if the name is empty or too
 * long; MATERIAL_REFUSED if a text carries a file.
 */
export async function saveView(
  { db, guard = directGuard }: { db: Database; guard?: Guard },
  viewer: Person,
  view: Omit<SavedView, 'id'>,
): Promise<SavedView> {
  const saved = parse(savedView, view);
  await guard.material(saved);
  return asAgency(viewer.agencyId, () => replaceView(db, ownerOf(viewer), { id: randomUUID(), ...saved }));
}

/** Deletes a view. Does nothing if it does not exist or is not the viewer's. */
export async function deleteView({ db }: { db: Database }, viewer: Person, id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) return;
  await asAgency(viewer.agencyId, () => deleteOwnView(db, ownerOf(viewer), id));
}

function ownerOf({ personId, agencyId }: Person) {
  return { personId, agencyId };
}
