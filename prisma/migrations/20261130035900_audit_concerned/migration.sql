-- Each agency finds the changes of the directory that concern it.
CREATE INDEX "audit_leaf_concerned_idx" ON "audit_leaf" USING GIN ((leaf #> '{about,agencies}') jsonb_path_ops)
  WHERE (leaf #> '{about,agencies}') IS NOT NULL;
