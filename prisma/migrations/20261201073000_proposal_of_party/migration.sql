-- The triage queue filters by what the rules proposed. Columns of the row replace the state of each referral that waits.
ALTER TABLE "party" ADD COLUMN     "proposal" TEXT,
ADD COLUMN     "proposed_countries" TEXT[];

UPDATE "party" p
SET proposal = f.state #>> '{triage,proposal,verdict}',
    proposed_countries = ARRAY(
      SELECT proposed ->> 'country' FROM jsonb_array_elements(f.state #> '{triage,proposal,countries}') AS proposed
    )
FROM "referral" f
WHERE f.id = p.referral_id AND p.coordinator AND f.status IN ('received', 'awaiting-information')
  AND f.state #> '{triage,proposal}' IS NOT NULL;
