/** Iterates over all referrals with a journal or a projection, a page at a time. */

import type { Database } from '../../prisma/store/connect.ts';
import { countAllReferrals, knownReferrals } from '../../prisma/store/rebuild.ts';

/** Called with the number of referrals that are done and the total, to show progress. */
export type Progress = (done: number, all: number) => void;

/** Referrals that are read together. Memory depends on it, and how long a worker is busy without a pause. */
const PAGE = 50;

/** Yields the ids of each page. */
export async function* everyPage(db: Database, progress: Progress = () => {}): AsyncGenerator<string[]> {
  const all = await countAllReferrals(db);
  let done = 0;
  let after: string | undefined;
  for (;;) {
    const page = await knownReferrals(db, after, PAGE);
    if (page.length === 0) return;
    yield page;
    done += page.length;
    progress(done, Math.max(done, all));
    after = page.at(-1);
  }
}

/** Divides a list of ids into pages. */
export function pagesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, page) => ids.slice(page * PAGE, (page + 1) * PAGE));
}
