-- AlterTable
ALTER TABLE "person" ADD COLUMN     "digest_hour" SMALLINT DEFAULT 7,
ADD COLUMN     "digest_sent_on" CHAR(10);

-- The rows that are there take what they can from their referral; `liaise rebuild` knows the rest from the journal.
ALTER TABLE "recipient" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledged_in_time" BOOLEAN,
ADD COLUMN     "coordinator_agency_id" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_in_time" BOOLEAN,
ADD COLUMN     "ground" TEXT,
ADD COLUMN     "kind" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "reported_at" TIMESTAMPTZ(3),
ADD COLUMN     "reported_in_time" BOOLEAN,
ADD COLUMN     "sender_agency_id" TEXT,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "urgency" TEXT;
UPDATE "recipient" SET
  "coordinator_agency_id" = r."coordinator_agency_id", "sender_agency_id" = r."sender_agency_id",
  "kind" = r."kind", "urgency" = r."urgency", "submitted_at" = r."submitted_at"
FROM "referral" r WHERE r."id" = "recipient"."referral_id";
ALTER TABLE "recipient" ALTER COLUMN "coordinator_agency_id" SET NOT NULL,
ALTER COLUMN "kind" SET NOT NULL,
ALTER COLUMN "sender_agency_id" SET NOT NULL,
ALTER COLUMN "submitted_at" SET NOT NULL,
ALTER COLUMN "urgency" SET NOT NULL;

-- CreateTable
CREATE TABLE "party" (
    "agency_id" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "sender" BOOLEAN NOT NULL,
    "coordinator" BOOLEAN NOT NULL,
    "recipient" BOOLEAN NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sender_agency_id" TEXT NOT NULL,
    "recipient_status" TEXT,
    "in_hand" BOOLEAN NOT NULL,
    "questioned" BOOLEAN NOT NULL,
    "approval" TEXT,
    "handler" TEXT,
    "owes" TEXT,
    "owes_by" TIMESTAMPTZ(3),
    "next_clock" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "risk_at" TIMESTAMPTZ(3),
    "urgency_order" TEXT NOT NULL,
    "breached" BOOLEAN NOT NULL,
    "silent" BOOLEAN NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_seq" INTEGER NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("agency_id","referral_id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT,
    "scopes" TEXT[],

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "session" (
    "digest" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "write_key" (
    "agency_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "write_key_pkey" PRIMARY KEY ("agency_id","person_id","key")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "look" (
    "person_id" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "look_pkey" PRIMARY KEY ("person_id","agency_id","referral_id")
);

-- CreateTable
CREATE TABLE "closed_day" (
    "agency_id" TEXT NOT NULL,
    "day" CHAR(10) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("agency_id","day")
);

-- CreateIndex
CREATE INDEX "party_referral_id_idx" ON "party"("referral_id");

-- CreateIndex
CREATE INDEX "party_changed_at_idx" ON "party"("changed_at");

-- CreateIndex
CREATE INDEX "party_agency_id_submitted_at_referral_id_idx" ON "party"("agency_id", "submitted_at", "referral_id");

-- CreateIndex
CREATE INDEX "party_agency_id_changed_at_referral_id_idx" ON "party"("agency_id", "changed_at", "referral_id");

-- CreateIndex
CREATE INDEX "party_agency_id_reference_idx" ON "party"("agency_id", "reference");

-- CreateIndex
CREATE INDEX "party_agency_id_urgency_order_referral_id_idx" ON "party"("agency_id", "urgency_order", "referral_id");

-- CreateIndex
CREATE INDEX "party_agency_id_next_due_at_referral_id_idx" ON "party"("agency_id", "next_due_at", "referral_id");

-- CreateIndex
CREATE INDEX "party_agency_id_status_submitted_at_idx" ON "party"("agency_id", "status", "submitted_at");

-- CreateIndex
CREATE INDEX "recipient_country_idx" ON "recipient"("country", "referral_id", "agency_id", "sender_agency_id", "coordinator_agency_id");

-- CreateIndex
CREATE INDEX "recipient_agency_id_submitted_at_idx" ON "recipient"("agency_id", "submitted_at");

-- CreateIndex
CREATE INDEX "recipient_sender_agency_id_submitted_at_idx" ON "recipient"("sender_agency_id", "submitted_at");

-- CreateIndex
CREATE INDEX "recipient_coordinator_agency_id_submitted_at_idx" ON "recipient"("coordinator_agency_id", "submitted_at");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_started_at_idx" ON "session"("started_at");

-- CreateIndex
CREATE INDEX "write_key_kept_at_idx" ON "write_key"("kept_at");

-- CreateIndex
CREATE INDEX "draft_agency_id_person_id_changed_at_idx" ON "draft"("agency_id", "person_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_person_id_agency_id_page_name_key" ON "saved_view"("person_id", "agency_id", "page", "name");

-- What the audit search asks for, beside the operation.
CREATE INDEX "audit_leaf_at_idx" ON "audit_leaf"("at");
CREATE INDEX "audit_leaf_person_idx" ON "audit_leaf"((leaf #>> '{by,personId}'), "at");
CREATE INDEX "audit_leaf_agency_idx" ON "audit_leaf"((leaf #>> '{by,agencyId}'), "at");

-- Where the rules found nobody: few rows among very many.
CREATE INDEX "journal_unrouted_idx" ON "journal"("at") WHERE "type" = 'routed' AND "event" #> '{decision,without}' <> '[]';

-- What desks, numbers and marks ask for: few rows among very many, in the order in which they are shown.
CREATE INDEX "party_sent_idx" ON "party"("agency_id", "next_due_at", "referral_id") WHERE "sender";
CREATE INDEX "party_inbox_idx" ON "party"("agency_id", "owes_by", "referral_id") WHERE "in_hand";
CREATE INDEX "party_questioned_idx" ON "party"("agency_id", "owes_by", "referral_id") WHERE "questioned";
CREATE INDEX "party_approval_idx" ON "party"("agency_id", "owes_by", "referral_id") WHERE "approval" IS NOT NULL;
CREATE INDEX "party_handler_idx" ON "party"("agency_id", "handler", "referral_id") WHERE "handler" IS NOT NULL;
CREATE INDEX "party_live_idx" ON "party"("agency_id", "next_due_at", "referral_id", "breached") WHERE "breached" OR "next_due_at" IS NOT NULL;
CREATE INDEX "party_silent_idx" ON "party"("agency_id", "next_due_at", "referral_id") WHERE "silent";
CREATE INDEX "party_risk_idx" ON "party"("agency_id", "risk_at", "next_due_at", "breached") WHERE "risk_at" IS NOT NULL;
CREATE INDEX "party_open_idx" ON "party"("agency_id", "next_due_at", "referral_id") WHERE "status" NOT IN ('closed', 'erased');
CREATE INDEX "recipient_in_hand_idx" ON "recipient"("country") WHERE "status" NOT IN ('outcome-reported', 'declined', 'referred-onward', 'recalled');
-- Which agencies send, coordinate or receive is not a matter of chance: without this the planner would think so.
CREATE STATISTICS "party_agency_stat" (mcv) ON "agency_id", "sender", "coordinator", "recipient", "in_hand" FROM "party";
