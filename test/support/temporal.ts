/** Temporal for tests: a server that skips time, and the real one. */

import { join } from 'node:path';
import { inject } from 'vitest';
import { startTemporal, type Temporal, type TemporalOptions } from '../../dev/temporal.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { atEnd } from './at-end.ts';
import { fullServer } from './full-server.ts';
import { startTimeSkippingServer, type TimeSkippingServer } from './time-skipping-server.ts';
import { isFull } from './which-temporal.ts';

/** What a worker takes as `workflowBundle`: made once for the whole run. */
export function workflowBundle(): { codePath: string } {
  return { codePath: inject('workflowBundle') };
}

/** Time is global to it: one a test file, in `beforeAll`. It has no lists, schedules or resets. */
export function timeSkippingServer(): Promise<TimeSkippingServer> {
  return startTimeSkippingServer(inject('testServer'));
}

/** For tests of faults: the development server, or the full one where the run is told so, which has its own settings. */
export async function faultServer(options: Pick<TemporalOptions, 'settings'> = {}): Promise<{ address: string }> {
  if (!isFull) return realServer(options);
  const full = await (await fullServer()).start();
  atEnd(full.stop);
  return full;
}

/** What is to be forgotten is forgotten at once: by default a server waits some ten seconds for its own lists. */
export const DELETE_AT_ONCE = {
  'history.transferProcessorEnsureCloseBeforeDelete': false,
  'history.visibilityProcessorEnsureCloseBeforeDelete': false,
};

/** The development server, empty, on ports of its own. */
export async function realServer({ settings }: Pick<TemporalOptions, 'settings'> = {}): Promise<Temporal> {
  const folder = await temporaryFolder('temporal');
  atEnd(folder.remove);
  const server = await startTemporal({
    dbFile: join(folder.path, 'temporal.db'),
    ...(settings && { settings }),
  });
  atEnd(server.stop);
  return server;
}
