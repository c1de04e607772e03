-- AlterTable
ALTER TABLE "person" ADD COLUMN     "receipts" BOOLEAN NOT NULL DEFAULT true;
