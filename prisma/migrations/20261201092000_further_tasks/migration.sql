-- Translations, confirmations of requests and closures to propose are tasks as well. Rows of earlier versions get them
-- from `liaise rebuild`.

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "further_tasks" TEXT[];

-- The list "Waiting for us" and the counters of its tabs, from the index alone. Queries of the previous version use it too,
-- because their condition implies the condition of this index.
CREATE INDEX "party_task_idx" ON "party"("agency_id", "owes_by", "referral_id")
  INCLUDE ("in_hand", "questioned", "approvals", "further_tasks", "coordinator", "status", "recipient_status", "handler")
  WHERE "in_hand" OR "questioned" OR "approvals" IS NOT NULL OR "further_tasks" IS NOT NULL
    OR ("coordinator" AND "status" = 'received');
DROP INDEX "party_waiting_idx";
