-- Versions of the clock policies that two administrators agreed to. Without a row, processes use their configuration as before.

-- CreateTable
CREATE TABLE "clock_policy_version" (
    "id" SERIAL NOT NULL,
    "version" TEXT NOT NULL,
    "policies" JSONB NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clock_policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "clock_policy_version_version_key" ON "clock_policy_version"("version");
