/** Reads journal entries back from Temporal's workflow histories, where they are stored encrypted. */

import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { temporal as proto } from '@temporalio/proto';
import type { JournalEntry } from '../../domain/events.ts';
import type { Keyring } from '../../domain/keyring.ts';
import { upcast } from '../../domain/upcast.ts';
import { FORGED, REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';
import { payloadCodec } from '../platform/codec.ts';

/** One run of a referral's workflow. A new one begins after a long history or a restart. */
export interface Run {
  referralId: string;
  runId: string;
  isRunning: boolean;
}

type Which = Pick<Run, 'referralId'> & Partial<Run>;

/** The last entry in a run's history, or only the number up to which the run had read. */
export interface Remembered {
  seq: number;
  entry?: JournalEntry;
}

/** Lists all runs that Temporal has, of one referral or of all referrals. The list lags by a moment. */
export async function listRuns(temporal: Client, referralId?: string): Promise<Run[]> {
  const runs: Run[] = [];
  const ofOne = referralId ? ` AND WorkflowId = "${workflowIdOf(referralId)}"` : '';
  const query = `WorkflowType = "${REFERRAL_WORKFLOW}"${ofOne}`;
  for await (const { workflowId, runId, status } of temporal.workflow.list({ query })) {
    const [, id] = OF_REFERRAL.exec(workflowId) ?? [];
    if (id !== undefined) runs.push({ referralId: id, runId, isRunning: status.name === 'RUNNING' });
  }
  return runs;
}

const OF_REFERRAL = /^referral\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const ENDED = ['Terminated', 'Failed', 'Canceled', 'TimedOut'];

/** Referrals with a run that ended since then without having completed. The list lags by a moment. */
export async function endedSince(temporal: Client, since: Date): Promise<string[]> {
  const ended = ENDED.map((status) => `"${status}"`).join(', ');
  const closed = `ExecutionStatus IN (${ended}) AND CloseTime > "${since.toISOString()}"`;
  const ids = new Set<string>();
  for await (const { workflowId } of temporal.workflow.list({
    query: `WorkflowType = "${REFERRAL_WORKFLOW}" AND ${closed}`,
  })) {
    const [, id] = OF_REFERRAL.exec(workflowId) ?? [];
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}

/** Ids of workflows of the type `referral` that cannot belong to a referral. Liaise starts none. */
export async function foreignWorkflows(temporal: Client): Promise<string[]> {
  const ids = new Set<string>();
  for await (const { workflowId } of temporal.workflow.list({ query: `WorkflowType = "${REFERRAL_WORKFLOW}"` })) {
    if (!OF_REFERRAL.test(workflowId)) ids.add(workflowId);
  }
  return [...ids].sort();
}

/** Returns the last entry of a run (default: the latest). It reads backwards, usually one page, and wakes no worker. */
export async function lastRemembered(temporal: Client, run: Which): Promise<Remembered> {
  for await (const event of backwards(temporal, run)) {
    const last = lastIn(await contentOf(temporal, run, event));
    if (last) return last;
  }
  return { seq: 0 };
}

/** Returns all entries in the histories of the runs, in no order and possibly repeated. */
export async function entriesInHistories(temporal: Client, runs: readonly Run[]): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const run of runs) {
    for await (const event of backwards(temporal, run))
      entries.push(...entriesIn(await contentOf(temporal, run, event)));
  }
  return entries;
}

/** True if the run began with a payload of the previous version, or one that was not encrypted for it. */
export async function hasUnplacedInput(
  temporal: Client,
  keyring: Keyring,
  workflowId: string,
  runId: string,
): Promise<boolean> {
  const { namespace } = temporal.options;
  const request = { namespace, execution: { workflowId, runId }, maximumPageSize: 1 };
  const page = await temporal.workflowService.getWorkflowExecutionHistory(request).catch(unlessGone);
  const [payload] = page?.history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (!payload) return false;
  const [opened] = await payloadCodec({ keyring }).decode([payload], { type: 'workflow', namespace, workflowId });
  return opened !== undefined && temporal.options.loadedDataConverter.payloadConverter.fromPayload(opened) === FORGED;
}

type HistoryEvent = proto.api.history.v1.IHistoryEvent;

const PAGE = 32;

/** Yields events from the last to the first; none if the history was deleted since it was listed. */
async function* backwards(temporal: Client, { referralId, runId = '' }: Which): AsyncGenerator<HistoryEvent> {
  const { namespace } = temporal.options;
  const execution = { workflowId: workflowIdOf(referralId), runId };
  let nextPageToken: Uint8Array | null | undefined;
  do {
    const request = { namespace, execution, maximumPageSize: PAGE, ...(nextPageToken && { nextPageToken }) };
    const page = await temporal.workflowService.getWorkflowExecutionHistoryReverse(request).catch(unlessGone);
    yield* page?.history?.events ?? [];
    nextPageToken = page?.nextPageToken;
  } while (nextPageToken?.length);
}

/** NOT_FOUND in gRPC. */
const NOT_FOUND = 5;

/** Returns undefined if the run does not exist any more. @throws any other error. */
export function unlessGone(error: unknown): undefined {
  if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
}

/** The result of a local activity, or the input of the run. */
async function contentOf(temporal: Client, { referralId }: Which, event: HistoryEvent): Promise<unknown> {
  const updateCompleted = event.markerRecordedEventAttributes?.details?.['result'];
  const [payload] = (updateCompleted ?? event.workflowExecutionStartedEventAttributes?.input)?.payloads ?? [];
  return payload && unsealed(temporal, workflowIdOf(referralId), payload);
}

async function unsealed(temporal: Client, workflowId: string, sealed: Payload): Promise<unknown> {
  const { namespace, loadedDataConverter } = temporal.options;
  const { payloadConverter, payloadCodecs } = loadedDataConverter;
  const context = { type: 'workflow', namespace, workflowId } as const;
  let payloads = [sealed];
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads, context);
  const [payload] = payloads;
  return payload && payloadConverter.fromPayload(payload);
}

/** `record` returns entries; `restore` returns the referral. A continued run has the referral as its input. */
function lastIn(content: unknown): Remembered | undefined {
  const entry = entriesIn(content).at(-1);
  if (entry) return { seq: entry.seq, entry };
  const known = isObject(content) && 'referral' in content ? content.referral : content;
  return isObject(known) && 'clocks' in known && 'seq' in known ? { seq: Number(known.seq) } : undefined;
}

/** Empty for the results of other local activities. */
function entriesIn(content: unknown): JournalEntry[] {
  return Array.isArray(content) ? content.filter(isEntry).map((entry) => upcast(entry)) : [];
}

function isEntry(value: unknown): value is JournalEntry {
  return isObject(value) && 'seq' in value && 'actId' in value && 'event' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
