/** Loaded into a worker at its start: sets the clock back by a day when the file SET_CLOCK_BACK_WHEN appears. */

import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { moveClock } from './move-clock.ts';

const marker = process.env['SET_CLOCK_BACK_WHEN'];

if (isMainThread && marker !== undefined) {
  const timer = setInterval(() => {
    if (!existsSync(marker)) return;
    clearInterval(timer);
    moveClock(-24 * 3_600_000);
  }, 50);
  timer.unref();
}
