-- Creates the roles of Liaise, and makes liaise_owner the owner of this database and of everything in it.
--
-- Run it once in the database of Liaise, as a superuser or as the owner of the database with CREATEROLE and CREATEDB:
--
--   psql --dbname=liaise --file=prisma/access/roles.sql
--
-- It can be repeated. Migrations run it themselves if their login may do so. The roles have no password: set one for each
-- with \password, or let clients sign in by certificate.

SELECT pg_advisory_xact_lock(420027);

DO $$
DECLARE
  item text;
BEGIN
  FOREACH item IN ARRAY ARRAY['liaise_owner', 'liaise_engine', 'liaise_pages', 'liaise_sealer', 'liaise_reader'] LOOP
    IF to_regrole(item) IS NULL THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN', item);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Created at the same time for another database of this server.
      END;
    END IF;
  END LOOP;

  -- Objects can be given only to a role that the giver is a member of.
  IF NOT pg_has_role(current_user, 'liaise_owner', 'SET') THEN
    EXECUTE format('GRANT liaise_owner TO %I WITH SET TRUE, INHERIT TRUE', current_user);
  END IF;

  EXECUTE format('ALTER DATABASE %I OWNER TO liaise_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO liaise_engine, liaise_pages, liaise_sealer, liaise_reader',
                 current_database());

  -- Objects of versions that had one role for everything. A sequence of a column follows its table.
  FOR item IN
    SELECT format('ALTER TABLE %s OWNER TO liaise_owner', oid::regclass) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relowner <> to_regrole('liaise_owner')
    UNION ALL
    SELECT format('ALTER FUNCTION %s OWNER TO liaise_owner', oid::regprocedure) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND proowner <> to_regrole('liaise_owner')
    UNION ALL
    SELECT format('ALTER STATISTICS %I.%I OWNER TO liaise_owner', 'public', stxname) FROM pg_statistic_ext
    WHERE stxnamespace = 'public'::regnamespace AND stxowner <> to_regrole('liaise_owner')
  LOOP
    EXECUTE item;
  END LOOP;
END
$$;
