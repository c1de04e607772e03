-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "duplicate_of_id" UUID;

-- CreateIndex
CREATE INDEX "referral_duplicate_of_id_idx" ON "referral"("duplicate_of_id");

-- What was closed before.
UPDATE "referral" SET "duplicate_of_id" = (state #>> '{ending,closure,of}')::uuid
WHERE state #>> '{ending,state}' = 'closed' AND state #>> '{ending,closure,kind}' = 'duplicate';
