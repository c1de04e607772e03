-- AlterTable
ALTER TABLE "particulars" ADD COLUMN     "material_digests" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "act_key" (
    "agency_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "act_id" TEXT NOT NULL,

    CONSTRAINT "act_key_pkey" PRIMARY KEY ("agency_id","person_id","key")
);
