/** The journals in the recorded histories still fold, to the state that the workflow had. */

import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { expect, test } from 'vitest';
import { payloadCodec } from '../../client/platform/codec.ts';
import { fold } from '../../domain/apply.ts';
import { recomputeAll } from '../../domain/clocks/clock-history.ts';
import { nextDuty } from '../../domain/duty.ts';
import type { JournalEntry } from '../../domain/events.ts';
import { upcast, type WrittenEntry } from '../../domain/upcast.ts';
import { CODEC, histories, readHistory, workflowIdOfHistory } from './replay.ts';

/** Histories that start with the submission, not from a journal or a state. */
const COMPLETE = histories().filter((path) => JSON.stringify(readHistory(path)).includes('"submit"'));

/** The journal in a history. */
async function journalOf(path: string): Promise<JournalEntry[]> {
  const events = historyFromJSON(readHistory(path)).events ?? [];
  const answers = events.flatMap((event) => event.markerRecordedEventAttributes?.details?.['result']?.payloads ?? []);
  const workflowId = await workflowIdOfHistory(path);
  const found = await Promise.all(answers.map((answer) => entriesIn(answer, workflowId)));
  return found.flat().map((entry) => upcast(entry));
}

test.each(COMPLETE)('%s', async (path) => {
  const entries = await journalOf(path);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));

  const referral = fold('referral-1', entries);
  const last = entries.at(-1);
  if (!referral || !last) throw new Error('The history has no journal.');
  const { events } = historyFromJSON(readHistory(path));
  const hasEnded = events?.some(({ workflowExecutionCompletedEventAttributes: completed }) => completed);
  expect(nextDuty(referral, last.at).type === 'end').toBe(hasEnded);
});

test('the journals of all versions fold to the same due instants, and recomputing the clocks gives these', async () => {
  const lines: string[] = [];
  for (const path of COMPLETE) {
    const entries = await journalOf(path);
    const { clocks, differing } = recomputeAll(entries);
    expect(differing).toEqual([]);
    lines.push(`${path}: ${clocks} clocks recomputed`);
    for (const { id, dueAt } of fold('referral-1', entries)?.clocks ?? []) lines.push(`  ${id} ${dueAt}`);
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./due-instants.txt');
});

test('no history of the current code carries letters: the letter dispatcher sends them', () => {
  const current = histories().filter((path) => !path.includes('/'));
  const carrying = current.filter((path) =>
    historyFromJSON(readHistory(path)).events?.some((event) => event.activityTaskScheduledEventAttributes),
  );
  expect(carrying).toEqual([]);
});

test('histories exist', () => {
  expect(COMPLETE.length).toBeGreaterThan(10);
});

/** The entries that `record` returned. Empty for other local activities. */
async function entriesIn(sealed: Payload, workflowId: string): Promise<WrittenEntry[]> {
  const [payload] = await payloadCodec(CODEC).decode([sealed], { type: 'workflow', namespace: 'default', workflowId });
  const answer = payload && defaultPayloadConverter.fromPayload<unknown>(payload);
  return Array.isArray(answer) ? answer : [];
}
