-- Statistics of requests: counts of journal entries by the month of the entry, which no later entry changes. Triggers note each
-- row in the transaction of the act. Entries that were recorded before have no rows until `liaise rebuild` has derived them.

-- CreateTable
CREATE TABLE "request_event" (
    "referral_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "sender_agency_id" TEXT NOT NULL,
    "coordinator_agency_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "ground" TEXT,
    "in_time" BOOLEAN,
    "authorisation" BOOLEAN NOT NULL,
    "took_ms" BIGINT,

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("referral_id","seq")
);

-- CreateTable
CREATE TABLE "request_change" (
    "id" BIGSERIAL NOT NULL,
    "sign" SMALLINT NOT NULL,
    "month" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sender_agency_id" TEXT NOT NULL,
    "coordinator_agency_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "ground" TEXT,
    "in_time" BOOLEAN,
    "authorisation" BOOLEAN NOT NULL,
    "took_ms" BIGINT,

    CONSTRAINT "request_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_statistic" (
    "agency_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "request_statistic_pkey" PRIMARY KEY ("agency_id","side","month","country","kind","urgency")
);

CREATE FUNCTION note_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.request_change (sign, month, name, sender_agency_id, coordinator_agency_id, agency_id, country, kind,
    urgency, ground, in_time, authorisation, took_ms)
  SELECT CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM'), e.name,
    e.sender_agency_id, e.coordinator_agency_id, e.agency_id, e.country, e.kind, e.urgency, e.ground, e.in_time,
    e.authorisation, e.took_ms
  FROM (SELECT NEW.* WHERE TG_OP = 'INSERT' UNION ALL SELECT OLD.* WHERE TG_OP = 'DELETE') AS e;
  RETURN NULL;
END $$;

CREATE TRIGGER request_event_inserted AFTER INSERT ON "request_event" FOR EACH ROW EXECUTE FUNCTION note_request_event();
CREATE TRIGGER request_event_deleted AFTER DELETE ON "request_event" FOR EACH ROW EXECUTE FUNCTION note_request_event();
