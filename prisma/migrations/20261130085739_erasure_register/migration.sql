-- CreateTable
CREATE TABLE "erasure_register" (
    "id" SMALLINT NOT NULL DEFAULT 0,
    "register" UUID NOT NULL,
    "entries" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "replaced" UUID[],

    CONSTRAINT "erasure_register_pkey" PRIMARY KEY ("id")
);
