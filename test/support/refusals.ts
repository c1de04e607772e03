/** Reads refusals from the audit log. */

import { leavesOf } from '../../prisma/store/audit.ts';
import type { TestEngine } from './engine.ts';

/** Refused attempts on a referral, as `act CODE`. */
export async function refusals({ db }: Pick<TestEngine, 'db'>, referralId: string): Promise<string[]> {
  const leaves = await leavesOf(db, referralId);
  return leaves.flatMap(({ about }) => ('refused' in about ? [`${about.refused} ${about.code}`] : []));
}
