-- AlterTable
ALTER TABLE "letter" ADD COLUMN     "claim" UUID,
ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_for" TEXT,
ADD COLUMN     "last_error" TEXT,
ADD COLUMN     "message_id" UUID,
ADD COLUMN     "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "tried_at" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "urgency" TEXT;

-- CreateTable
CREATE TABLE "letter_reader" (
    "reader" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3)[],

    CONSTRAINT "letter_reader_pkey" PRIMARY KEY ("reader")
);

-- CreateTable
CREATE TABLE "letter_report" (
    "letter_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "delivers" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_report_pkey" PRIMARY KEY ("letter_id")
);
