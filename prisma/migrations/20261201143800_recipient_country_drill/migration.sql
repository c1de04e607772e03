-- Lists of one country leave out drills by this index alone. Builds of the previous version can use it as well.
CREATE INDEX "recipient_country_drill_idx" ON "recipient"("country", "referral_id", "agency_id", "sender_agency_id",
  "coordinator_agency_id", "drill");
DROP INDEX "recipient_country_idx";
