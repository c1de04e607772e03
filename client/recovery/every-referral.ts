/** Every referral that there is a trace of, one after the other, however many there are. */

import type { Database } from '../../prisma/store/connect.ts';
import { countReferrals, knownReferrals } from '../../prisma/store/rebuild.ts';

/** Called after each, with how many of how many are done: whoever listens knows that it goes on. */
export type Progress = (done: number, all: number) => void;

const PAGE = 200;

export async function* everyReferral(db: Database, progress: Progress = () => {}): AsyncGenerator<string> {
  const all = await countReferrals(db);
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
