-- CreateTable
CREATE TABLE "kept_form" (
    "person_id" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "kept_form_kept_at_idx" ON "kept_form"("kept_at");
