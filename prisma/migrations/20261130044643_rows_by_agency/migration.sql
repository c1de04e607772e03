-- Row-level security compares the agency of a row with the setting `liaise.agency` of the transaction. A condition on JSON
-- cannot use an index there, so the agency becomes a column. The policies are in prisma/access/table-access.ts.
ALTER TABLE "audit_leaf" ADD COLUMN "by_agency_id" TEXT GENERATED ALWAYS AS (leaf #>> '{by,agencyId}') STORED;

-- DropIndex
DROP INDEX "audit_leaf_agency_idx";

-- CreateIndex
CREATE INDEX "audit_leaf_by_agency_id_at_idx" ON "audit_leaf"("by_agency_id", "at");

-- AlterTable
ALTER TABLE "data_key" ADD COLUMN "agency_id" TEXT;
ALTER TABLE "data_key" ALTER COLUMN "agency_id" SET DEFAULT nullif(current_setting('liaise.agency', true), '');

-- AlterTable
ALTER TABLE "particulars" ADD COLUMN "agency_id" TEXT;
ALTER TABLE "particulars" ALTER COLUMN "agency_id" SET DEFAULT nullif(current_setting('liaise.agency', true), '');

-- Drafts of the previous version belong to their agency. Other texts belong to referrals that have parties.
UPDATE "data_key" SET "agency_id" = draft."agency_id" FROM "draft" WHERE draft."id" = "data_key"."referral_id";
UPDATE "particulars" SET "agency_id" = draft."agency_id" FROM "draft" WHERE draft."id" = "particulars"."referral_id";

-- For the audit log: the id of a referral that an agency named and may not see. It shows nothing else of the referral.
CREATE FUNCTION referral_id_of(wanted_reference text, wanted_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
RETURN (SELECT id FROM referral WHERE reference = wanted_reference OR id = wanted_id LIMIT 1);
REVOKE ALL ON FUNCTION referral_id_of FROM PUBLIC;

-- For the check before a start: some encrypted keys for each key of the key ring that is in use, of any agency.
CREATE FUNCTION keys_in_use() RETURNS TABLE (referral_id uuid, key_id text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT one.referral_id, used.key_id, one.wrapped FROM (SELECT DISTINCT data_key.key_id FROM data_key) AS used
  CROSS JOIN LATERAL (SELECT * FROM data_key WHERE data_key.key_id = used.key_id LIMIT 5) AS one ORDER BY used.key_id;
END;
REVOKE ALL ON FUNCTION keys_in_use FROM PUBLIC;

-- For the search of the audit log: the ids of the changes of the directory that concern an agency. Row-level security keeps
-- the condition on JSON out of the index.
CREATE FUNCTION leaves_concerning(agency text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT id FROM audit_leaf
  WHERE (leaf #> '{about,agencies}') IS NOT NULL AND leaf #> '{about,agencies}' @> to_jsonb(agency);
END;
REVOKE ALL ON FUNCTION leaves_concerning FROM PUBLIC;
