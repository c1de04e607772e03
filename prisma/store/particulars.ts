/** Encrypted free text and identifiers of cases: with the data key of their referral. */

import {
  type BudgetHolder,
  type FieldCosts,
  hasCosts,
  leftOf,
  refuseOverBudget,
  type SpentBudget,
  type TextCosts,
} from '../../domain/guard/budget.ts';
import type { GuardPolicy } from '../../domain/guard/policy.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { decryptUnplaced, decryptWith, encryptWith, type Place } from '../../domain/keys/sealing.ts';
import type { Database, Queries } from './connect.ts';
import { dataKey, deleteDataKey, newDataKey, openDataKey } from './data-keys.ts';
import { openSealed, PLACED } from './sealing-state.ts';

/** Particulars to encrypt and store, with the digests of their file hashes. */
export interface NewParticulars {
  id: string;
  referralId: string;
  /** Any JSON value. */
  content: unknown;
  /** Digests of the file hashes and file ids that it names. Search finds them once an act with these particulars is recorded. */
  materialDigests?: readonly string[];
  /** Absent for drafts, which are not part of a referral. */
  budget?: TextBudget;
  /** The owner of a draft. */
  draftOf?: string;
}

/** Which particulars, and for a draft its owner: together they are the place of the text. */
export type ParticularsPlace = Pick<NewParticulars, 'id' | 'referralId' | 'draftOf'>;

/** What the text counts towards the budget of its referral, which agency adds it, and the policy in force. */
export interface TextBudget extends BudgetHolder {
  policy: GuardPolicy;
  costs: FieldCosts;
}

/**
 * Encrypts and stores particulars. If the id exists already, the first content stays. Call it in a transaction. The data key
 * stays locked until the end, so that texts of one referral are decided one after the other.
 *
 * @throws ReferralError MATERIAL_REFUSED if the text exceeds what its agency may still add to the referral.
 */
export async function saveParticulars(
  db: Queries,
  keyring: Keyring,
  { materialDigests = [], ...particulars }: NewParticulars,
): Promise<void> {
  const { id, referralId, content, budget } = particulars;
  const { key, isNew } = await dataKey(db, keyring, referralId);
  const isCounted = budget !== undefined && hasCosts(budget.costs);
  if (isCounted) {
    const spent = isNew ? {} : await spentBudget(db, referralId, id);
    refuseOverBudget(budget.policy, spent, budget, budget.costs);
  }
  const sealed = Buffer.from(encryptWith(key, Buffer.from(JSON.stringify(content)), placeOfText(particulars)));
  const row = { id, referralId, sealed, sealVersion: PLACED, materialDigests: [...new Set(materialDigests)] };
  const created = await db.particulars.createMany({ data: [row], skipDuplicates: true });
  // The text of an earlier attempt may be about to be purged: a request that is sent again stores its text again.
  if (created.count === 0 && (await deleteStale(db, id))) await db.particulars.createMany({ data: [row] });
  if (isCounted) {
    const { opaque, identifiers, hashes } = budget.costs;
    const cost = { textId: id, referralId, agencyId: budget.agencyId, opaque, identifiers, hashes };
    await db.textCost.createMany({ data: [cost], skipDuplicates: true });
  }
}

/**
 * Stores the particulars of a new referral in one statement: with a new key, and what they cost.
 *
 * @returns false if nothing was stored, because the referral is not new; `saveParticulars` can store them then.
 * @throws ReferralError MATERIAL_REFUSED as `saveParticulars`.
 */
export async function saveFirstParticulars(
  db: Queries,
  keyring: Keyring,
  { materialDigests = [], budget, ...particulars }: NewParticulars & { budget: TextBudget },
): Promise<boolean> {
  await keyring.ready();
  // A key service is not called before a stored key was looked for.
  if (keyring.dataKeys.isRemote) return false;
  refuseOverBudget(budget.policy, {}, budget, budget.costs);
  const { id, referralId, content } = particulars;
  const { key, keyId, wrapped } = await newDataKey(keyring, referralId);
  const sealed = Buffer.from(encryptWith(key, Buffer.from(JSON.stringify(content)), placeOfText(particulars)));
  const { opaque, identifiers, hashes } = budget.costs;
  const rows = await db.$queryRaw<object[]>`
    WITH key AS (
      INSERT INTO data_key (referral_id, key_id, wrapped, seal_version)
      SELECT ${referralId}::uuid, ${keyId}, ${wrapped}, ${PLACED}::smallint
      WHERE NOT EXISTS (SELECT FROM referral WHERE id = ${referralId}::uuid)
        AND NOT EXISTS (SELECT FROM particulars WHERE id = ${id}::uuid)
      ON CONFLICT DO NOTHING RETURNING referral_id
    ), text AS (
      INSERT INTO particulars (id, referral_id, sealed, seal_version, material_digests)
      SELECT ${id}::uuid, referral_id, ${sealed}, ${PLACED}::smallint, ${[...new Set(materialDigests)]}::text[] FROM key
    ), cost AS (
      INSERT INTO text_cost (text_id, referral_id, agency_id, opaque, identifiers, hashes)
      SELECT ${id}::uuid, referral_id, ${budget.agencyId}, ${opaque}::int, ${identifiers}::int, ${hashes}::int FROM key
      WHERE ${hasCosts(budget.costs)}
    )
    SELECT FROM key`;
  return rows.length > 0;
}

