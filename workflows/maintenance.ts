/** Scheduled maintenance: each row is a Temporal schedule, which the workers of the task queue `upkeep` create. */

import type { Activities } from '../activities/index.ts';
import { maintenanceActivities } from './proxies.ts';

/** Hours are in UTC. */
interface Schedule {
  /** The activity to run. */
  activity: keyof Activities;
  hour: number | '*';
  minute: number | { start: number; end: number; step: number };
}

/** A run does not start while the previous one is active. A missed run is made up for within a day. */
export const SCHEDULES = [
  { activity: 'repairOpen', hour: 2, minute: 40 },
  { activity: 'repairRecent', hour: '*', minute: { start: 7, end: 57, step: 10 } },
  /** Every minute: until then no clock of the referral is processed. */
  { activity: 'repairEnded', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  /** Every minute: until then readers of statistics add the changes themselves. */
  { activity: 'mergeStatistics', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  /** Every minute: until then a referral waits for an agency or contact point that was disabled. */
  { activity: 'releaseRecipients', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  { activity: 'forgetPassing', hour: 3, minute: 20 },
  { activity: 'purgeOrphans', hour: '*', minute: { start: 4, end: 54, step: 10 } },
  { activity: 'purgeAllOrphans', hour: 3, minute: 50 },
  /** Every hour, because drills start while the desk is staffed. */
  { activity: 'startDrills', hour: '*', minute: 12 },
  { activity: 'reviewRetention', hour: 4, minute: 20 },
  { activity: 'sendConfirmationReminders', hour: 5, minute: 40 },
  /** Every hour, because each user chooses an hour in a time zone. */
  { activity: 'sendDigests', hour: '*', minute: 2 },
  { activity: 'sendLogAlarms', hour: '*', minute: { start: 4, end: 59, step: 5 } },
  { activity: 'sendReadingNotices', hour: '*', minute: { start: 1, end: 59, step: 2 } },
] as const satisfies readonly Schedule[];

type MaintenanceActivity = (typeof SCHEDULES)[number]['activity'];

/** The workflow of all schedules: it runs one maintenance activity. */
export async function upkeep(activity: MaintenanceActivity): Promise<void> {
  await maintenanceActivities[activity]();
}
