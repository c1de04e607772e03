/** Referrals that are being written: their words are encrypted under a key of their own, which goes with the draft. */

import type { Keyring } from '../../domain/keyring.ts';
import type { Person } from '../../domain/people.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database } from '../../prisma/store/connect.ts';

export interface DraftLine {
  id: string;
  /** Where the person left off. */
  step: string;
  changedAt: Instant;
}

export interface Draft extends DraftLine {
  /** What was typed, as it was saved. */
  words: unknown;
}

interface Deps {
  db: Database;
  keyring: Keyring;
}

/** The last changed first. */
export async function listDrafts(_deps: { db: Database }, _viewer: Person): Promise<DraftLine[]> {
  throw new Error('to come');
}

/** Undefined where there is none or it is somebody else's. */
export async function readDraft(_deps: Deps, _viewer: Person, _id: string): Promise<Draft | undefined> {
  throw new Error('to come');
}

/**
 * Begins one where no id is given.
 *
 * @throws ReferralError UNKNOWN_REFERRAL where it is not there or somebody else's.
 */
export async function saveDraft(
  _deps: Deps,
  _viewer: Person,
  _draft: { id?: string; step: string; words: unknown },
): Promise<DraftLine> {
  throw new Error('to come');
}

/** Nobody can read it any more. */
export async function deleteDraft(_deps: { db: Database }, _viewer: Person, _id: string): Promise<void> {
  throw new Error('to come');
}
