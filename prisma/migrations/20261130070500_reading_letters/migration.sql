-- CreateTable
CREATE TABLE "reading_letter" (
    "purpose" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_letter_pkey" PRIMARY KEY ("purpose","person_id")
);
