/** Saves the history of a workflow as a file. */

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export async function saveHistory(handle: WorkflowHandle, path: string): Promise<void> {
  const history = await handle.fetchHistory();
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  // The test server does not record it, and payloads open for this id only.
  if (started) started.workflowId = handle.workflowId;
  await writeFile(path, JSON.stringify(JSON.parse(historyToJSON(history), withoutMachine), null, 2));
  execFileSync('biome', ['format', '--write', path], { stdio: 'ignore' });
}

/** Removes the name of the machine and stack traces, which a replay does not need. */
function withoutMachine(name: string, value: unknown): unknown {
  if (name === 'encodedAttributes') return undefined;
  return typeof value === 'string' && value.includes(`@${hostname()}`) ? 'recorder' : value;
}
