/** Temporal for tests: the test server, which skips time, and the real one. */

import { join } from 'node:path';
import { inject } from 'vitest';
import { startTemporal, type Temporal, type TemporalOptions } from '../../dev/temporal.ts';
import { temporaryFolder } from '../../dev/temporary-folder.ts';
import { atEnd } from './at-end.ts';
import { fullServer } from './full-server.ts';
import { startTimeSkippingServer, type TimeSkippingServer } from './time-skipping-server.ts';
import { isFull } from './which-temporal.ts';

/** The workflow bundle, which is built once for the whole test run. */
export function workflowBundle(): { codePath: string } {
  return { codePath: inject('workflowBundle') };
}

/**
 * Starts a test server. Its time is global, so call it once per test file, in `beforeAll`. It has no lists, schedules
 * or resets.
 */
export function timeSkippingServer(): Promise<TimeSkippingServer> {
  return startTimeSkippingServer(inject('testServer'));
}

/** A server for fault tests: the development server, or the full one if LIAISE_TEST_TEMPORAL is `full`. */
export async function faultServer(options: Pick<TemporalOptions, 'settings'> = {}): Promise<{ address: string }> {
  if (!isFull) return realServer(options);
  const full = await (await fullServer()).start();
  atEnd(full.stop);
  return full;
}

/** Settings with which the server deletes workflows at once. By default it first waits about ten seconds. */
export const DELETE_AT_ONCE = {
  'history.transferProcessorEnsureCloseBeforeDelete': false,
  'history.visibilityProcessorEnsureCloseBeforeDelete': false,
};

/** Starts an empty development server. */
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
