/** Replays a recorded history with a bundle. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { dataConverter } from '../../client/platform/connect.ts';
import { type KeyFile, parseKeyring } from '../../domain/keyring.ts';
import { createObserver } from '../../worker/observer.ts';
import { workflowBundle } from '../support/temporal.ts';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** These keys are not secret: every checkout must be able to replay the histories. */
export const KEYS: KeyFile = JSON.parse(readFileSync(join(import.meta.dirname, 'keys.json'), 'utf8'));

export const keyring = parseKeyring(JSON.stringify(KEYS));

/** Paths within `HISTORIES`. Subfolders contain histories of older code, for referrals that are still open. */
export function histories(): string[] {
  return globSync('**/*.json', { cwd: HISTORIES }).sort();
}

export function readHistory(path: string): unknown {
  return JSON.parse(readFileSync(join(HISTORIES, path), 'utf8'));
}

/** @throws Error if the code issues other commands than the history contains. */
export async function replay(
  path: string,
  bundle: WorkflowBundleOption = workflowBundle(),
  history: unknown = readHistory(path),
): Promise<void> {
  const { sinks } = createObserver();
  const options = { workflowBundle: bundle, dataConverter: dataConverter(keyring), sinks };
  await Worker.runReplayHistory(options, history).catch((cause: unknown) => {
    throw new Error(`The history ${path} cannot be replayed: see test/replay/README.md.`, { cause });
  });
}
