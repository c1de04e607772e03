/** How long each kind of activity may take, and how it is tried again. */

import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { LETTER_RETRY_MS } from '../domain/letter-kinds.ts';
import { TASK_QUEUES } from './messages.ts';

/**
 * Local: one act is one workflow task and one transaction. Tried for as long as PostgreSQL is away, since what was
 * decided must be recorded; a refusal by the database (a coded failure) is not tried again.
 */
export const { record, restore, proposeTriage, findRoute } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/** A mail server may be away for hours. What goes out, or is refused for good, is told at once; the rest begins anew. */
export const { sendLetters } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '2 minutes',
  // A worker that was killed says nothing: another takes the letters up.
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: LETTER_RETRY_MS,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** After that: says which were given up. PostgreSQL alone is needed. */
export const { giveUpLetters } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '30 seconds',
});

/** Walks through all referrals, which may take hours; while it does it says that it lives. Another night is a new try. */
export const maintenanceActivities = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.upkeep,
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '5 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});
