-- Who stated or confirmed a capability of a country. Null for entries of earlier versions and of the first load.

-- AlterTable
ALTER TABLE "country_capability" ADD COLUMN     "recorded_at_agency_id" TEXT,
ADD COLUMN     "recorded_by" TEXT;
