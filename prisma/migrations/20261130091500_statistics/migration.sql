-- Statistics are kept as counts, so that pages do not read every recipient. Triggers note each change of a recipient or party
-- in the transaction of the act, also while processes of the previous version still write. A task adds them to the counts.

-- CreateTable
CREATE TABLE "statistic" (
    "agency_id" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "recipients" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "statistic_pkey" PRIMARY KEY ("agency_id","dimension","month","key")
);

-- CreateTable
CREATE TABLE "recipient_change" (
    "id" BIGSERIAL NOT NULL,
    "sign" SMALLINT NOT NULL,
    "month" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "sender_agency_id" TEXT NOT NULL,
    "coordinator_agency_id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "firsts" SMALLINT NOT NULL,
    "acknowledge_ms" BIGINT,
    "decide_ms" BIGINT,
    "report_ms" BIGINT,
    "acknowledged_in_time" BOOLEAN,
    "decided_in_time" BOOLEAN,
    "reported_in_time" BOOLEAN,
    "ground" TEXT,
    "outcome" TEXT,

    CONSTRAINT "recipient_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_change" (
    "id" BIGSERIAL NOT NULL,
    "agency_id" TEXT NOT NULL,
    "breached" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "unresponsive" INTEGER NOT NULL,
    "approvals" INTEGER NOT NULL,

    CONSTRAINT "party_change_pkey" PRIMARY KEY ("id")
);

-- `firsts`: the first recipient of a referral (1), of its agency (2), of its country (4), of its agency and country (8) within
-- the referral: statistics count the referral once. Recipients are numbered r1, r2 and so on, and only added.
CREATE FUNCTION note_recipient_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  those_first int;
BEGIN
  SELECT 15 & ~coalesce(bit_or(1 | (o.agency_id = NEW.agency_id)::int * 2 | (o.country = NEW.country)::int * 4
    | (o.agency_id = NEW.agency_id AND o.country = NEW.country)::int * 8), 0) INTO those_first
  FROM public.recipient o WHERE o.referral_id = NEW.referral_id AND (length(o.id), o.id) < (length(NEW.id), NEW.id);
  INSERT INTO public.recipient_change (sign, month, agency_id, sender_agency_id, coordinator_agency_id, country, kind,
    urgency, firsts, acknowledge_ms, decide_ms, report_ms, acknowledged_in_time, decided_in_time, reported_in_time, ground,
    outcome)
  SELECT sign, to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM'), agency_id, sender_agency_id, coordinator_agency_id,
    country, kind, urgency, those_first, extract(epoch FROM acknowledged_at - opened_at) * 1000,
    extract(epoch FROM decided_at - acknowledged_at) * 1000, extract(epoch FROM reported_at - decided_at) * 1000,
    acknowledged_in_time, decided_in_time, reported_in_time, ground, outcome
  FROM (SELECT 1 AS sign, NEW.* UNION ALL SELECT -1, OLD.* WHERE TG_OP = 'UPDATE') AS change;
  RETURN NULL;
END $$;

-- A statement deletes all recipients of a referral, before it derives them again.
CREATE FUNCTION note_recipients_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
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
  FROM deleted AS r;
  RETURN NULL;
END $$;

CREATE FUNCTION note_party_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.party_change (agency_id, breached, held, unresponsive, approvals)
  SELECT coalesce(NEW.agency_id, OLD.agency_id),
    coalesce(NEW.breached::int, 0) - coalesce(OLD.breached::int, 0),
    coalesce((NEW.status = 'held')::int, 0) - coalesce((OLD.status = 'held')::int, 0),
    coalesce(NEW.silent::int, 0) - coalesce(OLD.silent::int, 0),
    (NEW.approvals IS NOT NULL)::int - (OLD.approvals IS NOT NULL)::int;
  RETURN NULL;
END $$;

CREATE TRIGGER recipient_inserted AFTER INSERT ON "recipient" FOR EACH ROW EXECUTE FUNCTION note_recipient_change();
CREATE TRIGGER recipient_updated AFTER UPDATE ON "recipient" FOR EACH ROW
WHEN (ROW(OLD.urgency, OLD.kind, OLD.acknowledged_at, OLD.decided_at, OLD.reported_at, OLD.acknowledged_in_time,
          OLD.decided_in_time, OLD.reported_in_time, OLD.ground, OLD.outcome)
      IS DISTINCT FROM
      ROW(NEW.urgency, NEW.kind, NEW.acknowledged_at, NEW.decided_at, NEW.reported_at, NEW.acknowledged_in_time,
          NEW.decided_in_time, NEW.reported_in_time, NEW.ground, NEW.outcome))
EXECUTE FUNCTION note_recipient_change();
CREATE TRIGGER recipients_deleted AFTER DELETE ON "recipient" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT
EXECUTE FUNCTION note_recipients_deleted();

CREATE TRIGGER party_inserted AFTER INSERT ON "party" FOR EACH ROW
WHEN (NEW.breached OR NEW.status = 'held' OR NEW.silent OR NEW.approvals IS NOT NULL)
EXECUTE FUNCTION note_party_change();
CREATE TRIGGER party_updated AFTER UPDATE ON "party" FOR EACH ROW
WHEN (ROW(OLD.breached, OLD.status = 'held', OLD.silent, OLD.approvals IS NULL)
      IS DISTINCT FROM ROW(NEW.breached, NEW.status = 'held', NEW.silent, NEW.approvals IS NULL))
EXECUTE FUNCTION note_party_change();
CREATE TRIGGER party_deleted AFTER DELETE ON "party" FOR EACH ROW
WHEN (OLD.breached OR OLD.status = 'held' OR OLD.silent OR OLD.approvals IS NOT NULL)
EXECUTE FUNCTION note_party_change();

-- What was recorded before. The command that migrates adds it to the counts.
INSERT INTO "recipient_change" (sign, month, agency_id, sender_agency_id, coordinator_agency_id, country, kind, urgency,
  firsts, acknowledge_ms, decide_ms, report_ms, acknowledged_in_time, decided_in_time, reported_in_time, ground, outcome)
SELECT 1, to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM'), agency_id, sender_agency_id, coordinator_agency_id,
  country, kind, urgency,
  (row_number() OVER (PARTITION BY referral_id ORDER BY length(id), id) = 1)::int
    | (row_number() OVER (PARTITION BY referral_id, agency_id ORDER BY length(id), id) = 1)::int * 2
    | (row_number() OVER (PARTITION BY referral_id, country ORDER BY length(id), id) = 1)::int * 4
    | (row_number() OVER (PARTITION BY referral_id, agency_id, country ORDER BY length(id), id) = 1)::int * 8,
  extract(epoch FROM acknowledged_at - opened_at) * 1000, extract(epoch FROM decided_at - acknowledged_at) * 1000,
  extract(epoch FROM reported_at - decided_at) * 1000, acknowledged_in_time, decided_in_time, reported_in_time, ground,
  outcome
FROM "recipient";
INSERT INTO "party_change" (agency_id, breached, held, unresponsive, approvals)
SELECT agency_id, count(*) FILTER (WHERE breached), count(*) FILTER (WHERE status = 'held'),
  count(*) FILTER (WHERE silent), count(approvals)
FROM "party" GROUP BY agency_id;