/** Deletes a text that was stored a while ago and has no act. Pages may delete only what their agency stored. */
async function deleteStale(db: Queries, id: string): Promise<boolean> {
  const deleted = await db.$executeRaw`
    DELETE FROM particulars p WHERE p.id = ${id}::uuid AND p.kept_at < now() - interval '10 minutes'
      AND NOT EXISTS (SELECT FROM journal WHERE journal.referral_id = p.referral_id
                      AND position(p.id::text IN journal.event::text) > 0)`;
  return deleted > 0;
}

/** The number of hash values in the other texts of a referral. */
export async function hashesSpent(db: Queries, referralId: string, textId: string): Promise<number> {
  const where = { referralId, textId: { not: textId } };
  const { _sum } = await db.textCost.aggregate({ where, _sum: { hashes: true } });
  return _sum.hashes ?? 0;
}

/** What an agency may still add to a referral, or could before it added the text with that id. */
export async function budgetLeft(
  db: Queries,
  { referralId, textId, policy, ...holder }: BudgetHolder & BudgetOf,
): Promise<TextCosts> {
  return leftOf(policy, await spentBudget(db, referralId, textId), holder);
}

interface BudgetOf {
  referralId: string;
  textId: string | undefined;
  policy: GuardPolicy;
}

/** The costs of the other texts of a referral, in total for each agency. */
async function spentBudget(db: Queries, referralId: string, textId: string | undefined): Promise<SpentBudget> {
  const totals = await db.textCost.groupBy({
    by: 'agencyId',
    where: { referralId, ...(textId !== undefined && { textId: { not: textId } }) },
    _sum: { opaque: true, identifiers: true, hashes: true },
  });
  return Object.fromEntries(
    totals.map(({ agencyId, _sum: { opaque, identifiers, hashes } }) => [
      agencyId,
      { opaque: opaque ?? 0, identifiers: identifiers ?? 0, hashes: hashes ?? 0 },
    ]),
  );
}

/**
 * Decrypts particulars; undefined if there are none or their key was destroyed.
 *
 * @throws ReferralError NOT_AUTHENTIC if text or key were changed, or copied from another referral.
 */
export async function readParticulars(db: Queries, keyring: Keyring, sought: ParticularsPlace): Promise<unknown> {
  const row = await db.particulars.findFirst({ where: { id: sought.id, referralId: sought.referralId } });
  const key = await db.dataKey.findFirst({ where: { referralId: sought.referralId } });
  if (row === null || key === null) return undefined;
  const plain = await openText(db, await openDataKey(db, keyring, key), row.sealed, sought);
  return JSON.parse(Buffer.from(plain).toString());
}

/**
 * Decrypts several texts of a referral, with two queries and one key. A text that is not stored, or whose key was destroyed, is
 * missing in the result.
 *
 * @throws ReferralError NOT_AUTHENTIC as `readParticulars`.
 */
export async function readTexts(
  db: Queries,
  keyring: Keyring,
  referralId: string,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const texts = new Map<string, unknown>();
  if (ids.length === 0) return texts;
  const rows = await db.particulars.findMany({ where: { referralId, id: { in: [...ids] } } });
  const wrapped = await db.dataKey.findFirst({ where: { referralId } });
  if (wrapped === null) return texts;
  const key = await openDataKey(db, keyring, wrapped);
  for (const { id, sealed } of rows) {
    const plain = await openText(db, key, sealed, { id, referralId });
    texts.set(id, JSON.parse(Buffer.from(plain).toString()));
  }
  return texts;
}

/** The decrypted bytes of a text. @throws ReferralError NOT_AUTHENTIC */
export function openText(
  db: Queries,
  key: Uint8Array,
  sealed: Uint8Array,
  sought: ParticularsPlace,
): Promise<Uint8Array> {
  return openSealed(
    db,
    { referralId: sought.referralId, textId: sought.id },
    () => decryptWith(key, sealed, placeOfText(sought)),
    () => decryptUnplaced(key, sealed),
  );
}

/** The place of a text. A draft belongs to its owner as well. */
export function placeOfText({ id, referralId, draftOf }: ParticularsPlace): Place {
  return draftOf === undefined ? ['particulars', referralId, id] : ['draft', referralId, draftOf];
}

/**
 * Deletes the particulars of a submission that was refused, and the key if no other text of the referral uses it. The same
 * idempotency key may have been sent with other content at the same time. A submission that was recorded stays.
 */
export async function deleteUnrecorded(db: Database, { id, referralId }: Pick<NewParticulars, 'id' | 'referralId'>) {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM data_key WHERE referral_id = ${referralId}::uuid FOR UPDATE`;
    const submitted = await tx.journal.findFirst({ where: { referralId, seq: 1 } });
    if (Object(submitted?.event).particulars === id) return;
    await tx.particulars.deleteMany({ where: { id, referralId } });
    if (submitted === null && (await tx.particulars.count({ where: { referralId } })) === 0) {
      await deleteDataKey(tx, referralId);
    }
  });
}
