/** Writes down the history of a story that was just told to a real server. */

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export async function record(handle: WorkflowHandle, path: string): Promise<void> {
  const history = historyToJSON(await handle.fetchHistory());
  await writeFile(path, JSON.stringify(JSON.parse(history, withoutTraces), null, 2));
  execFileSync('biome', ['format', '--write', path], { stdio: 'ignore' });
}

/** The machine that ran it, and places in the code where something failed: a replay needs neither. */
function withoutTraces(name: string, value: unknown): unknown {
  if (name === 'encodedAttributes') return undefined;
  return typeof value === 'string' && value.includes(`@${hostname()}`) ? 'recorder' : value;
}
