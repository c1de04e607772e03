-- Drills: test referrals that only ask for an acknowledgement. They are left out of the statistics.

-- AlterTable
ALTER TABLE "contact_point" ADD COLUMN     "drill_days" INTEGER;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "drill" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "recipient" ADD COLUMN     "drill" BOOLEAN NOT NULL DEFAULT false;

CREATE OR REPLACE TRIGGER recipient_inserted AFTER INSERT ON "recipient" FOR EACH ROW WHEN (NOT NEW.drill)
EXECUTE FUNCTION note_recipient_change();
CREATE OR REPLACE TRIGGER recipient_updated AFTER UPDATE ON "recipient" FOR EACH ROW
WHEN (NOT NEW.drill
      AND ROW(OLD.urgency, OLD.kind, OLD.acknowledged_at, OLD.decided_at, OLD.reported_at, OLD.acknowledged_in_time,
              OLD.decided_in_time, OLD.reported_in_time, OLD.ground, OLD.outcome)
          IS DISTINCT FROM
          ROW(NEW.urgency, NEW.kind, NEW.acknowledged_at, NEW.decided_at, NEW.reported_at, NEW.acknowledged_in_time,
              NEW.decided_in_time, NEW.reported_in_time, NEW.ground, NEW.outcome))
EXECUTE FUNCTION note_recipient_change();

-- A statement deletes all recipients of a referral, before it derives them again.
CREATE OR REPLACE FUNCTION note_recipients_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.recipient_change (sign, month, agency_id, sender_agency_id, coordinator_agency_id, country, kind,
    urgency, firsts, acknowledge_ms, decide_ms, report_ms, acknowledged_in_time, decided_in_time, reported_in_time, ground,
    outcome)
  SELECT -1, to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM'), agency_id, sender_agency_id, coordinator_agency_id,
    country, kind, urgency,
    15 & ~coalesce((
      SELECT bit_or(1 | (o.agency_id = r.agency_id)::int * 2 | (o.country = r.country)::int * 4
        | (o.agency_id = r.agency_id AND o.country = r.country)::int * 8)
      FROM (SELECT referral_id, id, agency_id, country FROM deleted
            UNION ALL SELECT referral_id, id, agency_id, country FROM public.recipient
            WHERE referral_id IN (SELECT referral_id FROM deleted)) AS o
      WHERE o.referral_id = r.referral_id AND (length(o.id), o.id) < (length(r.id), r.id)
    ), 0),
    extract(epoch FROM acknowledged_at - opened_at) * 1000, extract(epoch FROM decided_at - acknowledged_at) * 1000,
    extract(epoch FROM reported_at - decided_at) * 1000, acknowledged_in_time, decided_in_time, reported_in_time, ground,
    outcome
  FROM deleted AS r WHERE NOT r.drill;
  RETURN NULL;
END $$;
