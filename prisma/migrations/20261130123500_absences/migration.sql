-- The present or next absence of a person, and the deputy. Dates are days in the time zone of the person, both included.
ALTER TABLE "person" ADD COLUMN "absent_from" CHAR(10), ADD COLUMN "absent_until" CHAR(10), ADD COLUMN "deputy_id" TEXT;
