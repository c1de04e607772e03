/** The program of a thread that shares the work of a check or a rebuild. */

import { workerData } from 'piscina';
import { z } from 'zod';
import { connectDatabase } from '../../prisma/store/connect.ts';
import type { LogRange } from '../log/compare-range.ts';
import { workHere } from './check-work.ts';
import type { ToExamine } from './examine.ts';

/** A range of the log, a page of referrals, or the ids of referrals that may differ from their journal. */
export type CheckTask = { range: LogRange } | { referrals: readonly ToExamine[] } | { ids: readonly string[] };

const given = z.object({ databaseUrl: z.string(), connections: z.number() });

const work = workHere(connectDatabase(given.parse(workerData)));

/** Piscina calls the default export for each task. */
export default function run(task: CheckTask): Promise<unknown> {
  if ('range' in task) return work.compareRange(task.range);
  return 'ids' in task ? work.differing(task.ids) : work.examine(task.referrals);
}
