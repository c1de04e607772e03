-- Of the last digest only the day is known: it was sent at its hour or later, so that nothing falls between.
ALTER TABLE "person" ADD COLUMN     "digest_sent_at" TIMESTAMPTZ(3);
UPDATE "person" SET "digest_sent_at" =
  ("digest_sent_on"::timestamp + make_interval(hours => coalesce("digest_hour", 7))) AT TIME ZONE zone."name"
FROM pg_timezone_names zone WHERE zone."name" = "person"."zone" AND "digest_sent_on" IS NOT NULL;
ALTER TABLE "person" DROP COLUMN "digest_sent_on";
