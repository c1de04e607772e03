-- Only messages about emergencies delay further messages about emergencies.

-- AlterTable
ALTER TABLE "letter_reader" ADD COLUMN     "emergency_at" TIMESTAMPTZ(3)[];
