/** Finds referrals that share origin references, hash values or files. Only their keyed digests are compared. */

import { FILE_DIGEST, OWN_DIGEST } from '../../domain/search-digests.ts';
import { Prisma } from '../generated/client.ts';
import type { Queries } from './connect.ts';

/** Two referrals, and how many values of each kind they share. */
export interface SharedValues {
  referralId: string;
  otherId: string;
  /** Reference number of the other referral. */
  reference: string;
  originReferences: number;
  hashValues: number;
  files: number;
}

/** The referrals to compare with the others of their coordinator, and the largest number of results for each. */
export interface SharedValuesRequest {
  referralIds: readonly string[];
  coordinatorAgencyId: string;
  limit: number;
}

/** The key that made a digest. While the digest key is renewed, a value has two digests, which count once. */
const DIGEST_KEY = Prisma.sql`substring(digest FROM '^(?:file/)?([^.]*)[.]')`;

/** For each value. A value that more referrals share is weak evidence for a duplicate. */
const MAX_REFERRALS = 20;

/** Returns the referrals that share most values first. Erased referrals have no digests. */
export async function findSharedValues(db: Queries, request: SharedValuesRequest): Promise<SharedValues[]> {
  if (request.referralIds.length === 0) return [];
  return db.$queryRaw<SharedValues[]>(sharedValuesQuery(request));
}

/** The query of `findSharedValues`. It first looks up candidates for each value, and then counts for the best ones. */
export function sharedValuesQuery({ referralIds, coordinatorAgencyId, limit }: SharedValuesRequest): Prisma.Sql {
  const ids = [...referralIds];
  const isOther = Prisma.sql`other.digest = own.digest AND other.referral_id <> own.referral_id
    AND referral.coordinator_agency_id = ${coordinatorAgencyId} AND referral.status <> 'erased'`;
  return Prisma.sql`
    WITH found AS (
      SELECT own.referral_id, match.referral_id AS other_id
      FROM material_digest own CROSS JOIN LATERAL (
        SELECT other.referral_id FROM material_digest other JOIN referral ON referral.id = other.referral_id
        WHERE ${isOther} LIMIT ${MAX_REFERRALS}
      ) AS match
      WHERE own.referral_id = ANY(${ids}::uuid[]) AND NOT starts_with(own.digest, ${OWN_DIGEST})
      UNION ALL
      SELECT own.referral_id, match.referral_id
      FROM origin_reference own CROSS JOIN LATERAL (
        SELECT other.referral_id FROM origin_reference other JOIN referral ON referral.id = other.referral_id
        WHERE ${isOther} LIMIT ${MAX_REFERRALS}
      ) AS match
      WHERE own.referral_id = ANY(${ids}::uuid[])
    ), ranked AS (
      SELECT referral_id, other_id,
             row_number() OVER (PARTITION BY referral_id ORDER BY count(*) DESC, other_id) AS place
      FROM found GROUP BY referral_id, other_id
    )
    SELECT ranked.referral_id AS "referralId", other_id AS "otherId", referral.reference,
           origins.shared AS "originReferences", materials.hashes AS "hashValues", materials.files
    FROM ranked JOIN referral ON referral.id = other_id
    CROSS JOIN LATERAL (
      SELECT coalesce(max(each.shared), 0) AS shared FROM (
        SELECT count(DISTINCT digest)::int AS shared FROM origin_reference own JOIN origin_reference other USING (digest)
        WHERE own.referral_id = ranked.referral_id AND other.referral_id = other_id GROUP BY ${DIGEST_KEY}
      ) AS each
    ) AS origins
    CROSS JOIN LATERAL (
      SELECT coalesce(max(each.files), 0) AS files, coalesce(max(each.hashes), 0) AS hashes FROM (
        SELECT (count(*) FILTER (WHERE starts_with(digest, ${FILE_DIGEST})))::int AS files,
               (count(*) FILTER (WHERE NOT starts_with(digest, ${FILE_DIGEST})))::int AS hashes
        FROM material_digest own JOIN material_digest other USING (digest)
        WHERE NOT starts_with(digest, ${OWN_DIGEST}) AND own.referral_id = ranked.referral_id AND other.referral_id = other_id GROUP BY ${DIGEST_KEY}
      ) AS each
    ) AS materials
    WHERE place <= ${limit}
    ORDER BY ranked.referral_id, place`;
}
