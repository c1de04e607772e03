-- Readings in an emergency or beyond the allowance, and their reviews: few of the leaves.
CREATE INDEX "audit_leaf_notable_reading_idx" ON "audit_leaf"("by_agency_id", (leaf #>> '{about,purpose}'))
  WHERE operation = 'consultation' AND (leaf #>> '{about,code}' = 'emergency' OR leaf -> 'about' ? 'beyond');
CREATE INDEX "audit_leaf_reviewed_idx" ON "audit_leaf"((leaf #>> '{about,reviewed}'))
  WHERE leaf #>> '{about,reviewed}' IS NOT NULL;
