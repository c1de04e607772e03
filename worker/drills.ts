/** Starts the drills that are due, while the desk of the contact point is staffed. */

import { log } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { startDrill } from '../client/engine/start-drill.ts';
import { drillablePoints, readDrills } from '../client/queries/drills.ts';
import { isDrillDue } from '../domain/drill.ts';
import { ENGINE } from '../domain/people.ts';
import { agencyDaysOf } from '../domain/routing/directory.ts';
import { isStaffed } from '../domain/routing/office-hours.ts';
import type { Database } from '../prisma/store/connect.ts';
import { readDirectory } from '../prisma/store/directory.ts';

/** Others start an hour later. */
const MOST = 20;

/** Starts at most `MOST` drills. A drill that could not be started is tried again at the next run. */
export async function startDueDrills(
  { db, temporal }: { db: Database; temporal: Client },
  now = new Date(),
): Promise<{ started: number }> {
  const directory = await readDirectory(db);
  const at = now.toISOString();
  const scheduled = drillablePoints(directory).filter(({ drillDays }) => drillDays !== undefined);
  const due = (await readDrills(db, scheduled)).filter(
    ({ point, drills: [last] }) =>
      isDrillDue(point, last, at) && isStaffed(point, agencyDaysOf(directory, point.agencyId), at),
  );
  let started = 0;
  for (const { point } of due.slice(0, MOST)) {
    try {
      await startDrill({ db, temporal }, point.id, ENGINE);
      started += 1;
    } catch (error) {
      log.warn('A drill could not be started. The next run tries it again.', { contactPoint: point.id, error });
    }
  }
  return { started };
}
