/** Loaded into a worker at its start: when the file SET_CLOCK_BACK_WHEN appears, sets the clock back by a day and writes its time there. */

import { existsSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { moveClock } from './move-clock.ts';

const marker = process.env['SET_CLOCK_BACK_WHEN'];

if (isMainThread && marker !== undefined) {
  const timer = setInterval(() => {
    if (!existsSync(marker)) return;
    clearInterval(timer);
    moveClock(-24 * 3_600_000);
    writeFileSync(marker, new Date().toISOString());
  }, 50);
  timer.unref();
}
