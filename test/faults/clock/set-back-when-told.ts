/** Loaded into a worker before it begins: its clock is set back by a day once there is the file that it was told of. */

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
