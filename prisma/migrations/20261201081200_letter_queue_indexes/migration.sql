-- The letter dispatcher finds due letters by index, however many letters are held. An index for each way to be due: by its time,
-- and because the clock was set back after the time was planned.
CREATE INDEX "letter_due_idx" ON "letter"("due_at") WHERE "status" = 'waiting';
CREATE INDEX "letter_planned_idx" ON "letter"("planned_at") WHERE "status" = 'waiting';

-- The letters of a reader that join a due one in a message.
CREATE INDEX "letter_bundle_idx" ON "letter"((coalesce("addressee" ->> 'personId', "addressee" ->> 'contactPointId')))
  WHERE "status" = 'waiting' AND "held_for" = 'bundle';
