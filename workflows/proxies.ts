/** The timeouts and retry policies of activities, with their reasons. */

import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { LETTER_RETRY_MS } from '../domain/letter-kinds.ts';
import { TASK_QUEUES } from './messages.ts';

/**
 * Local: one act is one workflow task and one transaction. Retried while PostgreSQL is unavailable, because a
 * decision must be recorded. A refusal by the database (a coded failure) is not retried.
 */
export const { record, restore, proposeTriage, findRoute, changeDirectory } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/**
 * Runs for minutes. A worker that was killed sends no heartbeats, and another one continues. The letters themselves are
 * retried by the activity.
 */
export const { takeDispatcherTurn } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '5 seconds',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/**
 * Histories of earlier versions only: the workflow waited for the results of its letters. A mail server may be
 * unavailable for hours. Each attempt returns the letters with a result; the rest is retried.
 */
export const { sendLetters } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '2 minutes',
  // If a worker is killed, another one continues with the letters.
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: LETTER_RETRY_MS,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Histories of earlier versions only. After that time: returns the letters that were given up. It needs only PostgreSQL. */
export const { giveUpLetters } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '30 seconds',
});

/** Lists letters about a change of the directory. */
export const { listDirectoryLetters } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** One letter about a change of the directory, retried as letters about referrals are. */
export const { sendDirectoryLetter } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.letters,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: LETTER_RETRY_MS,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** Reads all referrals, which may take hours, with heartbeats. The next scheduled run is the next attempt. */
export const maintenanceActivities = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.upkeep,
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '5 minutes',
  scheduleToCloseTimeout: '12 hours',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});
