/** What is done at fixed hours, whichever referrals there are: each row a schedule, kept by the workers of `upkeep`. */

import type { Activities } from '../activities/index.ts';
import { maintenanceActivities } from './proxies.ts';

/** Hours are of UTC. */
interface Schedule {
  /** The activity that does it. */
  chore: keyof Activities;
  hour: number | '*';
  minute: number | { start: number; end: number; step: number };
}

/** None is begun again while it is at work; one that was missed is made up for, within a day. */
export const SCHEDULES = [
  { chore: 'repairOpen', hour: 2, minute: 40 },
  { chore: 'repairRecent', hour: '*', minute: { start: 7, end: 57, step: 10 } },
  { chore: 'forgetPassing', hour: 3, minute: 20 },
  /** Every hour is the chosen one of somebody, somewhere. */
  { chore: 'sendDigests', hour: '*', minute: 2 },
] as const satisfies readonly Schedule[];

type MaintenanceActivity = (typeof SCHEDULES)[number]['chore'];

export async function upkeep(chore: MaintenanceActivity): Promise<void> {
  await maintenanceActivities[chore]();
}
