/** The program of a thread that shares the work of a check. */

import { workerData } from 'piscina';
import { z } from 'zod';
import { connectDatabase } from '../../prisma/store/connect.ts';
import type { LogRange } from '../log/compare-range.ts';
import { workHere } from './check-work.ts';
import type { ToExamine } from './examine.ts';

/** A range of the log, or a page of referrals. */
export type CheckTask = { range: LogRange } | { referrals: readonly ToExamine[] };

const given = z.object({ databaseUrl: z.string(), connections: z.number() });

const work = workHere(connectDatabase(given.parse(workerData)));

/** Piscina calls the default export for each task. */
export default function run(task: CheckTask): Promise<unknown> {
  return 'range' in task ? work.compareRange(task.range) : work.examine(task.referrals);
}
