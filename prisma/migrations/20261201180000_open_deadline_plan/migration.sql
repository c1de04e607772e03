-- A plan that was made while almost no clock was open read every open clock by the index on the status. A negated condition
-- cannot use that index. Builds of the previous version call the same function.
CREATE OR REPLACE FUNCTION derive_open_deadlines(of_referral uuid)
RETURNS TABLE (agency_id text, debtor_id text, clock_id text, status text, due_at timestamptz) LANGUAGE sql STABLE AS $$
  SELECT p.agency_id,
         CASE WHEN c.debtor = 'sender' AND NOT f.sender_replaced THEN p.sender_agency_id
              WHEN c.debtor = 'recipient' AND r.agency_id IS NOT NULL THEN r.agency_id
              ELSE f.coordinator_id END,
         c.id, c.status, c.due_at
  FROM public.party p
  JOIN (
    SELECT max(q.agency_id) FILTER (WHERE q.coordinator) AS coordinator_id, count(*) FILTER (WHERE q.sender) > 1 AS sender_replaced
    FROM public.party q WHERE q.referral_id = of_referral
  ) AS f ON true
  JOIN public.clock c ON c.referral_id = of_referral
  LEFT JOIN public.recipient r ON r.referral_id = of_referral AND r.id = c.recipient_id
  WHERE p.referral_id = of_referral AND p.status NOT IN ('closed', 'erased') AND NOT p.drill
    AND c.status <> 'stopped'
    AND (p.sender OR p.coordinator OR r.agency_id = p.agency_id)
$$;
