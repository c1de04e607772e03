-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "notified" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "referral_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("referral_id","seq")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "referral_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "claim" UUID,
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_agency_id_idx" ON "webhook"("agency_id");

-- CreateIndex
CREATE INDEX "webhook_secret_webhook_id_made_at_idx" ON "webhook_secret"("webhook_id", "made_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_status_due_at_idx" ON "webhook_delivery"("status", "due_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_agency_id_decided_at_idx" ON "webhook_delivery"("agency_id", "decided_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_referral_id_seq_key" ON "webhook_delivery"("webhook_id", "referral_id", "seq");

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- In the transaction of the act, so that no event is lost, also while processes of the previous version still write.
CREATE FUNCTION note_webhook_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.webhook_event (referral_id, seq)
  SELECT referral_id, seq FROM added WHERE EXISTS (SELECT FROM public.webhook WHERE disabled_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER journal_for_webhooks AFTER INSERT ON "journal" REFERENCING NEW TABLE AS added FOR EACH STATEMENT
EXECUTE FUNCTION note_webhook_events();
