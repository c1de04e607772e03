-- The last transaction that changed the directory: whoever keeps a copy compares it. Noted at the end of the transaction, so
-- that two changes do not wait for each other while they hold other rows.

-- CreateTable
CREATE TABLE "directory_version" (
    "id" SMALLINT NOT NULL DEFAULT 0,
    "tx" xid8 NOT NULL,

    CONSTRAINT "directory_version_pkey" PRIMARY KEY ("id")
);
INSERT INTO "directory_version" (tx) VALUES (pg_current_xact_id());

-- Pages confirm contact points, and may not write the version themselves.
CREATE FUNCTION note_directory_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE directory_version SET tx = pg_current_xact_id() WHERE tx <> pg_current_xact_id();
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION note_directory_change FROM PUBLIC;

CREATE CONSTRAINT TRIGGER agency_changed AFTER INSERT OR UPDATE OR DELETE ON "agency"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
CREATE CONSTRAINT TRIGGER contact_point_changed AFTER INSERT OR UPDATE OR DELETE ON "contact_point"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
CREATE CONSTRAINT TRIGGER country_capability_changed AFTER INSERT OR UPDATE OR DELETE ON "country_capability"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
CREATE CONSTRAINT TRIGGER fallback_chain_changed AFTER INSERT OR UPDATE OR DELETE ON "fallback_chain"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
CREATE CONSTRAINT TRIGGER inner_country_changed AFTER INSERT OR UPDATE OR DELETE ON "inner_country"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
