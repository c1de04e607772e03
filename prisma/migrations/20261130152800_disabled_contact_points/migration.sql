-- A contact point can be disabled. Processes of the previous version do not read the column.

-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "disabled" BOOLEAN NOT NULL DEFAULT false;
