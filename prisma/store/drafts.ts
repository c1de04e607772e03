/** Drafts of referrals. Their text is stored as particulars under the draft's own id, with a key of its own. */

import { randomUUID } from 'node:crypto';
import type { Keyring } from '../../domain/keyring.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Database, Queries } from './connect.ts';
import { deleteDataKey } from './data-keys.ts';
import { readParticulars, saveParticulars } from './particulars.ts';

interface DraftOwner {
  personId: string;
  agencyId: string;
}

/** A draft without its content. */
export interface DraftLine {
  id: string;
  /** The step of the form at which the person stopped. */
  step: string;
  changedAt: Instant;
}

/** Returns the owner's drafts, the last changed first. */
export async function draftsOf(db: Queries, owner: DraftOwner): Promise<DraftLine[]> {
  const rows = await db.draft.findMany({ where: { ...owner }, orderBy: [{ changedAt: 'desc' }, { id: 'asc' }] });
  return rows.map(lineOf);
}

/** Returns a draft; undefined if it does not exist or has another owner. */
export async function findDraft(
  db: Queries,
  keyring: Keyring,
  owner: DraftOwner,
  id: string,
): Promise<(DraftLine & { content: unknown }) | undefined> {
  const row = await db.draft.findFirst({ where: { id, ...owner } });
  const kept = row && (await db.particulars.findFirst({ where: { referralId: id }, select: { id: true } }));
  if (!kept) return undefined;
  const place = { id: kept.id, referralId: id, draftOf: owner.personId };
  return { ...lineOf(row), content: await readParticulars(db, keyring, place) };
}

interface Written {
  step: string;
  content: unknown;
  /** The id of the referral that the draft adds to. */
  aboutReferral?: string;
}

/** Stores a new draft. Its id is generated and cannot be chosen, since a chosen id could be a referral's. */
export async function beginDraft(
  db: Database,
  keyring: Keyring,
  owner: DraftOwner,
  written: Written,
): Promise<DraftLine> {
  return db.$transaction(async (tx) => {
    const { content, ...fields } = written;
    const row = { id: randomUUID(), ...owner, ...fields, changedAt: new Date() };
    await tx.draft.create({ data: row });
    await saveDraftContent(tx, keyring, row, content);
    return lineOf(row);
  });
}

/**
 * Replaces the content of a draft. Returns undefined, and stores nothing, if it does not exist or has another owner.
 */
export async function updateDraft(
  db: Database,
  keyring: Keyring,
  owner: DraftOwner,
  { id, step, content }: Omit<Written, 'aboutReferral'> & { id: string },
): Promise<DraftLine | undefined> {
  return db.$transaction(async (tx) => {
    const changedAt = new Date();
    const own = await tx.draft.updateMany({ where: { id, ...owner }, data: { step, changedAt } });
    if (own.count === 0) return undefined;
    await tx.particulars.deleteMany({ where: { referralId: id } });
    await saveDraftContent(tx, keyring, { id, ...owner }, content);
    return lineOf({ id, step, changedAt });
  });
}

/** Deletes a draft of this owner, with its key, so that its text can no longer be decrypted. */
export async function deleteOwnDraft(db: Database, owner: DraftOwner, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.draft.deleteMany({ where: { id, ...owner } });
    if (count === 0) return;
    await deleteDataKey(tx, id);
    await tx.particulars.deleteMany({ where: { referralId: id } });
  });
}

/** Deletes drafts that were last changed before this time. */
export async function deleteDraftsBefore(db: Database, changedAt: Date): Promise<void> {
  const old = await db.draft.findMany({ where: { changedAt: { lt: changedAt } } });
  for (const { id, personId, agencyId } of old) await deleteOwnDraft(db, { personId, agencyId }, id);
}

function saveDraftContent(
  db: Queries,
  keyring: Keyring,
  { id: referralId, personId: draftOf }: { id: string; personId: string },
  content: unknown,
): Promise<void> {
  return saveParticulars(db, keyring, { id: randomUUID(), referralId, content, draftOf });
}

function lineOf({ id, step, changedAt }: Omit<DraftLine, 'changedAt'> & { changedAt: Date }): DraftLine {
  return { id, step, changedAt: changedAt.toISOString() };
}
