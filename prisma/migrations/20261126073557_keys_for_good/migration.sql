-- DropIndex
DROP INDEX "write_key_kept_at_idx";

-- Until now keys were kept as they came, for thirty days, and some are an agency's own numbers of cases. From now on it
-- is their digests, with which these would never compare equal.
DELETE FROM "write_key";
