-- Open deadlines by the agency that must act, as far as the agency of the transaction sees them: a recipient those of its own part
-- only. Row-level security would look up the referral of each of many thousand clocks. The view runs as the owner and has the
-- condition itself, once for each party. Clocks of closed referrals and of drills are not in it.
CREATE VIEW "open_deadline" WITH (security_barrier) AS
SELECT p.agency_id,
       CASE WHEN c.debtor = 'sender' AND NOT s.disabled THEN p.sender_agency_id
            WHEN c.debtor = 'recipient' AND r.agency_id IS NOT NULL THEN r.agency_id
            WHEN p.coordinator THEN p.agency_id
            ELSE (SELECT f.coordinator_agency_id FROM "referral" f WHERE f.id = c.referral_id) END AS debtor_id,
       c.referral_id, c.id AS clock_id, c.status, c.due_at
FROM "party" p
JOIN "agency" s ON s.id = p.sender_agency_id
JOIN "clock" c ON c.referral_id = p.referral_id
LEFT JOIN "recipient" r ON r.referral_id = c.referral_id AND r.id = c.recipient_id
WHERE p.agency_id = (SELECT nullif(current_setting('liaise.agency', true), ''))
  AND p.status NOT IN ('closed', 'erased') AND NOT p.drill
  AND c.status IN ('running', 'paused', 'expired')
  AND (p.sender OR p.coordinator OR r.agency_id = p.agency_id);

-- The view reads these indexes alone, and the picture of ages the second one.
CREATE INDEX "clock_open_idx" ON "clock"("referral_id", "recipient_id") INCLUDE ("id", "debtor", "status", "due_at")
  WHERE "status" IN ('running', 'paused', 'expired');
CREATE INDEX "party_debtor_idx" ON "party"("agency_id", "referral_id") INCLUDE ("sender", "coordinator", "sender_agency_id", "submitted_at", "breached", "next_due_at")
  WHERE "status" NOT IN ('closed', 'erased') AND NOT "drill";
CREATE INDEX "recipient_debtor_idx" ON "recipient"("referral_id", "id") INCLUDE ("agency_id");
