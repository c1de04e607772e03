/** Leads a recorded life again, with the code of today or any other. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { dataConverter } from '../../client/platform/connect.ts';
import { type KeyFile, parseKeyring } from '../../domain/keyring.ts';
import { createObserver } from '../../worker/observer.ts';
import { workflowBundle } from '../support/temporal.ts';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** Not secret: histories must be readable wherever they are replayed. */
export const KEYS: KeyFile = JSON.parse(readFileSync(join(import.meta.dirname, 'keys.json'), 'utf8'));

export const keyring = parseKeyring(JSON.stringify(KEYS));

/** Paths within `HISTORIES`; in a folder are those of older code, which still run somewhere. */
export function histories(): string[] {
  return globSync('**/*.json', { cwd: HISTORIES }).sort();
}

export function readHistory(path: string): unknown {
  return JSON.parse(readFileSync(join(HISTORIES, path), 'utf8'));
}

/** @throws Error when the code asks Temporal for something else than was asked for then. */
export async function replay(
  path: string,
  bundle: WorkflowBundleOption = workflowBundle(),
  history: unknown = readHistory(path),
): Promise<void> {
  const { sinks } = createObserver();
  const options = { workflowBundle: bundle, dataConverter: dataConverter(keyring), sinks };
  await Worker.runReplayHistory(options, history).catch((cause: unknown) => {
    throw new Error(`The life in ${path} can no longer be led: see test/replay/README.md.`, { cause });
  });
}
