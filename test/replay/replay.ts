/** Replays a recorded history with a bundle. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { payloadCodec } from '../../client/platform/codec.ts';
import { dataConverter } from '../../client/platform/connect.ts';
import { type KeyFile, parseKeyring } from '../../domain/keyring.ts';
import { createObserver } from '../../worker/observer.ts';
import { type ReferralStart, workflowIdOf } from '../../workflows/messages.ts';
import { workflowBundle } from '../support/temporal.ts';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** These keys are not secret: every checkout must be able to replay the histories. */
export const KEYS: KeyFile = JSON.parse(readFileSync(join(import.meta.dirname, 'keys.json'), 'utf8'));

const keyring = parseKeyring(JSON.stringify(KEYS));

/** The histories were recorded before payloads belonged to their workflow. */
export const CODEC = { keyring, acceptsUnplaced: async () => true };

/** The workflow of a history: its payloads open for this id only. Earlier versions did not record it beside the input. */
export async function workflowIdOfHistory(path: string): Promise<string> {
  const [started] = historyFromJSON(readHistory(path)).events ?? [];
  const { workflowId, input } = started?.workflowExecutionStartedEventAttributes ?? {};
  if (workflowId) return workflowId;
  const [payload] = await payloadCodec(CODEC).decode(input?.payloads ?? []);
  return workflowIdOf(payload ? defaultPayloadConverter.fromPayload<ReferralStart>(payload).referralId : '');
}

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
  const sinks = createObserver().sinks(() => {});
  const options = { workflowBundle: bundle, dataConverter: dataConverter(CODEC), sinks };
  await Worker.runReplayHistory(options, history, await workflowIdOfHistory(path)).catch((cause: unknown) => {
    throw new Error(`The history ${path} cannot be replayed: see test/replay/README.md.`, { cause });
  });
}
