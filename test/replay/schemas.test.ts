/** A history that an older worker recorded is led in the shapes of today; one that a newer worker went on with stops. */

import { readFileSync } from 'node:fs';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';
import { expect, test } from 'vitest';
import { payloadCodec } from '../../client/platform/codec.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { WrittenEntry } from '../../domain/upcast.ts';
import { workflowBundle } from '../support/temporal.ts';
import { keyring, readHistory, replay } from './replay.ts';

const PATH = 'declined-next-asked.json';

/** Of today, with the step from an invented schema 0, in which declining had another name. */
function withStep(): { code: string } {
  const none = 'const UPCASTERS = {};';
  const step = `const UPCASTERS = { 'refused@0': (event) => ({ ...event, type: 'declined' }) };`;
  const code = readFileSync(workflowBundle().codePath, 'utf8');
  if (!code.includes(none)) throw new Error(`The bundle has no "${none}": say here how it is written now.`);
  return { code: code.replace(none, step) };
}

test('what was recorded in an older shape is taken in that of today', async () => {
  const old = await recordedAs(({ event, ...entry }) => {
    const type = event.type === 'declined' ? 'refused' : event.type;
    return { ...entry, schema: 0, event: { ...event, type } };
  });
  await replay(PATH, withStep(), old);
  await expect(replay(PATH, workflowBundle(), old)).rejects.toThrow('can no longer be led');
});

test('where newer code has written, this code waits for a worker that understands it', async () => {
  const newer = await recordedAs((entry) => ({ ...entry, schema: 2 }));
  await expect(replay(PATH, workflowBundle(), newer)).rejects.toThrow();
});

/** The history as it would be had its worker recorded entries in that way. */
async function recordedAs(write: (entry: JournalEntry) => WrittenEntry): Promise<temporal.api.history.v1.IHistory> {
  const history = historyFromJSON(readHistory(PATH));
  for (const { markerRecordedEventAttributes: marker } of history.events ?? []) {
    const result = marker?.details?.['result'];
    if (result?.payloads)
      result.payloads = await Promise.all(result.payloads.map((sealed) => rewritten(sealed, write)));
  }
  return history;
}

async function rewritten(sealed: Payload, write: (entry: JournalEntry) => WrittenEntry): Promise<Payload> {
  const codec = payloadCodec(keyring);
  const [payload] = await codec.decode([sealed]);
  const answer = payload && defaultPayloadConverter.fromPayload<JournalEntry[] | undefined>(payload);
  if (!Array.isArray(answer)) return sealed;
  const [again] = await codec.encode([defaultPayloadConverter.toPayload(answer.map(write))]);
  return again ?? sealed;
}
