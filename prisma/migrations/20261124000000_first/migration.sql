-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "journal" (
    "referral_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act_id" TEXT NOT NULL,
    "by" JSONB NOT NULL,
    "schema" SMALLINT NOT NULL,
    "type" TEXT NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("referral_id","seq")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "round" SMALLINT NOT NULL,
    "sender_agency_id" TEXT NOT NULL,
    "coordinator_agency_id" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "seq" INTEGER NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient" (
    "referral_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "contact_point_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "status" TEXT NOT NULL,
    "hop" SMALLINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recipient_pkey" PRIMARY KEY ("referral_id","id")
);

-- CreateTable
CREATE TABLE "clock" (
    "referral_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "debtor" TEXT NOT NULL,
    "recipient_id" TEXT,
    "status" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("referral_id","id")
);

-- CreateTable
CREATE TABLE "link" (
    "referral_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "link_pkey" PRIMARY KEY ("referral_id","other_id","kind")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "addressee" JSONB NOT NULL,
    "recipient_id" TEXT,
    "clock_id" TEXT,
    "status" TEXT NOT NULL,
    "code" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_leaf" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "operation" TEXT NOT NULL,
    "referral_id" UUID,
    "leaf" JSONB NOT NULL,

    CONSTRAINT "audit_leaf_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "referral_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "particulars" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "particulars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "origin_reference" (
    "agency_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,

    CONSTRAINT "origin_reference_pkey" PRIMARY KEY ("agency_id","digest")
);

-- CreateTable
CREATE TABLE "material_digest" (
    "referral_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "material_digest_pkey" PRIMARY KEY ("referral_id","digest")
);

-- CreateTable
CREATE TABLE "reference_counter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "reference_counter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2),
    "type" TEXT NOT NULL,
    "coordinating" BOOLEAN NOT NULL,
    "excludes" TEXT[],

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "duty_email" TEXT,
    "deputy_id" TEXT,
    "zone" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "languages" TEXT[],
    "capabilities" TEXT[],
    "kinds" TEXT[],
    "clearances" TEXT[],
    "verified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "country_capability" (
    "country" CHAR(2) NOT NULL,
    "capability" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "provider_ids" TEXT[],
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "country_capability_pkey" PRIMARY KEY ("country","capability")
);

-- CreateTable
CREATE TABLE "fallback_chain" (
    "country" TEXT NOT NULL,
    "types" TEXT[],

    CONSTRAINT "fallback_chain_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "inner_country" (
    "country" CHAR(2) NOT NULL,

    CONSTRAINT "inner_country_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "zone" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("person_id","agency_id","role")
);

-- CreateIndex
CREATE INDEX "journal_referral_id_act_id_idx" ON "journal"("referral_id", "act_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_reference_key" ON "referral"("reference");

-- CreateIndex
CREATE INDEX "referral_status_next_due_at_idx" ON "referral"("status", "next_due_at");

-- CreateIndex
CREATE INDEX "referral_sender_agency_id_submitted_at_idx" ON "referral"("sender_agency_id", "submitted_at");

-- CreateIndex
CREATE INDEX "recipient_agency_id_status_idx" ON "recipient"("agency_id", "status");

-- CreateIndex
CREATE INDEX "clock_status_due_at_idx" ON "clock"("status", "due_at");

-- CreateIndex
CREATE INDEX "link_other_id_idx" ON "link"("other_id");

-- CreateIndex
CREATE INDEX "letter_referral_id_seq_idx" ON "letter"("referral_id", "seq");

-- CreateIndex
CREATE INDEX "letter_status_idx" ON "letter"("status");

-- CreateIndex
CREATE INDEX "audit_leaf_referral_id_idx" ON "audit_leaf"("referral_id");

-- CreateIndex
CREATE INDEX "audit_leaf_operation_at_idx" ON "audit_leaf"("operation", "at");

-- CreateIndex
CREATE INDEX "particulars_referral_id_idx" ON "particulars"("referral_id");

-- CreateIndex
CREATE INDEX "origin_reference_digest_idx" ON "origin_reference"("digest");

-- CreateIndex
CREATE INDEX "origin_reference_referral_id_idx" ON "origin_reference"("referral_id");

-- CreateIndex
CREATE INDEX "material_digest_digest_idx" ON "material_digest"("digest");

-- CreateIndex
CREATE INDEX "contact_point_country_idx" ON "contact_point"("country");

-- CreateIndex
CREATE INDEX "membership_agency_id_role_idx" ON "membership"("agency_id", "role");

-- AddForeignKey
ALTER TABLE "recipient" ADD CONSTRAINT "recipient_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
