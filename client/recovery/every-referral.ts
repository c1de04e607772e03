/** Iterates over all referrals with a journal or a projection, a page at a time. */

import type { Database } from '../../prisma/store/connect.ts';
import { countAllReferrals, knownReferrals } from '../../prisma/store/rebuild.ts';

/** Called after each referral with the number done and the total, to show progress. */
export type Progress = (done: number, all: number) => void;

const PAGE = 200;

/** Yields the id of each referral. */
export async function* everyReferral(db: Database, progress: Progress = () => {}): AsyncGenerator<string> {
  const all = await countAllReferrals(db);
  let after: string | undefined;
  for (let done = 0; ; ) {
    const page = await knownReferrals(db, after, PAGE);
    if (page.length === 0) return;
    for (const referralId of page) {
      yield referralId;
      done += 1;
      progress(done, Math.max(done, all));
    }
    after = page.at(-1);
  }
}
