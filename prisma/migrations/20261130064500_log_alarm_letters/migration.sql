-- CreateTable
CREATE TABLE "log_alarm_acknowledgement" (
    "alarm_id" BIGINT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "log_alarm_acknowledgement_pkey" PRIMARY KEY ("alarm_id")
);

-- CreateTable
CREATE TABLE "log_alarm_letter" (
    "alarm_id" BIGINT NOT NULL,
    "person_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "log_alarm_letter_pkey" PRIMARY KEY ("alarm_id","person_id")
);

-- An alarm that was acknowledged stays acknowledged.
CREATE TRIGGER log_alarm_acknowledgement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_alarm_acknowledgement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
