-- The most referrals that may wait for the acknowledgement of a contact point; without a limit if null.
ALTER TABLE "contact_point" ADD COLUMN "capacity" INTEGER;
