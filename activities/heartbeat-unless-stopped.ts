/** The heartbeat of activities that may run for hours. */

import { ApplicationFailure, cancellationSignal, heartbeat } from '@temporalio/activity';

/**
 * Reports that the activity makes progress.
 *
 * @throws a retryable ApplicationFailure if the worker stops or the activity is cancelled. A worker waits for its activities, so
 *   one that went on would keep it from stopping. The next attempt continues.
 */
export function heartbeatUnlessStopped(): void {
  heartbeat();
  if (cancellationSignal().aborted) throw ApplicationFailure.retryable('The worker stops.', 'WORKER_STOPS');
}
