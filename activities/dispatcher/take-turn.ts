/** The activity of the letter dispatcher: one turn of sending, for the shard of its workflow, and of webhooks beside it. */

import { ApplicationFailure, activityInfo, Context, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { Keyring } from '../../domain/keyring.ts';
import { dispatchWebhooks } from '../webhooks/dispatch-webhooks.ts';
import { type DispatchDeps, dispatchLetters } from './dispatch-letters.ts';

/** What the activity adds to its environment. */
export interface TurnDeps extends Omit<DispatchDeps, 'shard' | 'signal' | 'turnMs'> {
  /** Default: five minutes. */
  turnMs?: number;
  /** Aborts as soon as the worker starts to stop. Temporal would cancel the activity only after the grace time. */
  stopping: AbortSignal;
  keyring: Keyring;
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
export async function takeDispatcherTurn({ stopping, turnMs = TURN_MS, ...deps }: TurnDeps): Promise<boolean> {
  const shard = shardOf(activityInfo().workflowExecution?.workflowId);
  if (!(shard < deps.shards)) return false;
  const beats = setInterval(heartbeat, BEAT_MS);
  try {
    const signal = AbortSignal.any([stopping, cancellationSignal()]);
    await sendBoth({ ...deps, shard, signal, turnMs });
  } finally {
    clearInterval(beats);
  }
  if (cancellationSignal().aborted) await Context.current().cancelled;
  if (stopping.aborted) throw ApplicationFailure.retryable('The worker stops.', 'WORKER_STOPS');
  return true;
}

/** If the sending of letters fails, the webhooks end too, so that the next attempt of the activity is alone. */
async function sendBoth(deps: DispatchDeps & Pick<TurnDeps, 'keyring'>): Promise<void> {
  const ended = new AbortController();
  const webhooks = dispatchWebhooks({ ...deps, signal: AbortSignal.any([deps.signal, ended.signal]) });
  try {
    await dispatchLetters(deps);
  } finally {
    ended.abort();
    await webhooks;
  }
}

/** Read from the id of the workflow, `letter-dispatcher/0`, so that its history holds no encrypted input. */
function shardOf(workflowId = ''): number {
  return Number(workflowId.slice(workflowId.indexOf('/') + 1));
}
