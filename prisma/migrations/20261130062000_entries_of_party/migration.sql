-- AlterTable
ALTER TABLE "party" ADD COLUMN     "entries" INTEGER;
