/** Every referral that there is a trace of, one after the other, however many there are. */

import type { Database } from '../../prisma/store/connect.ts';
import { countReferrals, knownReferrals } from '../../prisma/store/rebuild.ts';

/** Called now and then with how many of how many are done. */
export type Progress = (done: number, all: number) => void;

const PAGE = 200;

export async function* everyReferral(db: Database, progress: Progress = () => {}): AsyncGenerator<string> {
  const all = await countReferrals(db);
  let after: string | undefined;
  for (let done = 0; ; ) {
    const page = await knownReferrals(db, after, PAGE);
    if (page.length === 0) return;
    yield* page;
    done += page.length;
    progress(done, Math.max(done, all));
    after = page.at(-1);
  }
}
