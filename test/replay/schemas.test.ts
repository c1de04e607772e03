/** A history with entries of an older schema replays in the current one; entries of a newer schema stop it. */

import { readFileSync } from 'node:fs';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';
import { expect, test } from 'vitest';
import { payloadCodec } from '../../client/platform/codec.ts';
import type { JournalEntry } from '../../domain/events.ts';
import type { WrittenEntry } from '../../domain/upcast.ts';
import { workflowBundle } from '../support/temporal.ts';
import { CODEC, readHistory, replay, workflowIdOfHistory } from './replay.ts';

const PATH = 'declined-next-asked.json';

/** The current bundle with an upcaster from an invented schema 0, in which declining had another name. */
function bundleWithUpcaster(): { code: string } {
  const none = 'const UPCASTERS = {};';
  const step = `const UPCASTERS = { 'refused@0': (event) => ({ ...event, type: 'declined' }) };`;
  const code = readFileSync(workflowBundle().codePath, 'utf8');
  if (!code.includes(none)) throw new Error(`The bundle has no "${none}": update this test.`);
  return { code: code.replace(none, step) };
}

test('entries of an older schema are converted to the current one', async () => {
  const old = await historyWith(({ event, ...entry }) => {
    const type = event.type === 'declined' ? 'refused' : event.type;
    return { ...entry, schema: 0, event: { ...event, type } };
  });
  await replay(PATH, bundleWithUpcaster(), old);
  await expect(replay(PATH, workflowBundle(), old)).rejects.toThrow('cannot be replayed');
});

test('entries of a newer schema fail the task, so that it waits for a newer worker', async () => {
  const newer = await historyWith((entry) => ({ ...entry, schema: 2 }));
  await expect(replay(PATH, workflowBundle(), newer)).rejects.toThrow();
});

/** The history with its recorded entries converted by `write`. */
async function historyWith(write: (entry: JournalEntry) => WrittenEntry): Promise<temporal.api.history.v1.IHistory> {
  const history = historyFromJSON(readHistory(PATH));
  for (const { markerRecordedEventAttributes: marker } of history.events ?? []) {
    const result = marker?.details?.['result'];
    if (result?.payloads)
      result.payloads = await Promise.all(result.payloads.map((sealed) => withRewrittenEntries(sealed, write)));
  }
  return history;
}

async function withRewrittenEntries(sealed: Payload, write: (entry: JournalEntry) => WrittenEntry): Promise<Payload> {
  const codec = payloadCodec(CODEC);
  const place = { type: 'workflow', namespace: 'default', workflowId: await workflowIdOfHistory(PATH) } as const;
  const [payload] = await codec.decode([sealed], place);
  const answer = payload && defaultPayloadConverter.fromPayload<JournalEntry[] | undefined>(payload);
  if (!Array.isArray(answer)) return sealed;
  const [again] = await codec.encode([defaultPayloadConverter.toPayload(answer.map(write))], place);
  return again ?? sealed;
}
