/** What Temporal remembers of referrals: in each run's history stand, sealed, the entries that were recorded. */

import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { temporal as proto } from '@temporalio/proto';
import type { JournalEntry } from '../../domain/events.ts';
import { upcast } from '../../domain/upcast.ts';
import { REFERRAL_WORKFLOW, workflowIdOf } from '../../workflows/messages.ts';

/** One life of a referral's workflow: it has another after a long history, or when it was started again. */
export interface Run {
  referralId: string;
  runId: string;
  isRunning: boolean;
}

type Which = Pick<Run, 'referralId'> & Partial<Run>;

/** The last that a run knows: an entry of the journal, or only how far it had read. */
export interface Remembered {
  seq: number;
  entry?: JournalEntry;
}

/** Every run that Temporal still has, of one referral or of all: as it lists them, which is a moment old. */
export async function listRuns(temporal: Client, referralId?: string): Promise<Run[]> {
  const runs: Run[] = [];
  const ofOne = referralId ? ` AND WorkflowId = "${workflowIdOf(referralId)}"` : '';
  const query = `WorkflowType = "${REFERRAL_WORKFLOW}"${ofOne}`;
  for await (const { workflowId, runId, status } of temporal.workflow.list({ query })) {
    const isRunning = status.name === 'RUNNING';
    runs.push({ referralId: workflowId.slice(workflowId.indexOf('/') + 1), runId, isRunning });
  }
  return runs;
}

/** Of the latest run, where none is named: read from the end of its history, one short answer for most. Wakes no worker. */
export async function lastRemembered(temporal: Client, run: Which): Promise<Remembered> {
  for await (const event of backwards(temporal, run)) {
    const last = lastIn(await contentOf(temporal, event));
    if (last) return last;
  }
  return { seq: 0 };
}

/** Every entry that stands in the histories of the runs, in no order, some of them twice. */
export async function entriesRemembered(temporal: Client, runs: readonly Run[]): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const run of runs) {
    for await (const event of backwards(temporal, run)) entries.push(...entriesIn(await contentOf(temporal, event)));
  }
  return entries;
}

type HistoryEvent = proto.api.history.v1.IHistoryEvent;

const PAGE = 32;

/** Nothing where the history is gone: the list is a moment old. */
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

/** gRPC's own number. */
const NOT_FOUND = 5;

/** @throws whatever else it is. */
export function unlessGone(error: unknown): undefined {
  if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
}

/** What a local activity answered, or what the run was begun with. */
async function contentOf(temporal: Client, event: HistoryEvent): Promise<unknown> {
  const updateCompleted = event.markerRecordedEventAttributes?.details?.['result'];
  const [payload] = (updateCompleted ?? event.workflowExecutionStartedEventAttributes?.input)?.payloads ?? [];
  return payload && unsealed(temporal, payload);
}

async function unsealed(temporal: Client, sealed: Payload): Promise<unknown> {
  const { payloadConverter, payloadCodecs } = temporal.options.loadedDataConverter;
  let payloads = [sealed];
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads);
  const [payload] = payloads;
  return payload && payloadConverter.fromPayload(payload);
}

/** `record` answers with entries; `restore` with the referral, and a run that goes on from another begins with it. */
function lastIn(content: unknown): Remembered | undefined {
  const entry = entriesIn(content).at(-1);
  if (entry) return { seq: entry.seq, entry };
  const known = isObject(content) && 'referral' in content ? content.referral : content;
  return isObject(known) && 'clocks' in known && 'seq' in known ? { seq: Number(known.seq) } : undefined;
}

/** Other local activities answer with other things. */
function entriesIn(content: unknown): JournalEntry[] {
  return Array.isArray(content) ? content.filter(isEntry).map((entry) => upcast(entry)) : [];
}

function isEntry(value: unknown): value is JournalEntry {
  return isObject(value) && 'seq' in value && 'actId' in value && 'event' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
