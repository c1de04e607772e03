-- A letter is retried for half a day from its first attempt, however long it was held before.
ALTER TABLE "letter" ADD COLUMN     "first_tried_at" TIMESTAMPTZ(3);
