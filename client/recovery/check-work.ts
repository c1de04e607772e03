/** The work of a check or a rebuild that only reads the database: done here, or shared by threads. */

import type { Database } from '../../prisma/store/connect.ts';
import type { RangeWork } from '../log/compare-log.ts';
import { compareRange } from '../log/compare-range.ts';
import { differing, type ExaminedReferral, examine, type ToExamine } from './examine.ts';

/** Ranges of the log, and pages of referrals. */
export interface CheckWork extends RangeWork {
  examine(referrals: readonly ToExamine[]): Promise<ExaminedReferral[]>;
  /** Those that seem to differ from their journal. */
  differing(ids: readonly string[]): Promise<string[]>;
}

/** In this thread. The database reads the next page while one is compared, so it needs two connections. */
export function workHere(db: Database): CheckWork {
  return {
    ahead: 1,
    compareRange: (range) => compareRange(db, range),
    examine: (referrals) => examine(db, referrals),
    differing: (ids) => differing(db, ids),
  };
}
