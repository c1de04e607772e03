/** The activity of the letter dispatcher: one turn of sending for the shard of its workflow. */

import { ApplicationFailure, activityInfo, Context, cancellationSignal, heartbeat } from '@temporalio/activity';
import { type DispatchDeps, dispatchLetters } from './dispatch-letters.ts';

/** What the activity adds to its environment. */
export interface TurnDeps extends Omit<DispatchDeps, 'shard' | 'signal' | 'turnMs'> {
  /** Aborts as soon as the worker starts to stop. Temporal would cancel the activity only after the grace time. */
  stopping: AbortSignal;
}

/** Five minutes: then the workflow continues with a new history, on the current build. */
const TURN_MS = 300_000;
const BEAT_MS = 1_000;

/**
 * Sends letters for one turn.
 *
 * @returns false if the shard is no longer configured; its workflow then ends.
 * @throws a retryable failure if the worker stops: another one takes over at once.
 */
export async function takeDispatcherTurn({ stopping, ...deps }: TurnDeps): Promise<boolean> {
  const shard = shardOf(activityInfo().workflowExecution?.workflowId);
  if (!(shard < deps.shards)) return false;
  const beats = setInterval(heartbeat, BEAT_MS);
  try {
    const signal = AbortSignal.any([stopping, cancellationSignal()]);
    await dispatchLetters({ ...deps, shard, signal, turnMs: TURN_MS });
  } finally {
    clearInterval(beats);
  }
  if (cancellationSignal().aborted) await Context.current().cancelled;
  if (stopping.aborted) throw ApplicationFailure.retryable('The worker stops.', 'WORKER_STOPS');
  return true;
}

/** Read from the id of the workflow, `letter-dispatcher/0`, so that its history holds no encrypted input. */
function shardOf(workflowId = ''): number {
  return Number(workflowId.slice(workflowId.indexOf('/') + 1));
}
