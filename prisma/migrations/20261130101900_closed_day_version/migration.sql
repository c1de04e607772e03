-- Closed days are part of the directory that processes keep: working days of clocks depend on them.
CREATE CONSTRAINT TRIGGER closed_day_changed AFTER INSERT OR UPDATE OR DELETE ON "closed_day"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();
