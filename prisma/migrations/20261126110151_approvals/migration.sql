-- AlterTable
ALTER TABLE "party" ADD COLUMN     "approvals" TEXT[];

-- What a second decision hid is told by "liaise rebuild".
UPDATE "party" SET "approvals" = ARRAY["approval"] WHERE "approval" IS NOT NULL;

-- AlterTable
ALTER TABLE "party" DROP COLUMN "approval";

-- It went with the column. What is to be decided stands in it too, so that each kind is counted from it alone.
CREATE INDEX "party_approval_idx" ON "party"("agency_id", "owes_by", "referral_id") INCLUDE ("approvals") WHERE "approvals" IS NOT NULL;
