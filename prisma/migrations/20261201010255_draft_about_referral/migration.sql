-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "about_referral" UUID;

-- CreateIndex
CREATE INDEX "draft_about_referral_idx" ON "draft"("about_referral");
