/** Drafts of referrals. Their text is encrypted with a key of its own, which is deleted with the draft. */

import { z } from 'zod';
import { ReferralError } from '../../domain/errors.ts';
import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import { asAgency } from '../../prisma/store/agency-scope.ts';
import type { Database } from '../../prisma/store/connect.ts';
import {
  beginDraft,
  type DraftLine,
  deleteOwnDraft,
  draftsOf,
  findDraft,
  updateDraft,
} from '../../prisma/store/drafts.ts';

/** A draft with its content. */
export interface Draft extends DraftLine {
  /** The saved form values. */
  content: unknown;
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

/** Lists the viewer's drafts, the last changed first. */
export async function listDrafts({ db }: { db: Database }, viewer: Person): Promise<DraftLine[]> {
  return asAgency(viewer.agencyId, () => draftsOf(db, ownerOf(viewer)));
}

/** Returns a draft; undefined if it does not exist or belongs to another person. */
export async function readDraft({ db, keyring }: Deps, viewer: Person, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  return asAgency(viewer.agencyId, () => findDraft(db, keyring, ownerOf(viewer), id));
}

/**
 * Saves a draft; creates one if no id is given. A new draft can be about a referral, and is then erased with it.
 *
 * @throws ReferralError UNKNOWN_REFERRAL if it does not exist or belongs to another person.
 */
export async function saveDraft(
  { db, keyring }: Deps,
  viewer: Person,
  { id, step, content, aboutReferral }: { id?: string; step: string; content: unknown; aboutReferral?: string },
): Promise<DraftLine> {
  const owner = ownerOf(viewer);
  const scoped = <T>(work: () => Promise<T>) => asAgency(viewer.agencyId, work);
  if (id === undefined) {
    const written = { step, content, ...(aboutReferral !== undefined && { aboutReferral }) };
    return scoped(() => beginDraft(db, keyring, owner, written));
  }
  const saved = isId(id) ? await scoped(() => updateDraft(db, keyring, owner, { id, step, content })) : undefined;
  if (saved) return saved;
  throw new ReferralError('UNKNOWN_REFERRAL', 'There is no such draft, or it is not yours: begin a new one.');
}

/** Deletes the draft and its key. Does nothing if it does not exist or belongs to another person. */
export async function deleteDraft({ db }: { db: Database }, viewer: Person, id: string): Promise<void> {
  if (isId(id)) await asAgency(viewer.agencyId, () => deleteOwnDraft(db, ownerOf(viewer), id));
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}

function ownerOf({ personId, agencyId }: Person) {
  return { personId, agencyId };
}
