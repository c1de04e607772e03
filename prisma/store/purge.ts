/** Purges texts of submissions and acts that never came, and keys that nothing uses. */

import { ENGINE } from '../../domain/people.ts';
import { Prisma } from '../generated/client.ts';
import { addLeaf } from './audit.ts';
import type { Database, Queries } from './connect.ts';

/** A text that no entry of the journal, no leaf and no draft names. */
export interface OrphanText {
  id: string;
  referralId: string;
  /** The agency that stored it; null for texts of versions before row-level security. */
  agencyId: string | null;
  /** Whether anything of the referral is recorded. */
  isRecorded: boolean;
}

/** Numbers of texts and keys. */
export interface Purged {
  texts: number;
  keys: number;
}

/** No request takes so long: after this time, a text without an act is an orphan. */
const ORPHAN_AFTER_MINUTES = 30;

/** SQL condition: the referral of the text `p` is under legal hold. */
const IS_HELD = Prisma.sql`EXISTS (
  SELECT FROM referral WHERE referral.id = p.referral_id AND referral.state -> 'legalHold' IS NOT NULL)`;

/**
 * Texts that are orphans, the oldest first, stored in the last `withinHours`. Texts of a referral under legal hold, or whose
 * journal lacks entries that the audit log has, are left out.
 */
export function orphanTexts(db: Queries, { withinHours, limit }: { withinHours: number; limit: number }) {
  return db.$queryRaw<OrphanText[]>`
    SELECT p.id::text, p.referral_id::text AS "referralId", p.agency_id AS "agencyId",
           EXISTS (SELECT FROM journal WHERE journal.referral_id = p.referral_id) AS "isRecorded"
    FROM particulars p
    WHERE p.kept_at < now() - make_interval(mins => ${ORPHAN_AFTER_MINUTES}::int)
      AND p.kept_at > now() - make_interval(hours => ${withinHours}::int)
      AND NOT EXISTS (SELECT FROM draft WHERE draft.id = p.referral_id)
      AND NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = p.referral_id
                      AND position(p.id::text IN journal.event::text) > 0)
      AND NOT EXISTS (SELECT FROM audit_leaf WHERE audit_leaf.referral_id = p.referral_id
                      AND audit_leaf.leaf #>> '{about,purpose}' = p.id::text)
      AND NOT ${IS_HELD}
      AND coalesce((SELECT max((leaf #>> '{about,seq}')::int) FROM audit_leaf WHERE audit_leaf.referral_id = p.referral_id), 0)
          <= coalesce((SELECT max(seq) FROM journal WHERE journal.referral_id = p.referral_id), 0)
    ORDER BY p.kept_at LIMIT ${limit}`;
}

/**
 * Deletes the text if it is still an orphan, and the key if no other text of the referral uses it. The transaction also
 * writes a leaf of the audit log. An act that is being recorded holds a lock on its text. This function then waits, and
 * finds that the text has its entry.
 */
export async function purgeText(db: Database, { id, referralId, agencyId, isRecorded }: OrphanText): Promise<Purged> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM data_key WHERE referral_id = ${referralId}::uuid FOR UPDATE`;
    await tx.$queryRaw`SELECT FROM particulars WHERE id = ${id}::uuid FOR UPDATE`;
    // A statement of its own, so that it sees what was recorded while the locks were waited for.
    const texts = await tx.$executeRaw`
      DELETE FROM particulars p WHERE p.id = ${id}::uuid
        AND p.kept_at < now() - make_interval(mins => ${ORPHAN_AFTER_MINUTES}::int)
        AND NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = p.referral_id
                        AND position(p.id::text IN journal.event::text) > 0)
        AND NOT EXISTS (SELECT FROM audit_leaf WHERE audit_leaf.referral_id = p.referral_id
                        AND audit_leaf.leaf #>> '{about,purpose}' = p.id::text)
        AND NOT ${IS_HELD}`;
    const keys = await tx.$executeRaw`
      DELETE FROM data_key k WHERE k.referral_id = ${referralId}::uuid
        AND NOT EXISTS (SELECT FROM particulars WHERE particulars.referral_id = k.referral_id)
        AND NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = k.referral_id)
        AND NOT EXISTS (SELECT FROM draft WHERE draft.id = k.referral_id)`;
    if (texts + keys > 0) {
      const about = { purged: texts > 0 ? [id] : [], keys, agencies: agencyId === null ? [] : [agencyId] };
      await addLeaf(tx, { operation: 'erasure', by: ENGINE, ...(isRecorded && { referralId }), about });
    }
    return { texts, keys };
  });
}

/** The texts of an act that are stored. An act of an earlier version may name texts that are lost. */
export async function storedTexts(db: Queries, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM particulars WHERE id::text = ANY(${[...ids]}::text[])`;
  return rows.map(({ id }) => id);
}

/** SQL condition that locks these texts; false if one of them was purged. */
export function areTextsLocked(ids: readonly string[]): Prisma.Sql {
  if (ids.length === 0) return Prisma.sql`true`;
  return Prisma.sql`((SELECT count(*) FROM (
    SELECT FROM particulars WHERE id = ANY(${[...ids]}::uuid[]) FOR KEY SHARE) AS locked) = ${ids.length}::int)`;
}
