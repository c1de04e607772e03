-- Open deadlines become rows, one for each agency that sees them. The view read every clock of every open referral. Triggers
-- keep the rows, also while processes of the previous version still write.
DROP VIEW "open_deadline";
DROP INDEX "clock_open_idx";
DROP INDEX "recipient_debtor_idx";

-- CreateTable
CREATE TABLE "open_deadline" (
    "agency_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "clock_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_deadline_pkey" PRIMARY KEY ("referral_id","agency_id","clock_id")
);

-- Pages count and choose from this index alone.
CREATE INDEX "open_deadline_debtor_idx" ON "open_deadline"("agency_id", "debtor_id", "due_at", "referral_id", "clock_id")
  INCLUDE ("status");

-- The sender and the coordinator see every clock, a recipient those of its own part. While the sender is disabled, the
-- coordinator acts for it: see domain/clocks/clock-debtor.ts.
CREATE FUNCTION derive_open_deadlines(of_referral uuid)
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
    AND c.status IN ('running', 'paused', 'expired')
    AND (p.sender OR p.coordinator OR r.agency_id = p.agency_id)
$$;

CREATE FUNCTION update_open_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := coalesce(NEW.referral_id, OLD.referral_id);
BEGIN
  WITH derived AS MATERIALIZED (
    SELECT * FROM public.derive_open_deadlines(changed)
  ), gone AS (
    DELETE FROM public.open_deadline o WHERE o.referral_id = changed
      AND NOT EXISTS (SELECT FROM derived d WHERE (d.agency_id, d.clock_id) = (o.agency_id, o.clock_id))
  )
  INSERT INTO public.open_deadline AS o (agency_id, debtor_id, referral_id, clock_id, status, due_at)
  SELECT d.agency_id, d.debtor_id, changed, d.clock_id, d.status, d.due_at FROM derived d
  ON CONFLICT (referral_id, agency_id, clock_id) DO UPDATE
    SET debtor_id = EXCLUDED.debtor_id, status = EXCLUDED.status, due_at = EXCLUDED.due_at
    WHERE (o.debtor_id, o.status, o.due_at) IS DISTINCT FROM (EXCLUDED.debtor_id, EXCLUDED.status, EXCLUDED.due_at);
  RETURN NULL;
END $$;

CREATE TRIGGER clock_opened AFTER INSERT ON "clock" FOR EACH ROW
WHEN (NEW.status IN ('running', 'paused', 'expired'))
EXECUTE FUNCTION update_open_deadlines();
CREATE TRIGGER clock_changed AFTER UPDATE ON "clock" FOR EACH ROW
WHEN (ROW(OLD.status, OLD.due_at) IS DISTINCT FROM ROW(NEW.status, NEW.due_at))
EXECUTE FUNCTION update_open_deadlines();
CREATE TRIGGER clock_deleted AFTER DELETE ON "clock" FOR EACH ROW
WHEN (OLD.status IN ('running', 'paused', 'expired'))
EXECUTE FUNCTION update_open_deadlines();
CREATE TRIGGER party_changed_standing AFTER UPDATE ON "party" FOR EACH ROW
WHEN (ROW(OLD.sender, OLD.status IN ('closed', 'erased')) IS DISTINCT FROM ROW(NEW.sender, NEW.status IN ('closed', 'erased')))
EXECUTE FUNCTION update_open_deadlines();

INSERT INTO "open_deadline" (agency_id, debtor_id, referral_id, clock_id, status, due_at)
SELECT d.agency_id, d.debtor_id, f.id, d.clock_id, d.status, d.due_at
FROM "referral" f CROSS JOIN LATERAL derive_open_deadlines(f.id) AS d
WHERE f.status NOT IN ('closed', 'erased');
