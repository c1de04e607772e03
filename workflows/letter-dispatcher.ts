/** The workflow of the letter dispatcher: one turn of its activity, and then a new history. */

import { continueAsNew } from '@temporalio/workflow';
import { unlessForged } from './meant-for.ts';
import { takeDispatcherTurn } from './proxies.ts';

/** The workflow of one shard; its id names the shard. It ends if the shard is no longer configured. */
export async function letterDispatcher(): Promise<void> {
  const isConfigured = await unlessForged(() => takeDispatcherTurn());
  if (isConfigured) await continueAsNew<typeof letterDispatcher>();
}
