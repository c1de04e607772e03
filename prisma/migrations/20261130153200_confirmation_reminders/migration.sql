-- The reminder to confirm the details of a contact point is sent once after each confirmation.

-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "reminded_for" TIMESTAMPTZ(3);
