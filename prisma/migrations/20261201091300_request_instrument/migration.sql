-- Statistics of requests by legal instrument. Rows that were written before, or by processes of the previous version, have none until
-- `liaise rebuild` has derived them again.

-- AlterTable
ALTER TABLE "request_event" ADD COLUMN "legal_instrument" TEXT;

-- AlterTable
ALTER TABLE "request_change" ADD COLUMN "legal_instrument" TEXT;

CREATE OR REPLACE FUNCTION note_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.request_change (sign, month, name, sender_agency_id, coordinator_agency_id, agency_id, country, kind,
    urgency, ground, in_time, authorisation, took_ms, legal_instrument)
  SELECT CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM'), e.name,
    e.sender_agency_id, e.coordinator_agency_id, e.agency_id, e.country, e.kind, e.urgency, e.ground, e.in_time,
    e.authorisation, e.took_ms, e.legal_instrument
  FROM (SELECT NEW.* WHERE TG_OP = 'INSERT' UNION ALL SELECT OLD.* WHERE TG_OP = 'DELETE') AS e;
  RETURN NULL;
END $$;
