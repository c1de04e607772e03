/** Loaded into a worker at its start: sets the clock back by a day when the file SET_CLOCK_BACK_WHEN appears. */

import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { setClockBack } from './set-back.ts';

const told = process.env['SET_CLOCK_BACK_WHEN'];

if (isMainThread && told !== undefined) {
  const looking = setInterval(() => {
    if (!existsSync(told)) return;
    clearInterval(looking);
    setClockBack(24 * 3_600_000);
  }, 50);
  looking.unref();
}
