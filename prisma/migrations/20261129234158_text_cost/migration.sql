-- CreateTable
CREATE TABLE "text_cost" (
    "text_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "agency_id" TEXT NOT NULL,
    "opaque" INTEGER NOT NULL,
    "identifiers" INTEGER NOT NULL,
    "hashes" INTEGER NOT NULL,

    CONSTRAINT "text_cost_pkey" PRIMARY KEY ("text_id")
);

-- CreateIndex
CREATE INDEX "text_cost_referral_id_idx" ON "text_cost"("referral_id");

-- AddForeignKey
ALTER TABLE "text_cost" ADD CONSTRAINT "text_cost_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "particulars"("id") ON DELETE CASCADE ON UPDATE CASCADE;
