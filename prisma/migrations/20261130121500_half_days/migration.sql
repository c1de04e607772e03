-- A half day is a working day on which the desks of an agency close early.
ALTER TABLE "closed_day" ADD COLUMN "closes_at" CHAR(5);
