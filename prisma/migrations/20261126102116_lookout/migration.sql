-- CreateTable
CREATE TABLE "lookout" (
    "id" SMALLINT NOT NULL DEFAULT 0,
    "looked" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lookout_pkey" PRIMARY KEY ("id")
);
