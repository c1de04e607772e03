-- AlterTable
ALTER TABLE "data_key" ADD COLUMN     "seal_version" SMALLINT NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "particulars" ADD COLUMN     "seal_version" SMALLINT NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "sealing_state" (
    "id" SMALLINT NOT NULL DEFAULT 0,
    "placed_only_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealing_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_key_key_id_seal_version_idx" ON "data_key"("key_id", "seal_version");

-- Rows of the previous version, which "liaise keys rotate" re-seals. Empty afterwards, so it costs nothing.
CREATE INDEX "particulars_unplaced_idx" ON "particulars"("id") WHERE "seal_version" < 2;

-- The change is final.
CREATE TRIGGER sealing_state_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealing_state
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A new installation has no data of the previous version, and accepts none.
INSERT INTO sealing_state (placed_only_since)
SELECT now() WHERE NOT EXISTS (SELECT FROM data_key) AND NOT EXISTS (SELECT FROM journal);
