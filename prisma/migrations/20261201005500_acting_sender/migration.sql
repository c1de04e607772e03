-- Referrals whose coordinating agency acts for a sender that is disabled. The minutely search for them reads this index alone.
CREATE INDEX "party_acting_sender_idx" ON "party"("referral_id") WHERE "sender" AND "agency_id" <> "sender_agency_id";
