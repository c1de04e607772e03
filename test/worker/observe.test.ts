/** What is seen of an act: a line, a count and a trace, and never a word of the case. */

import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { beforeAll, expect, test } from 'vitest';
import type { ActRequest } from '../../client/contract/acts.ts';
import { update } from '../../client/engine/update.ts';
import type { Referral } from '../../domain/referral.ts';
import { refusalCodeOf } from '../support/engine.ts';
import { anUrgentSubmission, SECRET } from '../support/factories.ts';
import { submitted, triagedTo } from '../support/story.ts';
import { type WatchedEngine, watchedEngine } from './watched-engine.ts';

const aTriage: ActRequest = {
  ...{ type: 'complete-triage', urgency: 'urgent', urgencyGrounds: ['information-loses-relevance'] },
  ...{ capability: 'investigation', countries: ['FI'], contactPoints: [] },
};

let liaise: WatchedEngine;

beforeAll(async () => {
  liaise = await watchedEngine();
});

test('an act is one trace, from whoever asks to the last letter', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const isQuiet = ({ unsentLetters }: Referral) => unsentLetters.length === 0;
  await liaise.waitUntil(referralId, isQuiet);
  await liaise.act('noor.rowan', referralId, aTriage);
  await liaise.waitUntil(referralId, (referral) => referral.status === 'referred' && isQuiet(referral));

  const trace = traceOf('complete-triage', referralId);
  const ask = trace.find(({ name }) => name === 'ask complete-triage');
  const sending = trace.find(({ name }) => name === 'sendLetters');
  expect(ask?.parentSpanContext).toBeUndefined();
  // Routing follows from the act, and letters from that; each is recorded.
  expect(namesUnder(ask, trace)).toEqual([
    ...['findRoute', 'record', 'record', 'record', 'sendLetters'],
    ...['turn complete-triage', 'turn route', 'turn settle-letters'],
  ]);
  expect(namesUnder(sending, trace)).toEqual(['letter']);
  expect(trace).toHaveLength(10);
});

test('an act is told at the door and by the worker, under one trace', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  await liaise.act('noor.rowan', referralId, { type: 'take' });
  const atDoor = told('take', referralId);
  expect(atDoor).toMatchObject({ act: { code: 'ok' }, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(lines('take', referralId)).toEqual([
    expect.objectContaining({ code: 'ok', actId: atDoor?.act.actId, traceId: atDoor?.traceId }),
  ]);
});

test('what the engine does by itself is told too', async () => {
  const referralId = await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  expect(lines('propose-triage', referralId)).toHaveLength(1);
  expect(lines('route', referralId)).toEqual([expect.objectContaining({ code: 'ok', level: 'info' })]);
  expect(lines('settle-letters', referralId).length).toBeGreaterThan(0);
});

test('a refusal is told with its code, at the door where the door refuses', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const refused = liaise.act('quinn.quartz', referralId, { type: 'file-informational' });
  const code = await refusalCodeOf(refused);
  expect(told('file-informational', referralId)?.act.code).toBe(code);
  expect(lines('file-informational', referralId)).toEqual([]);
});

test('a refusal by the workflow itself is told and counted by the worker', async () => {
  const referralId = await submitted(liaise, anUrgentSubmission());
  const sender = await liaise.person('quinn.quartz');
  const act = { type: 'file-informational' } as const;
  // Around the door, as when somebody else's act came first.
  await refusalCodeOf(update(liaise.temporal, { referralId, actId: crypto.randomUUID(), act, actor: sender }));
  expect(lines(act.type, referralId)).toEqual([expect.objectContaining({ code: 'NOT_COORDINATOR', level: 'info' })]);
  const counted = await liaise.metrics.registry.getSingleMetric('liaise_acts_total')?.get();
  expect(counted?.values).toContainEqual(
    expect.objectContaining({ value: 1, labels: { act: act.type, code: 'NOT_COORDINATOR' } }),
  );
});

test('no word of the case is in a line, a count or a trace', async () => {
  await triagedTo(liaise, anUrgentSubmission(), ['FI']);
  const spans = liaise.spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  const seen = JSON.stringify([liaise.lines, liaise.told, spans, await liaise.metrics.registry.metrics()]);
  expect(seen).not.toContain(SECRET);
  expect(seen).not.toContain('midnight_otter');
  expect(seen).not.toContain('@');
});

function namesUnder(parent: ReadableSpan | undefined, trace: ReadableSpan[]): string[] {
  const children = trace.filter((span) => span.parentSpanContext?.spanId === parent?.spanContext().spanId);
  return children.map(({ name }) => name).sort();
}

function told(act: string, referralId: string) {
  return liaise.told.find((one) => one.act.act === act && one.act.referralId === referralId);
}

function lines(act: string, referralId: string) {
  return liaise.lines.filter((line) => line['act'] === act && line['referralId'] === referralId);
}

function traceOf(act: string, referralId: string): ReadableSpan[] {
  const traceId = told(act, referralId)?.traceId;
  return liaise.spans().filter((span) => span.spanContext().traceId === traceId);
}
