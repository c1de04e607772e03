/** Scheduled maintenance: each row is a Temporal schedule, which the workers of the task queue `upkeep` create. */

import type { Activities } from '../activities/index.ts';
import { maintenanceActivities } from './proxies.ts';

/** Hours are in UTC. */
interface Schedule {
  /** The activity to run. */
  chore: keyof Activities;
  hour: number | '*';
  minute: number | { start: number; end: number; step: number };
}

/** A run does not start while the previous one is active. A missed run is made up for within a day. */
export const SCHEDULES = [
  { chore: 'repairOpen', hour: 2, minute: 40 },
  { chore: 'repairRecent', hour: '*', minute: { start: 7, end: 57, step: 10 } },
  /** Every minute: until then no clock of the referral is processed. */
  { chore: 'repairEnded', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  /** Every minute: until then readers of statistics add the changes themselves. */
  { chore: 'mergeStatistics', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  /** Every minute: until then a referral waits for an agency or contact point that was disabled. */
  { chore: 'releaseRecipients', hour: '*', minute: { start: 0, end: 59, step: 1 } },
  { chore: 'measureClocks', hour: '*', minute: { start: 3, end: 58, step: 5 } },
  { chore: 'forgetPassing', hour: 3, minute: 20 },
  { chore: 'purgeOrphans', hour: '*', minute: { start: 4, end: 54, step: 10 } },
  { chore: 'purgeAllOrphans', hour: 3, minute: 50 },
  /** Every hour, because drills start while the desk is staffed. */
  { chore: 'startDrills', hour: '*', minute: 12 },
  { chore: 'reviewRetention', hour: 4, minute: 20 },
  { chore: 'sendConfirmationReminders', hour: 5, minute: 40 },
  /** Every hour, because each user chooses an hour in a time zone. */
  { chore: 'sendDigests', hour: '*', minute: 2 },
  { chore: 'sendLogAlarms', hour: '*', minute: { start: 4, end: 59, step: 5 } },
  { chore: 'sendReadingNotices', hour: '*', minute: { start: 1, end: 59, step: 2 } },
] as const satisfies readonly Schedule[];

type MaintenanceActivity = (typeof SCHEDULES)[number]['chore'];

/** The workflow of all schedules: it runs one maintenance activity. */
export async function upkeep(chore: MaintenanceActivity): Promise<void> {
  await maintenanceActivities[chore]();
}
