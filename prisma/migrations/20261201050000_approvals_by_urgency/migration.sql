-- A page of decisions of one kind, the most urgent first, is chosen from this index alone.
CREATE INDEX "party_approval_urgency_idx" ON "party"("agency_id", "urgency_order", "referral_id") INCLUDE ("approvals")
  WHERE "approvals" IS NOT NULL;
