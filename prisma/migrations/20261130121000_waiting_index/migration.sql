-- The list "Waiting for us" and the counters of its tabs, from the index alone.
CREATE INDEX "party_waiting_idx" ON "party"("agency_id", "owes_by", "referral_id")
  INCLUDE ("in_hand", "questioned", "approvals", "coordinator", "status", "recipient_status")
  WHERE "in_hand" OR "questioned" OR "approvals" IS NOT NULL OR ("coordinator" AND "status" = 'received');
