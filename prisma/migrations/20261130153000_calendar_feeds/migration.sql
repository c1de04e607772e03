-- Secret addresses of calendars of deadlines. Processes of the previous version do not use the table.

-- CreateTable
CREATE TABLE "calendar_feed" (
    "person_id" TEXT NOT NULL,
    "agency_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("person_id","agency_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_digest_key" ON "calendar_feed"("digest");
