-- AlterTable
ALTER TABLE "person" ADD COLUMN     "digest_hour" SMALLINT DEFAULT 7,
ADD COLUMN     "digest_sent_on" CHAR(10);

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
    "recipient_status" TEXT,
    "handler" TEXT,
    "owes" TEXT,
    "owes_by" TIMESTAMPTZ(3),
    "next_clock" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "risk_at" TIMESTAMPTZ(3),
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
CREATE INDEX "party_agency_id_submitted_at_idx" ON "party"("agency_id", "submitted_at");

-- CreateIndex
CREATE INDEX "party_agency_id_changed_at_idx" ON "party"("agency_id", "changed_at");

-- CreateIndex
CREATE INDEX "party_agency_id_status_submitted_at_idx" ON "party"("agency_id", "status", "submitted_at");

-- CreateIndex
CREATE INDEX "party_agency_id_next_due_at_idx" ON "party"("agency_id", "next_due_at");

-- CreateIndex
CREATE INDEX "party_agency_id_owes_by_idx" ON "party"("agency_id", "owes_by");

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
