-- Functions of the owner that pages may call, past row-level security. They now return nothing that the agency of the
-- transaction may not see. Processes of the previous version call them for that agency, and at the start for none.
CREATE OR REPLACE FUNCTION leaves_concerning(agency text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT id FROM audit_leaf
  WHERE (leaf #> '{about,agencies}') IS NOT NULL AND leaf #> '{about,agencies}' @> to_jsonb(agency)
    AND agency = current_setting('liaise.agency', true);
END;

CREATE OR REPLACE FUNCTION keys_in_use() RETURNS TABLE (referral_id uuid, key_id text, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT one.referral_id, used.key_id, one.wrapped FROM (SELECT DISTINCT data_key.key_id FROM data_key) AS used
  CROSS JOIN LATERAL (SELECT * FROM data_key WHERE data_key.key_id = used.key_id LIMIT 5) AS one
  WHERE nullif(current_setting('liaise.agency', true), '') IS NULL ORDER BY used.key_id;
END;
