/** Entries that Temporal still remembers: what `record` answered stands in a workflow's history, sealed. */

import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import type { JournalEntry } from '../../domain/events.ts';
import { workflowIdOf } from '../../workflows/messages.ts';

/** In order, each number once, from the current run of the referral's workflow. */
export async function entriesInHistory(temporal: Client, referralId: string): Promise<JournalEntry[]> {
  const { events } = await temporal.workflow.getHandle(workflowIdOf(referralId)).fetchHistory();
  const entries = new Map<number, JournalEntry>();
  for (const event of events ?? []) {
    const answer = event.markerRecordedEventAttributes?.details?.['result']?.payloads;
    if (!answer) continue;
    for (const entry of recorded(await unsealed(temporal, answer))) entries.set(entry.seq, entry);
  }
  return [...entries.values()].sort((one, other) => one.seq - other.seq);
}

async function unsealed(temporal: Client, answer: Payload[]): Promise<unknown> {
  const { payloadConverter, payloadCodecs } = temporal.options.loadedDataConverter;
  let payloads = answer;
  for (const codec of payloadCodecs.toReversed()) payloads = await codec.decode(payloads);
  const [payload] = payloads;
  return payload && payloadConverter.fromPayload(payload);
}

/** Other local activities answer with other things. */
function recorded(answer: unknown): JournalEntry[] {
  return Array.isArray(answer) ? answer.filter(isEntry) : [];
}

function isEntry(value: unknown): value is JournalEntry {
  return typeof value === 'object' && value !== null && 'seq' in value && 'event' in value && 'actId' in value;
}
