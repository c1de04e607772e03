/** Replaces stored digests of case numbers and files that an earlier digest key made. Only their texts give the new ones. */

import { digestTag } from '../../domain/keys/digest-keys.ts';
import type { RenewedDigest } from '../../domain/search-digests.ts';
import { Prisma } from '../generated/client.ts';
import type { Database, Queries } from './connect.ts';

/** A text that has values with digests of an earlier key. */
export interface TextToRenew {
  id: string;
  referralId: string;
}

/** Which agency stored a text. */
export interface TextStorer {
  agencyId: string;
  isOwnReference: boolean;
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The texts after this id, in the order of their ids. */
export async function textsToRenew(
  db: Queries,
  digestKeyId: string,
  { after = FIRST, limit }: { after?: string | undefined; limit: number },
): Promise<TextToRenew[]> {
  return await db.$queryRaw<TextToRenew[]>`
    SELECT p.id::text, p.referral_id::text AS "referralId" FROM particulars p
    WHERE p.id > ${after}::uuid AND ${needsRenewal(digestKeyId)} ORDER BY p.id LIMIT ${limit}`;
}

/** The number of these texts. */
export async function countTextsToRenew(db: Queries, digestKeyId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM particulars p WHERE ${needsRenewal(digestKeyId)}`;
  return rows[0]?.count ?? 0;
}

/** The number of stored digests that an earlier key made. */
export async function countEarlierDigests(db: Queries, digestKeyId: string): Promise<number> {
  const isEarlier = isOfEarlierKey(digestKeyId, Prisma.sql`digest`);
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM origin_reference WHERE ${isEarlier})
          + (SELECT count(*) FROM material_digest WHERE ${isEarlier})
          + (SELECT count(*) FROM particulars, unnest(material_digests) AS digest WHERE ${isEarlier}))::int AS count`;
  return rows[0]?.count ?? 0;
}

/** A number of a duplicate is stored with the original referral, so the event of the text names its digests. */
function needsRenewal(digestKeyId: string): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT FROM unnest(p.material_digests) AS digest WHERE ${isOfEarlierKey(digestKeyId, Prisma.sql`digest`)})
    OR EXISTS (
      SELECT FROM journal j CROSS JOIN LATERAL jsonb_array_elements(j.event -> 'origins') AS origin
      JOIN origin_reference r ON r.digest = origin ->> 'digest'
      WHERE j.referral_id = p.referral_id AND j.type IN ('submitted', 'supplemented')
        AND j.event ->> 'particulars' = p.id::text AND ${isOfEarlierKey(digestKeyId, Prisma.sql`r.digest`)}
    ))`;
}

function isOfEarlierKey(digestKeyId: string, digest: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT starts_with(regexp_replace(${digest}, '^(file|own)/', ''), ${digestTag(digestKeyId)})`;
}

/** The agency that stored a text with an act, and whether the text is its own number of the case. */
export async function storerOf(db: Queries, { id, referralId }: TextToRenew): Promise<TextStorer | undefined> {
  const [row] = await db.$queryRaw<TextStorer[]>`
    SELECT j.by ->> 'agencyId' AS "agencyId", j.type = 'own-reference-set' AS "isOwnReference" FROM journal j
    WHERE j.referral_id = ${referralId}::uuid AND ${id} IN (j.event ->> 'particulars', j.event ->> 'text')
    ORDER BY j.seq LIMIT 1`;
  return row;
}

/** Replaces the digests of one text in one transaction. */
export async function replaceDigests(
  db: Database,
  { id, referralId }: TextToRenew,
  { origins, files }: { origins: readonly RenewedDigest[]; files: readonly RenewedDigest[] },
): Promise<void> {
  await db.$transaction(async (tx) => {
    // While both keys are in use, an agency may have claimed a number under both.
    await tx.$executeRaw`
      UPDATE origin_reference own SET digest = pair.new FROM ${pairs(origins)}
      WHERE own.digest = pair.old AND NOT EXISTS (
        SELECT FROM origin_reference other WHERE other.agency_id = own.agency_id AND other.digest = pair.new)`;
    await tx.$executeRaw`DELETE FROM origin_reference USING ${pairs(origins)} WHERE digest = pair.old`;
    await tx.$executeRaw`
      INSERT INTO material_digest (referral_id, digest)
      SELECT DISTINCT referral_id, pair.new FROM material_digest JOIN ${pairs(files)} ON digest = pair.old
      WHERE referral_id = ${referralId}::uuid ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      DELETE FROM material_digest USING ${pairs(files)} WHERE referral_id = ${referralId}::uuid AND digest = pair.old`;
    await tx.$executeRaw`
      UPDATE particulars SET material_digests = ARRAY(
        SELECT DISTINCT coalesce(pair.new, given) FROM unnest(material_digests) AS given
        LEFT JOIN ${pairs(files)} ON given = pair.old)
      WHERE id = ${id}::uuid`;
  });
}

function pairs(renewed: readonly RenewedDigest[]): Prisma.Sql {
  const [old, fresh] = [renewed.map(({ from }) => from), renewed.map(({ to }) => to)];
  return Prisma.sql`unnest(${old}::text[], ${fresh}::text[]) AS pair (old, new)`;
}
