-- Changes of the directory are proposed by one administrator and confirmed by another. Agencies can be disabled.
ALTER TABLE "agency" ADD COLUMN "disabled" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "concerns" TEXT[],
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "proposal_proposed_at_idx" ON "proposal"("proposed_at");

CREATE TABLE "proposal_decision" (
    "id" UUID NOT NULL,
    "proposal_id" UUID,
    "step" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_decision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "proposal_decision_proposal_id_idx" ON "proposal_decision"("proposal_id");
-- A proposal is decided once, also if two requests come at the same time.
CREATE UNIQUE INDEX "proposal_decision_final_key" ON "proposal_decision"("proposal_id") 
  WHERE step IN ('applied', 'rejected', 'withdrawn');
ALTER TABLE "proposal_decision" ADD CONSTRAINT "proposal_decision_proposal_id_fkey"
  FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
