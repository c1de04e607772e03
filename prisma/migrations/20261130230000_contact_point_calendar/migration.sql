-- The country or region whose public holidays a contact point has. Without it, those of its country count.

-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "calendar" TEXT;
